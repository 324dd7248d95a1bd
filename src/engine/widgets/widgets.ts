import type { WireValue } from "../../protocol/messages.ts";
import { AppError } from "../errors/errors.ts";
import { LeftBehind } from "./left-behind.ts";
import { decodeOf, type DrawnWidget, encodeIfPossible, encodeOf, persistsFor } from "./widget-spec.ts";

interface Cell {
  wire: WireValue;
  /** A value that code assigned and no call of the widget has taken up yet. */
  raw?: { value: unknown; isPersisted?: boolean };
}

const RESERVED = "$$ID";
/** Stands in the kept state of a session for which of its entries widgets left behind. */
const LEFT_BEHIND = `${RESERVED}-persisted`;

/** Values of a session's widgets and the entries of its session state: two views of one store. */
export class Widgets {
  private readonly cells = new Map<string, Cell>();
  private readonly drawn = new Map<string, DrawnWidget>();
  /** Which widget stands behind a user's key. */
  private readonly bound = new Map<string, string>();
  private readonly plain = new Map<string, unknown>();
  /** Entries among `plain` that widgets left behind. */
  private readonly persisted = new LeftBehind();
  /** Keys that code assigned since the full run began. */
  private readonly touched = new Set<string>();

  /** Called when default and assigned value meet on one widget. */
  onDefaultAndState: (key: string, command: string) => void = () => {};

  drawnAs(id: string): DrawnWidget | undefined {
    return this.drawn.get(id);
  }

  /** What a person did; true when it differs from what was there. */
  report(id: string, wire: WireValue, isEqual: (a: WireValue, b: WireValue) => boolean): boolean {
    const cell = this.cells.get(id);
    const drawn = this.drawn.get(id);
    const before = cell?.raw && drawn ? encodeOf(drawn.spec, cell.raw.value) : cell ? cell.wire : drawn?.spec.initial;
    this.cells.set(id, { wire });
    return !isEqual(before, wire);
  }

  /** Draws a widget: settles which value it has and returns it as wire value. */
  draw(widget: DrawnWidget): WireValue {
    const { id, key, spec } = widget;
    let cell = this.cells.get(id);
    if (key !== undefined) cell = this.bind(key, id, cell, widget);
    if (!cell) {
      cell = { wire: spec.initial };
      this.cells.set(id, cell);
    } else if (cell.raw) {
      const { value, isPersisted } = cell.raw;
      cell.raw = undefined as never;
      delete cell.raw;
      cell.wire = isPersisted ? encodeIfPossible(spec, value) : encodeOf(spec, value);
      if (spec.explicit && !isPersisted && key !== undefined) this.onDefaultAndState(key, spec.command);
    }
    this.drawn.set(id, widget);
    return cell.wire;
  }

  /**
   * Refuses a key that code assigned in this run, for what only a person can set.
   *
   * @throws AppError naming the key, the command and the fix.
   */
  refuseAssigned(key: string, command: string): void {
    const before = this.bound.get(key);
    const isSet = this.plain.has(key) || (before !== undefined && this.cells.get(before)?.raw !== undefined);
    if (isSet && this.touched.has(key)) throw notAssignable(key, command);
  }

  private bind(key: string, id: string, cell: Cell | undefined, widget: DrawnWidget): Cell | undefined {
    const before = this.bound.get(key);
    const wasTouched = this.touched.has(key);
    if (widget.spec.trigger || widget.spec.assignable === false) this.refuseAssigned(key, widget.spec.command);
    this.bound.set(key, id);
    if (before === id) return cell;
    if (before !== undefined) {
      const old = this.cells.get(before);
      const stays = persistsFor(this.drawn.get(before), widget);
      const value = stays && !old?.raw ? this.read(before) : undefined;
      this.forget(before);
      if (stays && !old?.raw && !cell) {
        const taken: Cell = { wire: widget.spec.initial, raw: { value, isPersisted: true } };
        this.cells.set(id, taken);
        return taken;
      }
      if (!wasTouched || !old?.raw) return cell;
      const moved: Cell = { wire: widget.spec.initial, raw: old.raw };
      this.cells.set(id, moved);
      return moved;
    }
    if (!this.plain.has(key)) return cell;
    const value = this.plain.get(key);
    const isPersisted = this.persisted.delete(key);
    this.plain.delete(key);
    if (isPersisted && (cell || !(widget.spec.persist || widget.spec.bind))) return cell;
    if (widget.spec.trigger || (widget.spec.assignable === false && !isPersisted)) return cell;
    const adopted: Cell = { wire: widget.spec.initial, raw: { value, isPersisted } };
    this.cells.set(id, adopted);
    return adopted;
  }

  /** Where a widget stands, for the script. */
  read(id: string): unknown {
    const cell = this.cells.get(id);
    const drawn = this.drawn.get(id);
    if (cell?.raw) return cell.raw.value;
    if (!drawn) return undefined;
    return decodeOf(drawn.spec, cell ? cell.wire : drawn.spec.initial);
  }

