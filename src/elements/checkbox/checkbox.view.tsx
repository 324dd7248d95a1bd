import { type ViewProps, view } from "../../ui/view.ts";
import type { Checkbox } from "./checkbox.ts";
import { Tick } from "./tick.tsx";

export const checkboxView = view<typeof Checkbox>("checkbox", ({ node, props, value, setValue, disabled }: ViewProps<typeof Checkbox>) => (
  <Tick node={node} of={props} look="check" isOn={value ?? false} disabled={disabled} onChange={setValue} />
));
