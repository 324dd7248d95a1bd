import { flag, text } from "../knobs.ts";
import { call, play } from "../play.ts";

export const form = play("form", {
  args: { key: text("sign-up") },
  options: { clearOnSubmit: flag(), enterToSubmit: flag(true), border: flag(true) },
  body: [call("textInput", "Your name"), call("slider", "Crew", 1, 8, 2), call("formSubmitButton", "Sign up")],
});
