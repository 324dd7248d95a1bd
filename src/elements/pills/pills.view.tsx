import { type ViewProps, view } from "../../ui/view.ts";
import { ButtonGroup } from "./button-group.tsx";
import type { Pills } from "./pills.ts";

export const pillsView = view<typeof Pills>("pills", (props: ViewProps<typeof Pills>) => <ButtonGroup {...props} look="pills" />, { testid: "stButtonGroup" });
