import { endGrowth, grow } from "../../engine/screen/growth.ts";
import type { Place } from "../../engine/screen/place.ts";
import { currentScope } from "../../engine/runs/scope.ts";
import type { Session } from "../../engine/sessions/session.ts";
import type { Container } from "../index.ts";
import { Markdown, markdownProps } from "../markdown/markdown.ts";
import { textOf } from "./chunk.ts";

/** Puts down what a stream brings: text grows one element, anything else stands by itself. */
export interface Pen {
  add(chunk: unknown): void;
  /** Takes the cursor away; works also when the run may do nothing more. */
  lift(session: Session | undefined): void;
  /** All text so far. */
  readonly text: string;
  /** What came, texts joined with their neighbours; one text alone, or "" for nothing, is given as text. */
  readonly result: string | unknown[];
}

/**
 * @param place - Where it writes.
 * @param cursor - Behind the text while it grows; "" is a bar, undefined none.
 */
export function createPen(place: Container, cursor: string | undefined): Pen {
  const items: unknown[] = [];
  let handle: Place | undefined;
  let text = "";
  let all = "";

  const write = (more: string) => {
    if (more === "") return;
    if (handle) grow(handle, "body", more);
    else {
      const live = cursor === undefined ? {} : { cursor, ended: [] };
      handle = place.element(Markdown, { ...markdownProps("st.writeStream", more), ...live }, { grows: true });
    }
    text += more;
    all += more;
  };
  const lift = (session: Session | undefined) => {
    const node = handle?.node();
    if (node && cursor !== undefined) endGrowth(node, session, "ended", ["cursor", "ended"]);
    if (handle) items.push(text);
    handle = undefined;
    text = "";
  };

  return {
    add(chunk) {
      const more = textOf(chunk);
      if (more !== undefined) return write(more);
      lift(currentScope()?.run?.session());
      if (typeof chunk === "function") return void (chunk as () => unknown)();
      place.write(chunk);
      items.push(chunk);
    },
    lift,
    get text() {
      return all;
    },
    get result() {
      if (items.length === 0) return "";
      return items.length === 1 && typeof items[0] === "string" ? items[0] : items;
    },
  };
}
