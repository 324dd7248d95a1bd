import type { AnyKind } from "../protocol/kind.ts";
import { oneOf } from "./arguments.ts";
import { blockWidget } from "./block-widget.ts";
import type { Container } from "./index.ts";

/** What containers that open and close take, so that the script may hear of it. */
export type OpenStateOptions<V> = StateOptions & StateCallback<V>;

interface StateOptions {
  /** Names it: the page gives it the class `st-key-` and the name, and with `onChange` or `bind` its state is in `st.sessionState`. */
  key?: string | number | undefined;
  /** `"query-params"` keeps the state in the page's address under the `key`; the script hears of it then. */
  bind?: "query-params" | undefined;
}

/** Callbacks get the new state, or exactly `args` when they are given. */
type StateCallback<V> =
  | {
      /** What happens when a person opens or closes it: nothing, a rerun, or this function and a rerun. Default `"ignore"`. */
      onChange?: "ignore" | "rerun" | ((value: V) => unknown) | null | undefined;
      args?: undefined;
    }
  // biome-ignore lint/suspicious/noExplicitAny: takes whatever args holds
  | { onChange: (...args: any[]) => unknown; args: readonly unknown[] };

/** Options with which the script hears of the state. */
export type Told<O> = O & ({ onChange: "rerun" | ((...args: never[]) => unknown) } | { bind: "query-params" });

/** True when the script hears of the state. */
export function isTold(command: string, { onChange, bind }: { onChange?: unknown; bind?: unknown }): boolean {
  const given = onChange ?? "ignore";
  if (typeof given !== "function") oneOf(command, "onChange", given, ["ignore", "rerun"]);
  return given !== "ignore" || bind !== undefined;
}

export interface Openable {
  command: string;
  props: object;
  /** What makes it this container. */
  identity: unknown;
  /** Whether it starts open. */
  isOpen: boolean;
  disabled?: boolean | undefined;
}

/** Draws a container that opens and closes; `open` is null when the script does not hear of it. */
export function openable(
  place: Container,
  kind: AnyKind,
  { command, props, identity, isOpen, disabled }: Openable,
  options: OpenStateOptions<boolean>,
): { block: Container; open: boolean | null } {
  const { key, onChange, args, bind } = options;
  if (!isTold(command, options)) return { block: place.block(kind, props, { key }), open: null };
  const { block, value } = blockWidget<boolean>(place, kind, {
    command,
    key,
    identity,
    props,
    initial: isOpen,
    decode: (wire) => wire === true,
    encode: (assigned) => assigned === true,
    disabled,
    onChange: typeof onChange === "function" ? onChange : undefined,
    args,
    bind,
  });
  return { block, open: value };
}
