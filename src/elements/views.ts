import { lazyView, type ViewEntry } from "../ui/view.ts";
import { errorView, infoView, successView, warningView } from "./alert/alert.view.tsx";
import { codeView } from "./code/code.view.tsx";
import { columnsView, columnView } from "./columns/columns.view.tsx";
import { dividerView } from "./divider/divider.view.tsx";
import { emptyView } from "./empty/empty.view.tsx";
import { exceptionView } from "./exception/exception.view.tsx";
import { expanderView } from "./expander/expander.view.tsx";
import { progressView } from "./progress/progress.view.tsx";
import { spinnerView } from "./spinner/spinner.view.tsx";
import { tabsView, tabView } from "./tabs/tabs.view.tsx";
import { badgeView } from "./badge/badge.view.tsx";
import { chatMessageView } from "./chat/chat-message.view.tsx";
import { spaceView } from "./space/space.view.tsx";
import { statusView } from "./status/status.view.tsx";
import { buttonView } from "./button/button.view.tsx";
import { captionView } from "./caption/caption.view.tsx";
import { checkboxView } from "./checkbox/checkbox.view.tsx";
import { radioView } from "./radio/radio.view.tsx";
import { selectboxView } from "./selectbox/selectbox.view.tsx";
import { toggleView } from "./toggle/toggle.view.tsx";
import { containerView } from "./container/container.view.tsx";
import { formSubmitButtonView, formView } from "./form/form.view.tsx";
import { fragmentView } from "./fragment/fragment.view.tsx";
import { headerView, subheaderView, titleView } from "./heading/heading.view.tsx";
import { markdownView } from "./markdown/markdown.view.tsx";
import { pageLinkView } from "./page-link/page-link.view.tsx";
import { sliderView } from "./slider/slider.view.tsx";
import { textView } from "./text/text.view.tsx";
import { textInputView } from "./text-input/text-input.view.tsx";

const celebrations = () => import("./celebration/celebration.view.tsx");
const charts = () => import("./chart/chart.view.tsx");

/** How every kind is drawn, one line each. Heavy ones: `lazyView("map", () => import("./map/map.view.tsx").then((m) => m.mapView))`. */
export const views: readonly ViewEntry[] = [
  errorView,
  infoView,
  successView,
  warningView,
  codeView,
  columnsView,
  columnView,
  dividerView,
  emptyView,
  exceptionView,
  expanderView,
  progressView,
  spinnerView,
  tabsView,
  tabView,
  lazyView("json", () => import("./json/json.view.tsx").then((m) => m.jsonView), 24),
  lazyView("latex", () => import("./latex/latex.view.tsx").then((m) => m.latexView), 48),
  lazyView("metric", () => import("./metric/metric.view.tsx").then((m) => m.metricView), 74),
  lazyView("toast", () => import("./toast/toast.view.tsx").then((m) => m.toastView), 0),
  lazyView("areaChart", () => charts().then((m) => m.areaChartView), 350),
  lazyView("barChart", () => charts().then((m) => m.barChartView), 350),
  lazyView("dataframe", () => import("./dataframe/dataframe.view.tsx").then((m) => m.dataframeView)),
  lazyView("lineChart", () => charts().then((m) => m.lineChartView), 350),
  lazyView("map", () => import("./map/map.view.tsx").then((m) => m.mapView), 500),
  lazyView("pydeckChart", () => import("./pydeck-chart/pydeck-chart.view.tsx").then((m) => m.pydeckChartView), 500),
  lazyView("scatterChart", () => charts().then((m) => m.scatterChartView), 350),
  lazyView("table", () => import("./table/table.view.tsx").then((m) => m.tableView)),
  lazyView("vegaLiteChart", () => import("./vega-lite-chart/vega-lite-chart.view.tsx").then((m) => m.vegaLiteChartView), 350),
  badgeView,
  lazyView("audioInput", () => import("./audio-input/audio-input.view.tsx").then((m) => m.audioInputView), 96),
  lazyView("cameraInput", () => import("./camera-input/camera-input.view.tsx").then((m) => m.cameraInputView), 300),
  lazyView("downloadButton", () => import("./download-button/download-button.view.tsx").then((m) => m.downloadButtonView), 40),
  lazyView("fileUploader", () => import("./file-uploader/file-uploader.view.tsx").then((m) => m.fileUploaderView), 104),
  lazyView("balloons", () => celebrations().then((m) => m.balloonsView), 0),
  lazyView("snow", () => celebrations().then((m) => m.snowView), 0),
  lazyView("chatInput", () => import("./chat/chat-input.view.tsx").then((m) => m.chatInputView), 46),
  chatMessageView,
  lazyView("dialog", () => import("./dialog/dialog.view.tsx").then((m) => m.dialogView), 0),
  lazyView("help", () => import("./help/help.view.tsx").then((m) => m.helpView), 160),
  lazyView("html", () => import("./html/html.view.tsx").then((m) => m.htmlView), 0),
  lazyView("linkButton", () => import("./link-button/link-button.view.tsx").then((m) => m.linkButtonView), 40),
  lazyView("popover", () => import("./popover/popover.view.tsx").then((m) => m.popoverView), 40),
  lazyView("grid", () => import("./grid/grid.view.tsx").then((m) => m.gridView), 0),
  lazyView("gridCell", () => import("./grid/grid.view.tsx").then((m) => m.gridCellView), 0),
  lazyView("mermaidChart", () => import("./mermaid-chart/mermaid-chart.view.tsx").then((m) => m.mermaidChartView), 200),
  lazyView("skeleton", () => import("./skeleton/skeleton.view.tsx").then((m) => m.skeletonView), 40),
  lazyView("logo", () => import("./logo/logo.view.tsx").then((m) => m.logoView), 0),
  spaceView,
  statusView,
  buttonView,
  captionView,
  checkboxView,
  containerView,
  lazyView("dateInput", () => import("./date-input/date-input.view.tsx").then((m) => m.dateInputView)),
  lazyView("multiselect", () => import("./multiselect/multiselect.view.tsx").then((m) => m.multiselectView)),
  lazyView("numberInput", () => import("./number-input/number-input.view.tsx").then((m) => m.numberInputView)),
  radioView,
  selectboxView,
  lazyView("selectSlider", () => import("./select-slider/select-slider.view.tsx").then((m) => m.selectSliderView)),
  lazyView("textArea", () => import("./text-area/text-area.view.tsx").then((m) => m.textAreaView), 120),
  lazyView("timeInput", () => import("./time-input/time-input.view.tsx").then((m) => m.timeInputView)),
  lazyView("datetimeInput", () => import("./datetime-input/datetime-input.view.tsx").then((m) => m.datetimeInputView)),
  lazyView("pills", () => import("./pills/pills.view.tsx").then((m) => m.pillsView)),
  lazyView("segmentedControl", () => import("./segmented-control/segmented-control.view.tsx").then((m) => m.segmentedControlView)),
  lazyView("feedback", () => import("./feedback/feedback.view.tsx").then((m) => m.feedbackView), 32),
  lazyView("colorPicker", () => import("./color-picker/color-picker.view.tsx").then((m) => m.colorPickerView)),
  lazyView("menuButton", () => import("./menu-button/menu-button.view.tsx").then((m) => m.menuButtonView), 40),
  lazyView("pagination", () => import("./pagination/pagination.view.tsx").then((m) => m.paginationView), 40),
  toggleView,
  formSubmitButtonView,
  formView,
  fragmentView,
  headerView,
  markdownView,
  sliderView,
  pageLinkView,
  subheaderView,
  textInputView,
  textView,
  titleView,
];
