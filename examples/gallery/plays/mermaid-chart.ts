import { lines } from "../knobs.ts";
import { play } from "../play.ts";

const ORDER = `
flowchart LR
  order[Order] --> check{In stock?}
  check -- yes --> send[Send]
  check -- no --> buy[Buy more]
  buy --> check
`;

export const mermaidChart = play("mermaidChart", { args: { body: lines(ORDER) } });
