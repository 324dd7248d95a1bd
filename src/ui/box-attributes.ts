import type { CSSProperties } from "react";
import { classes, keyClass } from "./key-class.ts";

/** Props any element may carry about its place. */
export interface PlacedProps {
  key?: string;
  width?: "stretch" | "content" | number;
  height?: "stretch" | "content" | number;
}

export interface BoxAttributes {
  className: string;
  style?: CSSProperties;
  "data-testid": string;
  "data-width"?: string;
  "data-height"?: string;
  "data-stale"?: "true";
}

/** Attributes of an element's outermost node. */
export function boxAttributes(testid: string, props: PlacedProps, stale: boolean): BoxAttributes {
  const { width, height } = props;
  const attributes: BoxAttributes = { className: classes("rv-box", testid, keyClass(props.key)), "data-testid": testid };
  const style: CSSProperties = {};
  if (typeof width === "number") style.width = `${width}px`;
  if (typeof height === "number") style.height = `${height}px`;
  if (typeof width === "number" || typeof height === "number") attributes.style = style;
  if (width !== undefined) attributes["data-width"] = typeof width === "number" ? "fixed" : width;
  if (height !== undefined) attributes["data-height"] = typeof height === "number" ? "fixed" : height;
  if (stale) attributes["data-stale"] = "true";
  return attributes;
}
