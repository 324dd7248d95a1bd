import { createStore, type Store } from "./store.ts";

const open: HTMLDialogElement[] = [];
const top = createStore<HTMLDialogElement | null>(null);

/** The modal dialog in front, which alone takes clicks: what is to be seen and used meanwhile stands inside it. */
export const topDialog: Store<HTMLDialogElement | null> = top;

/** Says that a dialog was opened; returns what says that it is closed. */
export function openedDialog(dialog: HTMLDialogElement): () => void {
  open.push(dialog);
  top.set(dialog);
  return () => {
    open.splice(open.indexOf(dialog), 1);
    top.set(open.at(-1) ?? null);
  };
}
