import { lines, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const audioInput = play("audioInput", { args: { label: text("Say something") }, result: "speech" });
export const cameraInput = play("cameraInput", {
  args: { label: text("A picture of the boat") },
  // Nobody is asked for the camera by opening a page.
  options: { disabled: oneOf<boolean>(true, [true, false]) },
  result: "photo",
});
export const fileUploader = play("fileUploader", {
  args: {
    label: text("The log of the trip"),
    type: oneOf<string | string[]>(undefined, ["csv", ["png", "jpg"], "image", "audio", "video", "text"]),
    acceptMultipleFiles: oneOf<boolean | "directory">(undefined, [false, true, "directory"]),
  },
  options: { maxUploadSize: number(undefined, { minValue: 1 }) },
  result: "log",
});
export const downloadButton = play("downloadButton", {
  args: { label: text("Save the log"), data: lines("day,knots\n1,12\n2,9\n"), fileName: text("log.csv"), mime: text("text/csv") },
});
