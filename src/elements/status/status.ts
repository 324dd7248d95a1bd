import { AppError } from "../../engine/errors/errors.ts";
import { change, changeAtEnd } from "../../engine/screen/growth.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, oneOf, quote } from "../arguments.ts";
import { takeBody } from "../container/container.ts";
import type { ExpanderType } from "../expander/expander.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";
import { work } from "../work.ts";

const STATES = ["running", "complete", "error"] as const;
export type StatusState = (typeof STATES)[number];

export interface StatusProps {
  label: string;
  state: StatusState;
  expanded?: boolean | undefined;
  type?: "compact" | "step" | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface StatusOptions {
  /** Whether it starts open. Default false. */
  expanded?: boolean | undefined;
  /** Its icon: a turning ring, a tick or a warning. Default `"running"`. */
  state?: StatusState | undefined;
  /** As of an expander: `"compact"` is a line without a frame, `"step"` a stage of a sequence. Default `"default"`. */
  type?: ExpanderType | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

/** What is not given stays as it is. */
export interface StatusUpdate {
  label?: string | undefined;
  state?: StatusState | undefined;
  /** Opens or closes it. */
  expanded?: boolean | undefined;
}

export interface StatusContainer extends Container {
  /** Changes the line and how it stands; what is inside stays. */
  update(update: StatusUpdate): void;
}

export const Status = defineKind<StatusProps>()("status", { block: true });

/**
 * Tells how a long piece of work stands, with its details folded under one line. With a body it is complete when the
 * body ends, and says so when it fails. The run ends only after an async body, awaited or not.
 *
 * @param label - The line. Markdown.
 * @param options - `expanded`, `state`, `type`, `width`.
 * @param body - The work; draws what is inside. May be async.
 * @returns The container, whose `update` changes it; or what `body` returns.
 * @throws AppError when the label is not text or the state or the type is none of the three.
 * @example
 * await st.status("Loading", async (status) => {
 *   st.write("Asking the server …");
 *   const rows = await load();
 *   status.update({ label: `${rows.length} rows` });
 * });
 */
export function status(this: Place | void, label: string, options?: StatusOptions): StatusContainer;
export function status<R>(this: Place | void, label: string, body: (here: StatusContainer) => R): R;
export function status<R>(this: Place | void, label: string, options: StatusOptions, body: (here: StatusContainer) => R): R;
export function status(this: Place | void, label: string, ...given: unknown[]): unknown {
  const { body, rest } = takeBody(given);
  const { expanded, state = "running", type = "default", width } = gather<StatusOptions>(["expanded", "state"], rest);
  checkSize("st.status", "width", width, ["stretch", "content"]);
  const looks = oneOf("st.status", "type", type, ["default", "compact", "step"]);
  let props: StatusProps = {
    label: checkLabel(label),
    state: checkState(state),
    expanded: expanded || undefined,
    type: looks === "default" ? undefined : looks,
    width,
  };
  const around = here(this as Container);
  const place = around.block(Status, props);
  const update = (next: StatusUpdate) => {
    props = {
      ...props,
      ...(next.label === undefined ? {} : { label: checkLabel(next.label) }),
      ...(next.state === undefined ? {} : { state: checkState(next.state) }),
      ...(next.expanded === undefined ? {} : { expanded: next.expanded || undefined }),
    };
    change(place, Status, props);
  };
  const container: StatusContainer = Object.assign(place, { update });
  if (!body) return container;
  const end = (outcome: StatusState) => props.state === "running" && update({ state: outcome });
  return work(around, () => place.with(() => body(container as never)), {
    end,
    stopped: (session) => props.state === "running" && changeAtEnd(place, Status, { ...props, state: "error" }, session),
  });
}

function checkLabel(label: unknown): string {
  if (typeof label === "string") return label;
  throw new AppError("argument", `st.status: label must be text, not ${quote(label)}`);
}

function checkState(state: unknown): StatusState {
  return oneOf("st.status", "state", state, STATES);
}