  wire(id: string): WireValue {
    const cell = this.cells.get(id);
    return cell ? cell.wire : this.drawn.get(id)?.spec.initial;
  }

  /** The full run that begins now starts a new account of what code assigns. */
  beginRun(): void {
    this.touched.clear();
  }

  /**
   * Drops what a finished run has not drawn. `isOld` says which widgets the run was responsible for.
   * Entries assigned in this run stay one run longer. `page` is the key of the page shown.
   *
   * @returns Those with a key that are gone.
   */
  cleanUp(isDrawn: (id: string) => boolean, isOld: (widget: DrawnWidget | undefined) => boolean, page = ""): DrawnWidget[] {
    for (const key of this.persisted.takeForeign(page)) this.plain.delete(key);
    const gone: string[] = [];
    for (const id of this.cells.keys()) if (!isDrawn(id) && isOld(this.drawn.get(id))) gone.push(id);
    const kept = new Set<string>();
    const left: DrawnWidget[] = [];
    for (const [key, id] of this.bound) {
      const widget = this.drawn.get(id);
      if (isDrawn(id) || !isOld(widget)) continue;
      if (widget) left.push(widget);
      if (this.touched.has(key) && this.cells.get(id)?.raw) kept.add(id);
      else {
        this.bound.delete(key);
        this.leaveBehind(key, id, page);
      }
    }
    for (const id of gone) if (!kept.has(id)) this.forget(id);
    return left;
  }

  /** A widget is not drawn any more: what it stood at becomes an entry, if it was asked to stay. */
  private leaveBehind(key: string, id: string, page: string): void {
    const widget = this.drawn.get(id);
    if (widget && this.persisted.note(key, widget, page)) this.plain.set(key, this.read(id));
  }

  private forget(id: string): void {
    this.cells.delete(id);
    this.drawn.delete(id);
  }

  // Session state: the same store, by user key.

  has(key: string): boolean {
    return this.plain.has(key) || this.bound.has(key);
  }

  get(key: string): unknown {
    const id = this.bound.get(key);
    return id === undefined ? this.plain.get(key) : this.read(id);
  }

  set(key: string, value: unknown): void {
    checkKey(key);
    this.touched.add(key);
    this.persisted.delete(key);
    const id = this.bound.get(key);
    if (id === undefined) this.plain.set(key, value);
    else this.cells.set(id, { wire: this.wire(id), raw: { value } });
  }

  delete(key: string): boolean {
    const id = this.bound.get(key);
    this.touched.delete(key);
    this.persisted.delete(key);
    if (id === undefined) return this.plain.delete(key);
    this.bound.delete(key);
    const cell = this.cells.get(id);
    // The page still shows what the person made; the next call of the widget takes that up again.
    if (cell) delete cell.raw;
    return true;
  }

  keys(): string[] {
    return [...this.plain.keys(), ...this.bound.keys()];
  }

  /** True for an entry that a widget left when it was not drawn any more. */
  isLeftBehind(key: string): boolean {
    return this.persisted.has(key);
  }

  widgetOf(key: string): string | undefined {
    return this.bound.get(key);
  }

  /** For an engine that takes over the session: its own entries, and which of them are values of widgets. */
  kept(): Map<string, unknown> {
    const kept = new Map(this.plain);
    if (this.persisted.marks.length > 0) kept.set(LEFT_BEHIND, this.persisted.marks);
    return kept;
  }

  /** Takes up what `kept` gave. */
  restoreEntries(entries: ReadonlyMap<string, unknown>): void {
    for (const [key, value] of entries) if (key !== LEFT_BEHIND) this.set(key, value);
    const marks = (entries.get(LEFT_BEHIND) ?? []) as LeftBehind["marks"];
    this.persisted.restore(marks.filter(([key]) => this.plain.has(key)));
  }

  /** Entries no widget stands behind. */
  entries(): ReadonlyMap<string, unknown> {
    return this.plain;
  }

  all(): Iterable<DrawnWidget> {
    return this.drawn.values();
  }

  wires(): Map<string, WireValue> {
    return new Map([...this.cells].map(([id, cell]) => [id, cell.wire]));
  }

  restore(values: Record<string, WireValue>): void {
    for (const [id, wire] of Object.entries(values)) this.cells.set(id, { wire });
  }
}

export function checkKey(key: string): void {
  if (!key.startsWith(RESERVED)) return;
  throw new AppError("state-reserved-key", `keys that begin with "${RESERVED}" are reserved: "${key}"`, {
    hint: "Choose another key.",
  });
}

function notAssignable(key: string, command: string): AppError {
  return new AppError("state-not-assignable", `the value of ${command} with key "${key}" cannot be set by st.sessionState`, {
    hint: `Only a person can set it: remove the assignment to "${key}", or keep your own value under another key.`,
  });
}
