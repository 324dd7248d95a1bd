import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { ROOT } from "../../protocol/messages.ts";
import { classes } from "../../ui/key-class.ts";
import { useStore } from "../../ui/store.ts";
import { topDialog } from "../../ui/top-dialog.ts";
import { useChildren, useNode, useStage } from "../node-view.tsx";
import styles from "./app.module.css";

/** Toasts, balloons and dialogs of the script. */
export function Events(): ReactNode {
  const { tree } = useStage().session;
  const children = useChildren(useNode(ROOT.event));
  const isDialog = (key: string | null) => tree.node(Number(key))?.kind === "dialog";
  const home = useRef<HTMLDivElement>(null);
  const [host] = useState(() => document.createElement("div"));
  const dialog = useStore(topDialog);
  // The same element moves, so that a toast raised in a dialog outlives it.
  useLayoutEffect(() => void (dialog ?? home.current)?.append(host), [dialog, host]);
  return (
    <>
      <div className={styles.dialogs}>{children.filter(({ key }) => isDialog(key))}</div>
      <div ref={home} />
      {createPortal(
        <div className={classes(styles.events, "stToastContainer")} data-testid="stToastContainer">
          {children.filter(({ key }) => !isDialog(key))}
        </div>,
        host,
      )}
    </>
  );
}
