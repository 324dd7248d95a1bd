import type { MarkdownIt } from "markdown-it";

type CoreRule = Parameters<MarkdownIt["core"]["ruler"]["push"]>[1];

/** `[ ]` and `[x]` at the start of a list item become `task_box` tokens, whose `info` is `"done"` or `"open"`. */
export const tasks: CoreRule = (state) => {
  for (const [at, token] of state.tokens.entries()) {
    const item = state.tokens[at - 2];
    const first = token.children?.[0];
    if (token.type !== "inline" || item?.type !== "list_item_open" || first?.type !== "text") continue;
    const found = /^\[([ xX])\]\s/.exec(first.content);
    if (!found) continue;
    first.content = first.content.slice(found[0].length);
    const box = new state.Token("task_box", "input", 0);
    box.info = found[1] === " " ? "open" : "done";
    token.children?.unshift(box);
    item.meta = { task: true };
    item.attrJoin("class", "rv-task");
  }
};
