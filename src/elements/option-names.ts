/**
 * What the options of each command may be called: the command, from which argument on its options may stand,
 * in how many places values and in how many functions may stand, and the names of the options.
 * Written by `npm run api` from the types of the commands.
 */
export const OPTION_NAMES = `
Page 1 1 1 default help icon title urlPath visibility
areaChart 1 1 1 color height stack useContainerWidth width x xLabel y yLabel
audioInput 1 Infinity Infinity args disabled help key labelVisibility onChange persistState sampleRate width
badge 1 1 0 color help icon width
barChart 1 1 1 color height horizontal sort stack useContainerWidth width x xLabel y yLabel
button 1 1 0 args disabled help icon iconPosition key onClick shortcut type useContainerWidth width wrap
cacheData 0 2 1 copy hashFuncs maxEntries maxSize persist refreshMode scope showSpinner showTime ttl
cacheResource 0 2 1 hashFuncs maxEntries onRelease refreshMode scope showSpinner showTime ttl validate
cameraInput 1 Infinity Infinity args disabled help key labelVisibility onChange persistState resolution width
caption 1 2 1 help textAlignment unsafeAllowHtml width wrap
chatInput 0 Infinity Infinity acceptAudio acceptFile args audioSampleRate disabled fileType height key maxChars maxUploadSize onSubmit submitMode width
chatMessage 1 1 3 avatar key width
checkbox 1 Infinity Infinity args bind disabled help key labelVisibility onChange persistState value width wrap
code 1 2 1 height language lineNumbers width wrapLines
colorPicker 1 Infinity Infinity args bind disabled help key labelVisibility onChange persistState value width
columnConfig.AreaChartColumn 0 1 0 alignment disabled help label pinned required width yMax yMin
columnConfig.BarChartColumn 0 1 0 alignment disabled help label pinned required width yMax yMin
columnConfig.CheckboxColumn 0 1 0 alignment default disabled help label pinned required width
columnConfig.Column 0 1 0 alignment disabled help label pinned required width
columnConfig.DateColumn 0 1 0 alignment default disabled format help label maxValue minValue pinned required step timezone width
columnConfig.DatetimeColumn 0 1 0 alignment default disabled format help label maxValue minValue pinned required step timezone width
columnConfig.ImageColumn 0 1 0 alignment disabled help label pinned required width
columnConfig.JsonColumn 0 1 0 alignment disabled help label pinned required width
columnConfig.LineChartColumn 0 1 0 alignment disabled help label pinned required width yMax yMin
columnConfig.LinkColumn 0 1 0 alignment default disabled displayText help label maxChars pinned required validate width
columnConfig.ListColumn 0 1 0 alignment disabled help label pinned required width
columnConfig.NumberColumn 0 1 0 alignment default disabled format help label maxValue minValue pinned required step width
columnConfig.ProgressColumn 0 1 0 alignment disabled format help label maxValue minValue pinned required width
columnConfig.SelectboxColumn 0 1 0 alignment default disabled help label options pinned required width
columnConfig.TextColumn 0 1 0 alignment default disabled help label maxChars pinned required validate width
columnConfig.TimeColumn 0 1 0 alignment default disabled format help label maxValue minValue pinned required step timezone width
columns 1 1 1 border gap verticalAlignment width
container 0 0 2 autoscroll border gap height horizontal horizontalAlignment key verticalAlignment width
dataframe 1 3 1 alt columnConfig columnOrder height hideIndex key onSelect placeholder rowHeight selectionDefault selectionMode useContainerWidth width
dateInput 1 Infinity Infinity args bind disabled format help key labelVisibility maxValue minValue onChange persistState required value width
datetimeInput 1 Infinity Infinity args bind disabled format help key labelVisibility maxValue minValue onChange persistState required step value width
dialog 1 1 3 dismissible icon onDismiss width
divider 0 0 0 width
downloadButton 2 Infinity Infinity args disabled fileName help icon iconPosition key mime onClick shortcut type useContainerWidth width wrap
echo 0 1 2 codeLocation
error 1 1 1 icon title width
exception 1 1 1 width
expander 1 Infinity Infinity args bind expanded icon key onChange type width
feedback 0 Infinity Infinity args bind default disabled key onChange persistState width
fileUploader 1 Infinity Infinity acceptMultipleFiles args disabled help key labelVisibility maxUploadSize onChange persistState type width
form 1 1 3 border clearOnSubmit enterToSubmit height width
formSubmitButton 1 1 0 args disabled help icon iconPosition key onClick shortcut type useContainerWidth width wrap
fragment 1 0 1 runEvery
grid 0 1 3 border columns dense gap height key minColumnWidth rowHeight verticalAlignment width wrap
header 1 2 1 anchor divider help icon textAlignment width wrap
help 1 1 1 width
html 1 1 0 unsafeAllowJavascript width
info 1 1 1 icon title width
json 1 2 1 expanded width
latex 1 1 1 help width
lineChart 1 1 1 color height useContainerWidth width x xLabel y yLabel
linkButton 1 2 0 args disabled help icon iconPosition key onClick shortcut type url useContainerWidth width wrap
logo 1 1 0 iconImage link size
map 1 1 1 color height latitude longitude size useContainerWidth width zoom
markdown 1 2 1 anchors help textAlignment unsafeAllowHtml width wrap
menuButton 1 Infinity Infinity args disabled formatFunc help icon key onClick options type useContainerWidth width wrap
mermaidChart 1 1 0 height width
metric 1 4 0 border chartData chartType delta deltaArrow deltaColor deltaDescription format height help icon labelVisibility value width
multiselect 1 Infinity Infinity acceptNewOptions args bind default disabled filterMode formatFunc help key labelVisibility maxSelections onChange options persistState placeholder selectAll width wrap
navigation 1 1 0 expanded position
numberInput 1 Infinity Infinity args bind disabled format help icon key labelVisibility maxValue minValue onChange persistState placeholder required step value width
pageLink 1 Infinity Infinity disabled help icon iconPosition label params queryParams useContainerWidth width
pagination 1 Infinity Infinity args bind default disabled key maxVisiblePages onChange persistState width
pills 1 Infinity Infinity args bind default disabled formatFunc help key labelVisibility onChange options persistState required selectionMode width wrap
popover 1 Infinity Infinity args bind disabled help icon key onChange type useContainerWidth width wrap
progress 1 2 0 max text width
pydeckChart 1 1 0 height key onSelect selectionMode useContainerWidth width
radio 1 Infinity Infinity args bind captions disabled formatFunc help horizontal index key labelVisibility onChange options persistState width
rerun 0 0 0 scope
scatterChart 1 1 1 color height size useContainerWidth width x xLabel y yLabel
segmentedControl 1 Infinity Infinity args bind default disabled formatFunc help key labelVisibility onChange options persistState required selectionMode width wrap
selectSlider 1 Infinity Infinity args bind disabled formatFunc help key labelVisibility onChange options persistState value width
selectbox 1 Infinity Infinity acceptNewOptions args bind disabled filterMode formatFunc help icon index key labelVisibility onChange options persistState placeholder required width
setPageConfig 0 0 0 initialSidebarState layout menuItems pageIcon pageTitle
skeleton 0 1 3 height width
slider 1 Infinity Infinity args bind disabled format help key labelVisibility maxValue minValue onChange persistState step value width
spinner 1 1 3 showTime width
status 1 1 3 expanded state type width
subheader 1 2 1 anchor divider help icon textAlignment width wrap
success 1 1 1 icon title width
switchPage 1 Infinity Infinity params queryParams
table 1 1 1 alt border height hideHeader hideIndex placeholder width
tabs 1 Infinity Infinity args bind default height key onChange width
text 1 1 1 help textAlignment width wrap
textArea 1 Infinity Infinity args bind disabled height help key labelVisibility maxChars onChange persistState placeholder required value width
textInput 1 Infinity Infinity args autocomplete bind disabled help icon key labelVisibility live maxChars onChange persistState placeholder required type validate value width
timeInput 1 Infinity Infinity args bind disabled format help key labelVisibility onChange persistState required step value width
title 1 2 1 anchor help icon textAlignment width wrap
toast 1 1 1 duration icon
toggle 1 Infinity Infinity args bind disabled help key labelVisibility onChange persistState value width wrap
vegaLiteChart 2 2 1 height key onSelect selectionMode theme useContainerWidth width
warning 1 1 1 icon title width
writeStream 1 1 1 cursor onEnd
`;
