import { lines } from "../knobs.ts";
import { play } from "../play.ts";

const BODY = `
Some **bold** and some *slanted* words, \`code\`, a [link](https://example.org), :red[red words], a :green-badge[badge], an emoji :sailboat:, an icon :material/anchor:, and $e^{i\\pi} = -1$.

| boat | metres |
| --- | ---: |
| dinghy | 3.2 |
| sloop | 9.5 |
`;
export const markdown = play("markdown", { args: { body: lines(BODY) } });
export const caption = play("caption", { args: { body: lines("Source: *the harbour office*, 2026") } });
