import { Exception } from "../engine/errors/exception-kind.ts";
import { fragment } from "../engine/fragments/fragment.ts";
import { Place } from "../engine/screen/place.ts";
import { error, Failure, Info, info, Success, success, Warning, warning } from "./alert/alert.ts";
import { checked } from "./checked.ts";
import { Code, code } from "./code/code.ts";
import { Column, ColumnsKind, columns } from "./columns/columns.ts";
import { Container as ContainerKind, container } from "./container/container.ts";
import { echo } from "./echo/echo.ts";
import { Divider, divider } from "./divider/divider.ts";
import { Empty, empty } from "./empty/empty.ts";
import { exception } from "./exception/exception.ts";
import { Expander, expander } from "./expander/expander.ts";
import { Header, header, Subheader, subheader, Title, title } from "./heading/heading.ts";
import { Json, json } from "./json/json.ts";
import { Latex, latex } from "./latex/latex.ts";
import { Caption, caption, Markdown, markdown } from "./markdown/markdown.ts";
import { Metric, metric } from "./metric/metric.ts";
import { Progress, progress } from "./progress/progress.ts";
import { Spinner, spinner } from "./spinner/spinner.ts";
import { Tab, Tabs, tabs } from "./tabs/tabs.ts";
import { Toast, toast } from "./toast/toast.ts";
import { write } from "./write/write.ts";
import { PageLink, pageLink } from "./page-link/page-link.ts";
import { Badge, badge } from "./badge/badge.ts";
import { Balloons, balloons, Snow, snow } from "./celebration/celebration.ts";
import { ChatInput, chatInput } from "./chat/chat-input.ts";
import { ChatMessage, chatMessage } from "./chat/chat-message.ts";
import { Dialog, dialog } from "./dialog/dialog.ts";
import { Help, help } from "./help/help.ts";
import { Html, html } from "./html/html.ts";
import { LinkButton, linkButton } from "./link-button/link-button.ts";
import { Popover, popover } from "./popover/popover.ts";
import { Space, space } from "./space/space.ts";
import { Status, status } from "./status/status.ts";
import { writeStream } from "./write-stream/write-stream.ts";
import { Button, button } from "./button/button.ts";
import { Checkbox, checkbox } from "./checkbox/checkbox.ts";
import { Toggle, toggle } from "./toggle/toggle.ts";
import { Radio, radio } from "./radio/radio.ts";
import { Selectbox, selectbox } from "./selectbox/selectbox.ts";
import { Multiselect, multiselect } from "./multiselect/multiselect.ts";
import { Slider, slider } from "./slider/slider.ts";
import { SelectSlider, selectSlider } from "./select-slider/select-slider.ts";
import { NumberInput, numberInput } from "./number-input/number-input.ts";
import { TextInput, textInput } from "./text-input/text-input.ts";
import { TextArea, textArea } from "./text-area/text-area.ts";
import { DateInput, dateInput } from "./date-input/date-input.ts";
import { TimeInput, timeInput } from "./time-input/time-input.ts";
import { ColorPicker, colorPicker } from "./color-picker/color-picker.ts";
import { DatetimeInput, datetimeInput } from "./datetime-input/datetime-input.ts";
import { Feedback, feedback } from "./feedback/feedback.ts";
import { MenuButton, menuButton } from "./menu-button/menu-button.ts";
import { Pagination, pagination } from "./pagination/pagination.ts";
import { Pills, pills } from "./pills/pills.ts";
import { SegmentedControl, segmentedControl } from "./segmented-control/segmented-control.ts";
import { Form, form, FormSubmitButton, formSubmitButton } from "./form/form.ts";
import { AudioInput, audioInput } from "./audio-input/audio-input.ts";
import { CameraInput, cameraInput } from "./camera-input/camera-input.ts";
import { DownloadButton, downloadButton } from "./download-button/download-button.ts";
import { FileUploader, fileUploader } from "./file-uploader/file-uploader.ts";
import { Text, text } from "./text/text.ts";
import { Logo, logo } from "./logo/logo.ts";
import { Grid, GridCell, grid } from "./grid/grid.ts";
import { MermaidChart, mermaidChart } from "./mermaid-chart/mermaid-chart.ts";
import { Skeleton, skeleton } from "./skeleton/skeleton.ts";
import { addRows } from "./add-rows/add-rows.ts";
import { AreaChart, areaChart, BarChart, barChart, LineChart, lineChart, ScatterChart, scatterChart } from "./chart/chart.ts";
import { Dataframe, dataframe } from "./dataframe/dataframe.ts";
import { map, MapKind } from "./map/map.ts";
import { PydeckChart, pydeckChart } from "./pydeck-chart/pydeck-chart.ts";
import { Table, table } from "./table/table.ts";
import { VegaLiteChart, vegaLiteChart } from "./vega-lite-chart/vega-lite-chart.ts";

