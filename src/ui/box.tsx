import type { CSSProperties, ReactNode, Ref } from "react";
import "./box.css";
import { classes } from "./key-class.ts";
import type { ViewNode } from "./view.ts";

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
    <div {...attributes} {...rest} className={classes(attributes.className, className)} style={style ? { ...attributes.style, ...style } : attributes.style}>
      {children}
    </div>
  );
}
