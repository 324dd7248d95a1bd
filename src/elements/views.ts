import { lazyView, type ViewEntry } from "../ui/view.ts";
import { buttonView } from "./button/button.view.tsx";
import { captionView } from "./caption/caption.view.tsx";
import { containerView } from "./container/container.view.tsx";
import { headerView, subheaderView, titleView } from "./heading/heading.view.tsx";
import { markdownView } from "./markdown/markdown.view.tsx";
import { sliderView } from "./slider/slider.view.tsx";
import { textView } from "./text/text.view.tsx";
import { textInputView } from "./text-input/text-input.view.tsx";

const charts = () => import("./chart/chart.view.tsx");

/** How every kind is drawn, one line each. Heavy ones: `lazyView("map", () => import("./map/map.view.tsx").then((m) => m.mapView))`. */
export const views: readonly ViewEntry[] = [
  lazyView("areaChart", () => charts().then((m) => m.areaChartView)),
  lazyView("barChart", () => charts().then((m) => m.barChartView)),
  lazyView("dataframe", () => import("./dataframe/dataframe.view.tsx").then((m) => m.dataframeView)),
  lazyView("lineChart", () => charts().then((m) => m.lineChartView)),
  lazyView("map", () => import("./map/map.view.tsx").then((m) => m.mapView)),
  lazyView("pydeckChart", () => import("./pydeck-chart/pydeck-chart.view.tsx").then((m) => m.pydeckChartView)),
  lazyView("scatterChart", () => charts().then((m) => m.scatterChartView)),
  lazyView("table", () => import("./table/table.view.tsx").then((m) => m.tableView)),
  lazyView("vegaLiteChart", () => import("./vega-lite-chart/vega-lite-chart.view.tsx").then((m) => m.vegaLiteChartView)),
  buttonView,
  captionView,
  containerView,
  headerView,
  markdownView,
  sliderView,
  subheaderView,
  textInputView,
  textView,
  titleView,
];
