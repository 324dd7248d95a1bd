import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { classes } from "./key-class.ts";

export type ButtonKind = "primary" | "secondary" | "tertiary";

/** The button of the page: filled, outlined or bare. Other attributes go to the native element. */
export function Button(
  props: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind; stretch?: boolean; small?: boolean; ref?: Ref<HTMLButtonElement>; testid?: string },
): ReactNode {
  const { kind = "secondary", stretch = false, small = false, className, testid, ...rest } = props;
  return <button type="button" data-testid={testid} {...rest} className={buttonClass(kind, { stretch, small, className })} />;
}

/** Class names of a button, for links that look like one. */
export function buttonClass(kind: ButtonKind, more: { stretch?: boolean; small?: boolean; className?: string | undefined } = {}): string {
  return classes(styles.button, styles[kind], more.stretch && styles.stretch, more.small && styles.small, more.className);
}
