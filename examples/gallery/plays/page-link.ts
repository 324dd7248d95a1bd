import { oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const pageLink = play("pageLink", {
  args: { page: text("https://example.org") },
  options: { label: text("See the chart"), icon: oneOf(":material/open_in_new:", [":material/open_in_new:", ":material/sailing:", "🗺️"]) },
});