/** Every command that draws; all are methods of `st` and of each container, by this list alone. */
export const elements = {
  badge,
  balloons,
  snow,
  chatInput,
  chatMessage,
  help,
  html,
  linkButton,
  popover,
  space,
  status,
  writeStream,
  form,
  formSubmitButton,
  caption,
  code,
  columns,
  container,
  divider,
  empty,
  error,
  exception,
  expander,
  header,
  info,
  json,
  latex,
  markdown,
  metric,
  progress,
  spinner,
  subheader,
  success,
  tabs,
  title,
  toast,
  warning,
  write,
  addRows,
  pageLink,
  areaChart,
  barChart,
  dataframe,
  lineChart,
  map,
  pydeckChart,
  scatterChart,
  table,
  vegaLiteChart,
  button,
  checkbox,
  toggle,
  radio,
  selectbox,
  multiselect,
  slider,
  selectSlider,
  numberInput,
  textInput,
  textArea,
  dateInput,
  timeInput,
  datetimeInput,
  pills,
  segmentedControl,
  feedback,
  colorPicker,
  menuButton,
  pagination,
  audioInput,
  cameraInput,
  downloadButton,
  fileUploader,
  text,
  grid,
  skeleton,
  mermaidChart,
  echo,
  fragment,
  dialog,
  logo,
};

/** Every kind of node; tests and the gallery read this list. */
export const kinds = [
  Badge,
  Balloons,
  Snow,
  ChatInput,
  ChatMessage,
  Dialog,
  Help,
  Html,
  LinkButton,
  Popover,
  Space,
  Status,
  Form,
  FormSubmitButton,
  Caption,
  Code,
  Column,
  ColumnsKind,
  ContainerKind,
  Divider,
  Empty,
  Exception,
  Expander,
  Failure,
  Header,
  Info,
  Json,
  Latex,
  Markdown,
  Metric,
  Progress,
  Spinner,
  Subheader,
  Success,
  Tab,
  Tabs,
  Title,
  Toast,
  Warning,
  AreaChart,
  BarChart,
  Dataframe,
  LineChart,
  MapKind,
  PydeckChart,
  ScatterChart,
  Table,
  VegaLiteChart,
  Button,
  Checkbox,
  Toggle,
  Radio,
  Selectbox,
  Multiselect,
  Slider,
  SelectSlider,
  NumberInput,
  TextInput,
  TextArea,
  DateInput,
  TimeInput,
  DatetimeInput,
  Pills,
  SegmentedControl,
  Feedback,
  ColorPicker,
  MenuButton,
  Pagination,
  AudioInput,
  CameraInput,
  DownloadButton,
  FileUploader,
  Text,
  PageLink,
  Logo,
  Grid,
  GridCell,
  Skeleton,
  MermaidChart,
] as const;

/** Somewhere to draw, with every command that draws. */
export type Container = Place & typeof elements;

Object.assign(Place.prototype, checked(elements));
