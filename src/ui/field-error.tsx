import type { ReactNode } from "react";
import field from "./field.module.css";

/** The line under a field that says what is wrong with it; read aloud when it appears. */
export function FieldError({ id, text }: { id: string; text: string | undefined }): ReactNode {
  if (text === undefined) return null;
  return (
    <div id={id} className={field.wrong} role="alert">
      {text}
    </div>
  );
}

/** What the control of a wrong field says of itself. */
export function invalid(id: string, text: string | undefined) {
  return text === undefined ? {} : { "aria-invalid": true, "aria-errormessage": id };
}
