import { type ViewProps, view } from "../../ui/view.ts";
import { Tick } from "../checkbox/tick.tsx";
import type { Toggle } from "./toggle.ts";

export const toggleView = view<typeof Toggle>(
  "toggle",
  ({ node, props, value, setValue, disabled }: ViewProps<typeof Toggle>) => (
    <Tick node={node} of={props} look="switch" isOn={value ?? false} disabled={disabled} onChange={setValue} />
  ),
  { testid: "stCheckbox" },
);
