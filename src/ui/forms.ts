import { useEffect, useSyncExternalStore } from "react";
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
