import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { afterPress } from "./after-press.ts";
import { useLatest } from "./hooks.ts";
import { type FormRules, type FormStatus, usePage } from "./page.ts";
import type { WidgetFacts } from "./view.ts";

const OUTSIDE: FormStatus = { pending: false, enterSubmits: false, busy: false, lacksButton: false };

/** State of the form a widget belongs to, and `submit`; `null` outside forms. */
export function useForm(form: string | undefined): (FormStatus & { submit(): void }) | null {
  const { forms } = usePage();
  const status = useSyncExternalStore(forms.subscribe, () => (form ? forms.status(form) : OUTSIDE));
  return form ? { ...status, submit: () => forms.submit(form) } : null;
}

/** For the view of the form block. */
export function useFormBlock(form: string, { clearOnSubmit, enterToSubmit }: FormRules): FormStatus {
  const { forms } = usePage();
  useEffect(() => forms.addForm(form, { clearOnSubmit, enterToSubmit }), [forms, form, clearOnSubmit, enterToSubmit]);
  return useSyncExternalStore(forms.subscribe, () => forms.status(form));
}

/** For the view of a submit button: makes it the one Enter presses when it is the first of its form. */
export function useFormButton(widget: WidgetFacts, disabled: boolean): FormStatus {
  const { forms } = usePage();
  const { form, id, fragment } = widget;
  useEffect(() => {
    if (!form) return undefined;
    return forms.addButton(form, { id, disabled, ...(fragment === undefined ? {} : { fragment }) });
  }, [forms, form, id, disabled, fragment]);
  return useSyncExternalStore(forms.subscribe, () => (form ? forms.status(form) : OUTSIDE));
}

/** What stands against a field, once it was asked. */
export interface FieldCheck {
  /** In words for the viewer; undefined as long as nobody asked, or nothing is wrong. */
  wrong: string | undefined;
  /** Says what is wrong from now on, until nothing is. */
  ask(): void;
}

/**
 * Lets a form ask the field before it is sent, and keeps what is wrong unsaid until then or until the field asks itself.
 *
 * @param form - Name of the form; undefined outside.
 * @param found - What stands against the field as it is now.
 * @param field - Where to go when the form is held back by it.
 */
export function useFieldCheck(form: string | undefined, found: string | undefined, field: RefObject<HTMLElement | null>): FieldCheck {
  const { forms } = usePage();
  const [isAsked, setAsked] = useState(false);
  if (isAsked && found === undefined) setAsked(false);
  const latest = useLatest(found);
  useEffect(() => {
    if (form === undefined) return undefined;
    return forms.addCheck(form, () => {
      if (latest.current === undefined) return undefined;
      setAsked(true);
      return field.current ?? undefined;
    });
  }, [forms, form, field, latest]);
  return { wrong: isAsked ? found : undefined, ask: () => afterPress(() => setAsked(true)) };
}
