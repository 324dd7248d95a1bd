import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, test } from "vitest";

import { keepLines } from "./keep-lines.ts";
import { transformModule } from "./transform.ts";

const SOURCE = `import st from "rivulet";
interface Row {
  name: string;
}

const rows: Row[] = [
  // Why not
  { name: "a" },
];
st.title(\`First
  second\`);

export function shout(text: string): string {
  const loud = text.toUpperCase();

  return loud;
}
enum Size {
  S,
}
const part = st.fragment(() => {
  st.text(shout("x"));
});
try {
  part();
} catch (error) {
  st.write(error);
}
Size.S
"end"
`;

async function kept() {
  const { code, map } = await transformModule(SOURCE, { id: "/app/app.ts", magic: true, tsconfig: "{}" });
  return keepLines(code, map);
}

test("what begins on a line of the source is on that line of the code", async () => {
  const { code } = await kept();
  const lines = code.split("\n");
  const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
  const source = SOURCE.split("\n");
  for (const text of ["rows = [", ".title(`First", "second`", "loud = text", "return loud", "part = ", 'shout("x")', "part()", ".write(error)", '"end"']) {
    const inSource = source.findIndex((line) => line.replaceAll(": Row[]", "").includes(text)) + 1;
    expect([text, lineOf(text)]).toEqual([text, inSource]);
  }
});

test("the map leads from the new places to the source, and the code is the same but for its breaks", async () => {
  const { code, map } = await kept();
  const line = code.split("\n").findIndex((one) => one.includes("const loud")) + 1;
  const column = (code.split("\n")[line - 1] as string).indexOf("const loud");
  expect(originalPositionFor(new TraceMap(map), { line, column })).toMatchObject({ line: 14, column: 2 });
  const plain = await transformModule(SOURCE, { id: "/app/app.ts", magic: true, tsconfig: "{}" });
  expect(code.replaceAll(/\s+/g, " ").trim()).toBe(plain.code.replaceAll(/\s+/g, " ").trim());
});
