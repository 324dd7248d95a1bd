import type { CSSProperties, ReactNode, Ref } from "react";
import "./box.css";
import { classes, keyClass } from "./key-class.ts";
import type { ViewNode } from "./view.ts";

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

/** The outermost node of every element: carries its test id, key class, width, height and staleness. */
export function Box(props: {
  node: ViewNode;
  children?: ReactNode;
  className?: string | undefined;
  style?: CSSProperties;
  ref?: Ref<HTMLDivElement>;
  role?: string;
  "aria-label"?: string | undefined;
}): ReactNode {
  const { node, className, style, children, ...rest } = props;
  const { attributes } = node;
  return (
    <div
      {...attributes}
      {...rest}
      className={classes(attributes.className, className)}
      style={style ? { ...attributes.style, ...style } : attributes.style}
    >
      {children}
    </div>
  );
}
