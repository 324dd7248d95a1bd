import { type ViewProps, view } from "../../ui/view.ts";
import { ButtonGroup } from "../pills/button-group.tsx";
import type { SegmentedControl } from "./segmented-control.ts";

export const segmentedControlView = view<typeof SegmentedControl>(
  "segmentedControl",
  (props: ViewProps<typeof SegmentedControl>) => <ButtonGroup {...props} look="segments" />,
  { testid: "stButtonGroup" },
);
