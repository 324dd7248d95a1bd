import { view } from "../../ui/view.ts";
import type { Empty } from "./empty.ts";

/** Nothing, not even a gap. */
export const emptyView = view<typeof Empty>("empty", () => null);
