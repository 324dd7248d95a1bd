import type { ViewEntry } from "../ui/view.ts";
import { buttonView } from "./button/button.view.tsx";
import { captionView } from "./caption/caption.view.tsx";
import { containerView } from "./container/container.view.tsx";
import { headerView, subheaderView, titleView } from "./heading/heading.view.tsx";
import { markdownView } from "./markdown/markdown.view.tsx";
import { sliderView } from "./slider/slider.view.tsx";
import { textView } from "./text/text.view.tsx";
import { textInputView } from "./text-input/text-input.view.tsx";

/** How every kind is drawn, one line each. Heavy ones: `lazyView("map", () => import("./map/map.view.tsx").then((m) => m.mapView))`. */
export const views: readonly ViewEntry[] = [
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
