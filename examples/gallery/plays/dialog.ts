import { text } from "../knobs.ts";
import { call, play } from "../play.ts";

export const dialog = play("dialog", {
  args: { title: text("Name the boat") },
  opens: "nameBoat",
  press: "Name it",
  body: [call("textInput", "Name", "Argo"), call("caption", "It can be changed until the boat is in the water.")],
});
