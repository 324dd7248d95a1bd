import { type ReactNode, useState } from "react";
import { Dialog as Modal } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Dialog } from "./dialog.ts";
import styles from "./dialog.module.css";

/** Closing happens here and at once; the script hears of it only when it asked to. */
function DialogView({ props, trigger, children }: ViewProps<typeof Dialog>): ReactNode {
  const { title, width = "small", dismissible = true, icon, opened } = props;
  const [closed, setClosed] = useState<number>();
  if (closed === opened) return null;
  const close = () => {
    setClosed(opened);
    trigger(true);
  };
  const heading = (
    <>
      {icon && <Icon icon={icon} className={styles.icon} />}
      <InlineMarkdown source={title} />
    </>
  );
  return (
    <Modal key={opened} title={heading} size={width} dismissible={dismissible} onClose={close}>
      {children}
    </Modal>
  );
}

export const dialogView = view<typeof Dialog>("dialog", DialogView);
