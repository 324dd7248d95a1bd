import { icon, oneOf, text } from "../knobs.ts";
import { call, play } from "../play.ts";

export const form = play("form", {
  args: { key: text("sign-up") },
  body: [call("textInput", "Your name"), call("slider", "Crew", 1, 8, 2), call("formSubmitButton", "Sign up")],
});
export const formSubmitButton = play("formSubmitButton", {
  within: { ...call("form", "sign-up"), before: [call("textInput", "Your name")] },
  args: { label: text("Sign up") },
  options: { type: oneOf<"primary" | "secondary" | "tertiary">("primary", ["primary", "secondary", "tertiary"]), icon: icon(":material/send:") },
  result: "isSent",
});
