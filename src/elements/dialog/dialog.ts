import { AppError, ControlSignal } from "../../engine/errors/errors.ts";
import type { Block } from "../../engine/screen/node.ts";
import { showError } from "../../engine/runs/execution.ts";
import { active, nearest, Place, RootPlace, sessionOf, targetOf } from "../../engine/screen/place.ts";
import type { Run } from "../../engine/runs/run.ts";
import { stampOf } from "../../engine/runtime.ts";
import type { Scope } from "../../engine/runs/scope.ts";
import type { Session } from "../../engine/sessions/session.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, oneOf, quote } from "../arguments.ts";
import { blockWidget } from "../block-widget.ts";
import { isOptions } from "../widget.ts";

export interface DialogProps {
  title: string;
  width?: "medium" | "large" | undefined;
  dismissible?: boolean | undefined;
  icon?: string | undefined;
  /** Number of the run that opened it: a later one opens it again after it was closed. */
  opened: number;
}

export interface DialogOptions {
  /** `"small"` (500 px), `"medium"` (620 px) or `"large"` (752 px). Default `"small"`. */
  width?: "small" | "medium" | "large" | undefined;
  /** False offers no cross and ignores Escape: only the script closes it. Default true. */
  dismissible?: boolean | undefined;
  /** An emoji, or `:material/name:`, before the title. */
  icon?: string | undefined;
  /** What happens when it is closed by the person: nothing, a rerun, or this function and a rerun. Default `"ignore"`. */
  onDismiss?: "ignore" | "rerun" | (() => unknown) | undefined;
}

export const Dialog = defineKind<DialogProps, boolean>()("dialog", {
  block: true,
  verbs: {
    dismiss(widget) {
      if (widget.props.dismissible === false) throw new Error("only the script closes a dialog with dismissible: false");
      widget.setValue(true);
    },
  },
});

type Opened<R> = R extends PromiseLike<unknown> ? Promise<void> : void;

/**
 * Makes a function that opens a dialog over the page. What the person does in it reruns only the dialog, which stays
 * open; a rerun of the script that does not call the function, such as `st.rerun()`, closes it.
 *
 * @param title - Stands above. Markdown.
 * @param options - `width`, `dismissible`, `icon`, `onDismiss`.
 * @param body - Draws what is in the dialog; may be async.
 * @returns The function that opens it; what it is given goes to `body`.
 * @throws AppError without a title or a body. The function throws inside another dialog, and for a second one in a run.
 * @example
 * const ask = st.dialog("Sign in", () => {
 *   const name = st.textInput("Name");
 *   if (st.button("Send")) { st.sessionState.name = name; st.rerun(); }
 * });
 * if (st.button("Sign in")) ask();
 */
export function dialog<A extends unknown[], R>(title: string, body: (...args: A) => R): (...args: A) => Opened<R>;
export function dialog<A extends unknown[], R>(title: string, options: DialogOptions, body: (...args: A) => R): (...args: A) => Opened<R>;
export function dialog(title: string, ...rest: unknown[]): (...args: unknown[]) => unknown {
  const body = rest.at(-1) as (...args: unknown[]) => unknown;
  if (typeof title !== "string" || title.trim() === "") {
    throw new AppError("argument", "st.dialog: a non-empty title must be given as its first argument", {
      hint: 'Write st.dialog("Sign in", () => { … }).',
    });
  }
  if (typeof body !== "function") {
    throw new AppError("argument", `st.dialog: the last argument must be the function that draws the dialog, not ${quote(body)}`, {
      hint: `Write const open = st.dialog(${JSON.stringify(title)}, () => { … }), and call open().`,
    });
  }
  const options = checked((rest.length > 1 && isOptions(rest[0]) ? rest[0] : {}) as DialogOptions);
  return (...args) => open(title, options, body, args);
}

function checked(options: DialogOptions): DialogOptions {
  const { width = "small", icon, onDismiss = "ignore" } = options;
  oneOf("st.dialog", "width", width, ["small", "medium", "large"]);
  checkIcon("st.dialog", icon);
  if (typeof onDismiss !== "function") oneOf("st.dialog", "onDismiss", onDismiss, ["ignore", "rerun"]);
  return options;
}

function open(title: string, options: DialogOptions, body: (...args: unknown[]) => unknown, args: unknown[]): unknown {
  const session = sessionOf("a dialog");
  const { scope } = active();
  const run = scope.run as Run;
  refuseSecond(scope, run);
  const place = slotOf(session);
  const inside = draw(place, title, options, run).target as Block;
  const failed = (error: unknown) => {
    if (error instanceof ControlSignal || run.ended) throw error;
    showError(session, error, { ...scope, target: inside }, run);
  };
  try {
    const result = session.fragments.call(scope, inside, stampOf(body), () => body(...args), undefined, body);
    return result instanceof Promise ? result.then(() => undefined, failed) : undefined;
  } catch (error) {
    return failed(error);
  }
}

function draw(place: Place, title: string, { width, dismissible, icon, onDismiss = "ignore" }: DialogOptions, run: Run): Place {
  const props: DialogProps = {
    title,
    width: width === "small" ? undefined : width,
    dismissible: dismissible === false ? false : undefined,
    icon: checkIcon("st.dialog", icon),
    opened: run.number,
  };
  if (onDismiss === "ignore") return place.block(Dialog, props);
  const { block } = blockWidget(place, Dialog, {
    command: "st.dialog",
    identity: [title],
    props,
    initial: false,
    decode: (wire) => wire === true,
    trigger: true,
    onChange: typeof onDismiss === "function" ? () => onDismiss() : undefined,
  });
  return block;
}

/** A fragment may open one after the other without a full run between them: the new one takes the place of the old. */
function slotOf(session: Session): Place {
  const block = session.screen.roots.event;
  const index = block.drawn.findIndex((node) => node.kind === Dialog.name);
  return index < 0 ? new RootPlace("event") : new Place({ block, index });
}

function refuseSecond(scope: Scope, run: Run): void {
  if (isInDialog(scope, run)) {
    throw new AppError("nesting", "Dialogs may not be nested inside other dialogs.", {
      hint: "Close this one first: keep in st.sessionState what comes next, and call st.rerun().",
    });
  }
  if (run.once.has("dialog")) {
    throw new AppError("nesting", "Only one dialog is allowed to be opened at the same time.", {
      hint: "Call only one dialog function in a run of the script: use if … else.",
    });
  }
  run.once.add("dialog");
}

function isInDialog(scope: Scope, run: Run): boolean {
  const isDialog = (block: Block) => block.kind === Dialog.name;
  if (nearest(targetOf(undefined, scope), isDialog)) return true;
  for (let at = scope.fragment ?? run.fragment; at; at = at.parent) if (nearest(at.block, isDialog)) return true;
  return false;
}
