import type { Outcome, RerunRequest, WireValue } from "../protocol/messages.ts";
import type { Forms } from "../ui/page.ts";
import type { SetOptions, WidgetFacts } from "../ui/view.ts";
import type { WidgetSink } from "./tree.ts";
import { createForms } from "./widget-forms.ts";

/** Where values and clicks go. */
export type Ask = (request: Omit<RerunRequest, "type" | "seq">) => number;

/** Sequence numbers of edits the server has not been told of. */
const UNSENT = Number.POSITIVE_INFINITY;

interface Entry {
  value: WireValue;
  /** The value the server gave first: what the widget returns to when its form is cleared. */
  initial: WireValue;
  /** The request that carried the newest edit of this page; older server values are ignored. */
  seq: number;
}

export interface Widgets extends WidgetSink {
  readonly forms: Forms;
  value(widget: string): WireValue;
  subscribe(widget: string, listener: () => void): () => void;
  set(widget: WidgetFacts, value: WireValue, options?: SetOptions): void;
  trigger(widget: WidgetFacts, value: WireValue): void;
  /** A widget came on screen. */
  join(widget: WidgetFacts): void;
  /** Sends at once what waits for a timer. */
  flush(): void;
  /** Values that wait for the next request, which is `seq`. */
  takeHeld(seq: number): Record<string, WireValue>;
  /** A run of the whole script, or of one fragment, begins. */
  runBegan(): void;
  runOver(outcome: Outcome, isFragment: boolean): void;
}

interface Waiting {
  values: Record<string, WireValue>;
  triggers: Record<string, WireValue>;
}

/** Values of all widgets on screen: what the server said, what the viewer changed since, and who must hear of it. */
export function createWidgets(ask: Ask, tellBound: (values: Record<string, WireValue>) => void = () => {}): Widgets {
  const entries = new Map<string, Entry>();
  const listeners = new Map<string, Set<() => void>>();
  const waiting = new Map<string | undefined, Waiting>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const held = new Map<string, WireValue>();
  let scheduled = false;

  const tell = (widget: string) => {
    for (const listener of [...(listeners.get(widget) ?? [])]) listener();
  };
  const edit = (widget: string, value: WireValue) => {
    const entry = entries.get(widget);
    entries.set(widget, { value, initial: entry ? entry.initial : undefined, seq: UNSENT });
    tell(widget);
  };
  const queue = (fragment: string | undefined): Waiting => {
    const group = waiting.get(fragment) ?? { values: {}, triggers: {} };
    waiting.set(fragment, group);
    return group;
  };
  const send = (fragment: string | undefined, { values, triggers }: Waiting) => {
    const seq = ask({
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(Object.keys(triggers).length > 0 ? { triggers } : {}),
      ...(fragment === undefined ? {} : { fragment }),
    });
    for (const id of Object.keys(values)) {
      const entry = entries.get(id);
      if (entry && entry.value === values[id]) entries.set(id, { ...entry, seq });
    }
  };
  const flush = () => {
    scheduled = false;
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    const groups = [...waiting];
    waiting.clear();
    const full = groups.find(([fragment]) => fragment === undefined)?.[1];
    if (!full) {
      for (const [fragment, group] of groups) send(fragment, group);
      return;
    }
    // A full run sees everything that changed, also inside fragments.
    for (const [fragment, group] of groups) {
      if (fragment === undefined) continue;
      Object.assign(full.values, group.values);
      Object.assign(full.triggers, group.triggers);
    }
    send(undefined, full);
  };
  const soon = () => {
    if (scheduled) return;
    scheduled = true;
    // Enter in a field both commits and submits: both belong in one request.
    queueMicrotask(() => scheduled && flush());
  };
  const pull = (widget: WidgetFacts, value: WireValue) => {
    if (Object.hasOwn(queue(widget.fragment).triggers, widget.id)) flush();
    queue(widget.fragment).triggers[widget.id] = value;
    soon();
  };
  const forms = createForms({
    values: (id) => entries.get(id)?.value,
    reset: (id) => edit(id, entries.get(id)?.initial),
    submit(values, button) {
      Object.assign(queue(button?.fragment).values, values);
      if (button) pull(button, true);
      else soon();
    },
  });

  return {
    forms,
    value: (widget) => entries.get(widget)?.value,
    subscribe(widget, listener) {
      const set = listeners.get(widget) ?? new Set();
      listeners.set(widget, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(widget) === set) listeners.delete(widget);
      };
    },
    set(widget, value, { debounce = 0 } = {}) {
      edit(widget.id, value);
      if (widget.form) return forms.change(widget.form, widget.id, value);
      if (widget.quiet) {
        held.set(widget.id, value);
        if (widget.quiet === "bound") tellBound({ [widget.id]: value });
        return;
      }
      queue(widget.fragment).values[widget.id] = value;
      clearTimeout(timers.get(widget.id));
      timers.delete(widget.id);
      if (debounce > 0) timers.set(widget.id, setTimeout(flush, debounce));
      else soon();
    },
    trigger(widget, value) {
      if (widget.form) forms.submit(widget.form, widget.id);
      else pull(widget, value);
    },
    join(widget) {
      if (widget.form) forms.join(widget.form, widget.id);
    },
    flush,
    takeHeld(seq) {
      const values = Object.fromEntries(held);
      held.clear();
      for (const [id, value] of Object.entries(values)) {
        const entry = entries.get(id);
        if (entry && entry.value === value) entries.set(id, { ...entry, seq });
      }
      return values;
    },
    runBegan: forms.runBegan,
    runOver: forms.runOver,
    receive(widget, value, seq, snapshot) {
      const entry = entries.get(widget);
      if (entry && (snapshot ? entry.seq === UNSENT : seq < entry.seq && !forms.owns(widget))) return;
      entries.set(widget, { value, initial: entry ? entry.initial : value, seq: 0 });
      forms.settle(widget);
      if (!entry || !Object.is(entry.value, value)) tell(widget);
    },
    gone(widgets) {
      for (const widget of widgets) {
        entries.delete(widget);
        held.delete(widget);
        forms.leave(widget);
      }
    },
  };
}
