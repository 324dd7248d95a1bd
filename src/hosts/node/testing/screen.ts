import { decode } from "../../../protocol/codec.ts";
import type { Page } from "./page.ts";

type Shown = { kind: string; body?: string; label?: string; message?: string; widget?: { id: string } };

/** What a page shows by now: kinds and props of its nodes, in no particular order. */
export function shown(page: Page): Shown[] {
  const nodes = new Map<number, Shown>();
  for (const message of page.heard) {
    if (message.type !== "patch") continue;
    if (message.from === 0) nodes.clear();
    for (const op of message.ops) {
      if (op.op === "insert" || op.op === "set") nodes.set(op.id, { kind: op.kind, ...(decode(op.props) as object) });
      else if (op.op === "remove") nodes.delete(op.id);
    }
  }
  return [...nodes.values()];
}
/** The bodies of all `st.text`. */
export const texts = (page: Page) => shown(page).flatMap((node) => (node.kind === "text" ? [node.body] : []));

let clicks = 0;
/** Clicks the button of that label; gives the number of the request. */
export function click(page: Page, label: string): number {
  const id = shown(page).find((node) => node.label === label)?.widget?.id;
  if (id === undefined) throw new Error(`No button "${label}" on the page.`);
  clicks += 1;
  page.send({ type: "rerun", seq: clicks, triggers: { [id]: true } });
  return clicks;
}
/** Clicks and waits for the run. */
export async function clicked(page: Page, label: string): Promise<void> {
  const seq = click(page, label);
  while ((await page.next("finished")).seq < seq);
}
