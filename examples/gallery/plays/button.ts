import { choice, icon, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

const looks = {
  type: oneOf<"primary" | "secondary" | "tertiary">("primary", ["primary", "secondary", "tertiary"]),
  icon: icon(":material/send:"),
};

export const button = play("button", { args: { label: text("Send") }, options: { ...looks, shortcut: choice("Ctrl+Enter", "Shift+S") }, result: "isPressed" });
export const linkButton = play("linkButton", { args: { label: text("Open the chart"), url: text("https://example.org") }, options: looks });
