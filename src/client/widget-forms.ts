import type { Outcome, WireValue } from "../protocol/messages.ts";
import type { FormRules, Forms, FormStatus } from "../ui/page.ts";
import { reveal } from "../ui/reveal.ts";

interface FormButton {
  id: string;
  disabled: boolean;
  fragment?: string;
}

/** A form on screen. */
interface Form {
  rules: FormRules;
  buttons: FormButton[];
  checks: (() => HTMLElement | undefined)[];
  busy: number;
  pending: Map<string, WireValue>;
  /** Which of them a person changed; the others stand where a submission put them. */
  edited: Set<string>;
  members: Set<string>;
  /** Whether the last run came to the end of it: only then is a button missing. */
  drawn: "new" | "whole" | "cut";
  status: FormStatus;
}

/** The values a form gathers and sends. */
export interface FormHost {
  values(widget: string): WireValue;
  reset(widget: string): void;
  submit(values: Record<string, WireValue>, button: FormButton | undefined): void;
}

export interface OwnForms extends Forms {
  change(form: string, widget: string, value: WireValue): void;
  join(form: string, widget: string): void;
  leave(widget: string): void;
  /** The server set the widget: nothing of it is pending. */
  settle(widget: string): void;
  owns(widget: string): boolean;
  runBegan(): void;
  runOver(outcome: Outcome, isFragment: boolean): void;
}

const IDLE: FormStatus = { pending: false, enterSubmits: false, busy: false, lacksButton: false };

/** Which changes wait in which form, and whether it can be sent. */
export function createForms(host: FormHost): OwnForms {
  const forms = new Map<string, Form>();
  const formOf = new Map<string, string>();
  /** What a form that comes on screen now is: its run may be over before it is drawn. */
  let lately: Form["drawn"] = "new";
  const listeners = new Set<() => void>();

  const at = (name: string): Form => {
    let form = forms.get(name);
    if (!form) {
      form = {
        rules: { clearOnSubmit: false, enterToSubmit: true },
        buttons: [],
        checks: [],
        busy: 0,
        pending: new Map(),
        edited: new Set(),
        members: new Set(),
        drawn: "new",
        status: IDLE,
      };
      forms.set(name, form);
    }
    return form;
  };
  const refresh = (form: Form) => {
    const first = form.buttons[0];
    const next: FormStatus = {
      pending: form.edited.size > 0,
      enterSubmits: form.rules.enterToSubmit && first !== undefined && !first.disabled && form.busy === 0,
      busy: form.busy > 0,
      lacksButton: first === undefined && form.drawn === "whole",
    };
    const same = (Object.keys(next) as (keyof FormStatus)[]).every((key) => next[key] === form.status[key]);
    if (same) return;
    form.status = next;
    for (const listener of [...listeners]) listener();
  };
  const enlist = <T>(form: Form, list: T[], item: T) => {
    list.push(item);
    refresh(form);
    return () => {
      list.splice(list.indexOf(item), 1);
      refresh(form);
    };
  };

  return {
    status: (name) => forms.get(name)?.status ?? IDLE,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    submit(name, button) {
      const form = at(name);
      const pressed = button === undefined ? form.buttons[0] : form.buttons.find(({ id }) => id === button);
      if (form.busy > 0 || (button === undefined && !form.status.enterSubmits)) return;
      // All are asked, so that each says what it lacks.
      const lacking = form.checks.map((check) => check()).filter((field) => field !== undefined);
      if (lacking.length > 0) return reveal(firstOf(lacking));
      host.submit(Object.fromEntries(form.pending), pressed ?? (button === undefined ? undefined : { id: button, disabled: false }));
      form.pending.clear();
      form.edited.clear();
      if (form.rules.clearOnSubmit) {
        for (const widget of form.members) {
          host.reset(widget);
          form.pending.set(widget, host.values(widget));
        }
      }
      refresh(form);
    },
    addForm(name, rules) {
      const form = at(name);
      form.rules = rules;
      form.drawn = lately;
      refresh(form);
      return () => {
        form.rules = { clearOnSubmit: false, enterToSubmit: true };
      };
    },
    addButton: (name, button) => enlist(at(name), at(name).buttons, button),
    addCheck: (name, check) => enlist(at(name), at(name).checks, check),
    addBusy(name) {
      const form = at(name);
      form.busy += 1;
      refresh(form);
      return () => {
        form.busy -= 1;
        refresh(form);
      };
    },
    change(name, widget, value) {
      const form = at(name);
      formOf.set(widget, name);
      form.members.add(widget);
      form.pending.set(widget, value);
      form.edited.add(widget);
      refresh(form);
    },
    join(name, widget) {
      formOf.set(widget, name);
      at(name).members.add(widget);
    },
    leave(widget) {
      const form = forms.get(formOf.get(widget) ?? "");
      formOf.delete(widget);
      form?.members.delete(widget);
      form?.pending.delete(widget);
      form?.edited.delete(widget);
      if (form) refresh(form);
    },
    settle(widget) {
      const form = forms.get(formOf.get(widget) ?? "");
      form?.edited.delete(widget);
      if (form?.pending.delete(widget)) refresh(form);
    },
    owns: (widget) => formOf.has(widget),
    runBegan() {
      lately = "new";
    },
    runOver(outcome, isFragment) {
      if (outcome === "rerun" || outcome === "superseded") return;
      lately = outcome === "done" ? "whole" : "cut";
      for (const form of forms.values()) {
        if (outcome !== "done") form.drawn = form.buttons.length > 0 ? form.drawn : "cut";
        else if (!isFragment || form.drawn === "new") form.drawn = "whole";
        refresh(form);
      }
    },
  };
}

/** The first in the order of the page. */
function firstOf(fields: HTMLElement[]): HTMLElement {
  return fields.reduce((first, next) => (next.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING ? next : first));
}
