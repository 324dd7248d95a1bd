import type MagicString from "magic-string";

import type { Node } from "./ast.ts";

/** Where edits go. Opening texts nest from the outside in, closing texts from the inside out. */
export interface Edits {
  text: MagicString;
  /** The nodes around the one that is visited, outermost first. */
  ancestors: Node[];
  /** Text put in front of a node when it is entered. */
  before(position: number, text: string): void;
  /** Text put behind a node when it is left. */
  after(position: number, text: string): void;
  /** A name that the script does not have. */
  fresh(kind: string): string;
}

/** What to do when a node is left. */
export type Leave = (() => void) | undefined;

/** A statement together with its labels: only as a whole may it be put in a block. */
function labelled(node: Node, ancestors: Node[]): Node {
  let whole = node;
  for (let at = ancestors.length - 1; at >= 0; at -= 1) {
    const parent = ancestors[at] as Node;
    if (parent.type !== "LabeledStatement") break;
    whole = parent;
  }
  return whole;
}

/** Puts text at the start of a body, which becomes a block if it is a single statement. */
function beginBody(body: Node, text: string, edits: Edits): Leave {
  if (body.type === "BlockStatement") {
    edits.text.appendLeft(body.start + 1, ` ${text}`);
    return undefined;
  }
  edits.before(body.start, `{ ${text} `);
  return () => edits.after(body.end, " }");
}

/** `await x` and `yield x`: whatever comes back passes the check. */
export function editWait(node: Node, edits: Edits): Leave {
  edits.before(node.start, "__rv.resume(__rv.suspend(), ");
  return () => edits.after(node.end, ")");
}

/** Every turn of a loop passes the check, so that a superseded run can leave it. */
export function editLoop(node: Node, edits: Edits): Leave {
  return beginBody(node.body, "__rv.step();", edits);
}

/** `for await`: each turn, and what follows the loop, comes after a wait. */
export function editAwaitingLoop(node: Node, edits: Edits): Leave {
  const token = edits.fresh("t");
  const whole = labelled(node, edits.ancestors);
  edits.before(whole.start, `{ const ${token} = __rv.suspend(); `);
  const endBody = beginBody(node.body, `__rv.resume(${token}); __rv.step();`, edits);
  return () => {
    endBody?.();
    edits.after(whole.end, ` __rv.resume(${token}); }`);
  };
}

function editCatch(handler: Node, token: string, edits: Edits): void {
  const { param, body } = handler as { param: Node | null; body: Node } & Node;
  if (param?.type === "Identifier") {
    edits.text.appendLeft(body.start + 1, ` __rv.caught(${token}, ${param.name});`);
    return;
  }
  const error = edits.fresh("e");
  if (!param) {
    edits.before(body.start, `(${error}) `);
    edits.text.appendLeft(body.start + 1, ` __rv.caught(${token}, ${error});`);
    return;
  }
  // A control signal must not be taken apart before the check has seen it.
  edits.before(param.start, `${error}) { __rv.caught(${token}, ${error}); let `);
  edits.text.update(param.end, body.start + 1, ` = ${error};`);
}

/** `try`: control signals pass through `catch`, and `finally` runs as the run it belongs to. */
export function editTry(node: Node, edits: Edits): Leave {
  const token = edits.fresh("t");
  const whole = labelled(node, edits.ancestors);
  edits.before(whole.start, `{ const ${token} = __rv.suspend(); `);
  if (node.handler) editCatch(node.handler, token, edits);
  if (node.finalizer) edits.text.appendLeft(node.finalizer.start + 1, ` __rv.restore(${token});`);
  return () => edits.after(whole.end, " }");
}
