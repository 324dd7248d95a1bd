import { AppError } from "../../engine/errors/errors.ts";
import { checkSize, quote } from "../arguments.ts";
import type { Block } from "../../engine/screen/node.ts";
import { here, nearest, type Place, targetOf } from "../../engine/screen/place.ts";
import { currentScope } from "../../engine/runs/scope.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type ButtonOptions, type ButtonProps, buttonProps } from "../button/button.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

export interface FormProps {
  form: string;
  clearOnSubmit?: boolean | undefined;
  enterToSubmit?: boolean | undefined;
  border?: boolean | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface FormOptions {
  /** Puts every widget back to its start once the form was sent. Default false. */
  clearOnSubmit?: boolean | undefined;
  /** Lets Enter in a field send the form. Default true. */
  enterToSubmit?: boolean | undefined;
  /** A line around it. Default true. */
  border?: boolean | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Pixels after which the inside scrolls; or `"stretch"`. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
}

export const Form = defineKind<FormProps>()("form", { block: true });

/**
 * Holds widgets back: what a person changes in a form reaches the script only when the form is sent.
 *
 * @param key - Name of the form; every form of a page has its own.
 * @param options - `clearOnSubmit`, `enterToSubmit`, `border`, `width`, `height`.
 * @param body - Draws the form. Needs a `formSubmitButton`.
 * @returns What `body` returns, or the form as a container.
 * @throws AppError for a form in a form, and for a key that is taken or was set in `st.sessionState`.
 * @example
 * const { name, sent } = st.form("greeting", () => ({ name: st.textInput("Name"), sent: st.formSubmitButton("Greet") }));
 * if (sent) st.write(`Hello ${name}`);
 */
export function form(this: Place | void, key: string, options?: FormOptions): Container;
export function form<R>(this: Place | void, key: string, body: (here: Container) => R): R;
export function form<R>(this: Place | void, key: string, options: FormOptions, body: (here: Container) => R): R;
export function form(this: Place | void, key: string, ...rest: unknown[]): unknown {
  const body = typeof rest.at(-1) === "function" ? (rest.pop() as (here: Container) => unknown) : undefined;
  const { clearOnSubmit, enterToSubmit, border = true, width, height } = gather<FormOptions>(["clearOnSubmit", "enterToSubmit", "border"], rest);
  if (typeof key !== "string" || key === "") {
    throw new AppError("argument", `st.form: key must be a text that names the form, not ${quote(key)}`, {
      hint: 'Write st.form("signup", () => { … }).',
    });
  }
  checkSize("st.form", "width", width, ["stretch", "content"]);
  checkSize("st.form", "height", height, ["stretch", "content"]);
  const place = here(this as Container);
  const around = formAround(place);
  if (around !== undefined) {
    throw new AppError("form", `st.form("${key}") cannot be placed inside the form "${around}"`, { hint: "Forms cannot be nested: end the outer form first." });
  }
  currentScope()?.run?.live?.widgets.refuseAssigned(key, "st.form");
  const block = place.block(Form, { form: key, key, clearOnSubmit, enterToSubmit, border, width, height }, { key });
  (block.node() as Block).form = key;
  return body ? block.with(() => body(block)) : block;
}

export interface FormSubmitButtonProps extends ButtonProps {
  form: string;
}

export const FormSubmitButton = defineKind<FormSubmitButtonProps, boolean>()("formSubmitButton", {
  widget: true,
  verbs: { click: (widget) => widget.setValue(true) },
});

/**
 * Sends the form it stands in.
 *
 * @param label - What stands on it. Markdown. Default `"Submit"`.
 * @param options - As for `st.button`. Its `onClick` is the only callback a form can have.
 * @returns True in the run that its click, or Enter in a field, caused.
 * @throws AppError outside a form.
 * @example
 * st.form("f", () => { st.slider("x"); st.formSubmitButton("Send"); });
 */
export function formSubmitButton(this: Place | void, label = "Submit", options: ButtonOptions = {}): boolean {
  const place = here(this);
  const name = formAround(place);
  if (name === undefined) {
    throw new AppError("form", "st.formSubmitButton() must be used inside a form", {
      hint: "Put it into the body of st.form, or call it on the form: form.formSubmitButton(…).",
    });
  }
  const { key, disabled, onClick, args } = options;
  return place.widget(FormSubmitButton, {
    command: "st.formSubmitButton",
    key: key ?? `FormSubmitter:${name}-${label}`,
    identity: [label, options.help],
    props: { ...buttonProps("st.formSubmitButton", label, options), form: name },
    initial: false,
    decode: (wire) => wire === true,
    trigger: true,
    submits: true,
    disabled,
    onChange: onClick,
    args,
  });
}

/** Name of the form a place is in. */
export function formAround(place: Place): string | undefined {
  const scope = currentScope();
  if (!scope) return undefined;
  return nearest(targetOf(place.target, scope), (block) => block.form !== undefined)?.form;
}
