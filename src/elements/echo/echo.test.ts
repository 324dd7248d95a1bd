import { expect, test } from "vitest";
import { visitSource } from "../../hosts/node/testing/visit-source.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import { STAMP } from "../../engine/runtime.ts";
import st from "../../index.ts";

const kinds = (page: Visit) => page.mirror.root("main").children.map(({ kind }) => kind);

/** A function as the compiler leaves it: with its text in the script. */
function stamped<F extends () => unknown>(body: F, source: string): F {
  Object.defineProperty(body, STAMP, {
    value: { call: "echo", module: "app.ts", position: "echo", hash: "", name: "", parameters: [], source, captured: () => ({}) },
  });
  return body;
}

test("ech-001 the source stands above what the block draws, or below it", async () => {
  const source = '\n    const name: string = "Ada";\n    st.title(name);\n  ';
  const page = await visit(() => {
    st.echo(stamped(() => void st.title("Ada"), source));
    st.echo(
      "below",
      stamped(() => void st.title("Ada"), source),
    );
    st.echo(
      { codeLocation: "below" },
      stamped(() => void st.title("Ada"), source),
    );
  });
  expect(kinds(page)).toEqual(["code", "title", "title", "code", "title", "code"]);
  expect(page.all("code")[0]?.props).toMatchObject({ body: 'const name: string = "Ada";\nst.title(name);', language: "typescript" });
});

test("a block returns its value, also when it is async", async () => {
  const seen: unknown[] = [];
  const page = await visit(async () => {
    seen.push(st.echo(() => 7));
    seen.push(await st.echo("below", async () => st.text("waited").target !== undefined));
  });
  expect(seen).toEqual([7, true]);
  expect(kinds(page)).toEqual(["code", "text", "code"]);
});

test("a missing body and an unknown location are refused", async () => {
  const message = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message;
  expect(await message(() => st.echo("above" as never))).toContain("st.echo: the last argument must be the function");
  expect(await message(() => st.echo("left" as never, () => 1))).toContain("st.echo: codeLocation must be");
});

test("ech-004 the echo of a title and a picture in Markdown shows its code as written, and both", async () => {
  const page = await visitSource(`import st from "rivulet";
st.echo(() => {
  st.title("CAT"); // purrs
  st.markdown("[![Click me](app/static/cat.png)](https://rivulet.example)");
});
`);
  expect(page.mirror.root("main").children.map(({ kind, props }) => [kind, props.body])).toEqual([
    ["code", 'st.title("CAT"); // purrs\nst.markdown("[![Click me](app/static/cat.png)](https://rivulet.example)");'],
    ["title", "CAT"],
    ["markdown", "[![Click me](app/static/cat.png)](https://rivulet.example)"],
  ]);
});
