import type { AnyKind, PropsOf } from "../../protocol/kind.ts";
import { PayloadRef } from "../../protocol/messages.ts";
import { AppError } from "../errors/errors.ts";
import { ancestors, type Node } from "./node.ts";
import { active, type Place } from "./place.ts";
import type { Run } from "../runs/run.ts";
import type { Session } from "../sessions/session.ts";

/**
 * Adds to a prop of an element that was drawn with `grows`: text to text, entries to a list. What the page already
 * shows is not sent again. The node itself grows too, so that later runs and reconnecting pages compare right.
 *
 * @param place - The handle its command returned.
 * @param prop - Name of the prop.
 * @param more - What to add at its end.
 * @throws AppError when no such element stands at the place, or it would become too big.
 */
export function grow(place: Place, prop: string, more: string | readonly unknown[]): void {
  const { run } = active(place.target);
  const node = place.node();
  const { growing } = node ?? {};
  if (!node || !growing) throw cannotGrow();
  const before = growing[prop];
  const most = (run?.session().core.option("server.maxMessageSize", 200) ?? Number.POSITIVE_INFINITY) * 1_000_000;
  const size = sizeOf(before) + sizeOf(more);
  if (size > most) throw tooBig(node.kind, size, most);
  if (Array.isArray(before) && typeof more !== "string") for (const part of more) before.push(part);
  else if (typeof before === "string" && typeof more === "string") growing[prop] = before + more;
  else throw cannotGrow();
  node.hasGrown = true;
  if (node.wireId !== 0 && run && isShown(node)) run.session().updates.appended(run, node, prop, more);
}

/** The props of a growing element as they stand now. */
export function growingProps(place: Place): Readonly<Record<string, unknown>> | undefined {
  return place.node()?.growing;
}

/**
 * Gives a node other props where it stands; what is in it stays.
 *
 * @param place - The handle its command returned.
 * @param kind - The kind of the node.
 * @param props - All its props.
 */
export function change<K extends AnyKind>(place: Place, kind: K, props: PropsOf<K>): void {
  const { run, drawer } = active(place.target);
  put(place, kind, drawer.encode(kind, props), run?.session(), run);
}

/** As `change`, also when the run that drew the node may do nothing more. */
export function changeAtEnd<K extends AnyKind>(place: Place, kind: K, props: PropsOf<K>, session: Session): void {
  put(place, kind, session.drawer.encode(kind, props), session, undefined);
}

function put(place: Place, kind: AnyKind, props: Uint8Array, session: Session | undefined, run: Run | undefined): void {
  const node = place.node();
  if (!node || node.kind !== kind.name) return;
  node.bytes = props;
  if (node.wireId === 0 || !session || !isShown(node)) return;
  session.screen.ops.push({ op: "set", id: node.wireId, kind: node.kind, props: node.bytes });
  session.updates.settleSoon(run);
}

/**
 * Ends the growth of a node, also when its run may do nothing more. The page learns it from one entry in the list
 * `mark`; from then on the node is what it would be without the props in `passing`.
 */
export function endGrowth(node: Node, session: Session | undefined, mark: string, passing: readonly string[]): void {
  const { growing } = node;
  if (!growing) return;
  for (const prop of passing) delete growing[prop];
  node.hasGrown = true;
  if (node.wireId === 0 || !session || !isShown(node)) return;
  session.screen.ops.push({ op: "append", id: node.wireId, prop: mark, value: [true] });
  session.updates.settleSoon(undefined);
}

/** True while the node is part of what its session draws; handles of earlier runs are not. */
function isShown(node: Node): boolean {
  let at: Node = node;
  for (const block of ancestors(node)) {
    if (block === node) continue;
    if (block.drawn[at.index] !== at) return false;
    at = block;
  }
  return true;
}

/** Bytes of what a growing prop holds; nothing when it cannot grow. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (!Array.isArray(value)) return 0;
  return value.reduce((sum: number, part: unknown) => sum + (part instanceof PayloadRef ? part.size : part instanceof Uint8Array ? part.length : 0), 0);
}

function tooBig(kind: string, size: number, most: number): AppError {
  return new AppError(
    "message-too-big",
    `st.${kind} would hold ${(size / 1e6).toFixed(1)} MB, more than the ${most / 1e6} MB that server.maxMessageSize allows`,
    {
      hint: "Draw it anew with the newest rows only, or raise server.maxMessageSize.",
    },
  );
}

function cannotGrow(): AppError {
  return new AppError("argument", "only an element that exists can be added to, such as the one st.lineChart returned", {
    hint: "Keep what the command returned, and call addRows on it: const chart = st.lineChart(data); chart.addRows(more).",
  });
}
