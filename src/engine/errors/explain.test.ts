import { expect, test } from "vitest";
import { visitSource } from "../../hosts/node/testing/visit-source.ts";
import type { Host } from "../host.ts";

/** What the box says after these lines of a script. */
async function said(lines: string, ports?: Partial<Host>): Promise<Record<string, string>> {
  const page = await visitSource(`import st from "rivulet";\n${lines}\n`, ports);
  return page.all("exception")[0]?.props;
}

test("a command in Python's spelling, with a slip or with other capitals is answered by the right name", async () => {
  expect(await said('(st as any).number_input("x");')).toMatchObject({
    name: "TypeError",
    message: "st.number_input is not a command. Did you mean st.numberInput?",
    frames: [{ line: 2 }],
  });
  expect((await said('(st as any).selectBox("x");')).message).toBe("st.selectBox is not a command. Did you mean st.selectbox?");
  expect((await said('(st as any).sidebar.slidr("x");')).message).toBe("st.sidebar.slidr is not a command. Did you mean st.sidebar.slider?");
  expect((await said('(st as any).column_config.NumberColumn("x");')).message).toBe("there is no st.column_config. Did you mean st.columnConfig?");
  expect((await said("(st as any).session_state.count = 1;")).message).toBe("there is no st.session_state. Did you mean st.sessionState?");
  expect((await said('const has = "count" in (st as any).session_state;')).message).toBe("there is no st.session_state. Did you mean st.sessionState?");
  expect((await said('(st as any).columnConfig.number_column("x");')).message).toContain("Did you mean st.columnConfig.NumberColumn?");
  expect((await said("(st as any).qwertyuiop();")).message).toBe("st.qwertyuiop is not a command.");
});

test.each([
  ["st.experimental_get_query_params();", "st.experimental_get_query_params does not exist", "st.queryParams holds the parameters"],
  ["st.experimental_set_query_params({});", "st.experimental_set_query_params does not exist", "st.queryParams can be written to"],
  ["st.experimental_memo(() => 1);", "st.experimental_memo does not exist", "st.cacheData"],
  ["st.cache(() => 1);", "st.cache does not exist", "st.cacheResource"],
  ["st.experimental_rerun();", "st.experimental_rerun is not a command. Did you mean st.rerun?", undefined],
  ["st.beta_columns(3);", "st.beta_columns is not a command. Did you mean st.columns?", undefined],
  ["st.experimental_fragment(() => {});", "st.experimental_fragment is not a command. Did you mean st.fragment?", undefined],
  ["st.sidebar.beta_expander('x');", "st.sidebar.beta_expander is not a command. Did you mean st.sidebar.expander?", undefined],
  ["st.graphviz_chart('x');", "st.graphviz_chart is not there yet", "st.mermaidChart"],
  ["st.altairChart({});", "st.altairChart is not there yet", "st.vegaLiteChart"],
  ["st.bokeh_chart({});", "st.bokeh_chart is not there yet", "st.vegaLiteChart"],
  ["st.login();", "st.login is not there yet", "st.context.headers"],
  ["st.user.email;", "st.user is not there yet", "st.context.headers"],
  ["st.experimental_user.email;", "st.user is not there yet", "st.context.headers"],
])("the former or foreign name in %s is answered", async (line, message, hint) => {
  const box = await said(line.replace("st.", "(st as any)."));
  expect(box.message).toBe(message);
  if (hint === undefined) expect(box.hint).toBeUndefined();
  else expect(box.hint).toContain(hint);
});

test("a command that a container does not have yet is told from a missing function", async () => {
  const box = await said('const [left] = st.columns(2);\n(left as any).graphviz_chart("x");');
  expect(box).toMatchObject({ message: "left.graphviz_chart is not a function", hint: "st.graphviz_chart is not there yet. st.mermaidChart draws graphs." });
});

test("an import of everything is told from the default one", async () => {
  const page = await visitSource(`import * as app from "rivulet";\n(app as any).title("x");`);
  expect(page.all("exception")[0]?.props.hint).toBeUndefined();
  const plain = await visitSource(`import * as app from "rivulet";\napp.title("x");`);
  expect(plain.all("exception")[0]?.props.hint).toBe('The commands are methods of the default export: write import app from "rivulet".');
});

test("a container's command in another spelling is guessed, any other missing function is left alone", async () => {
  expect(await said('const [left] = st.columns(2);\n(left as any).number_input("x");')).toMatchObject({ hint: "Did you mean left.numberInput?" });
  const other = await said("const list: any = {};\nlist.write_it();");
  expect(other).toMatchObject({ message: "list.write_it is not a function" });
  expect(other.hint).toBeUndefined();
});

test("a secret that is read deeper than there is anything is named with the file it belongs into", async () => {
  expect(await said("st.text(st.secrets.db.password);")).toMatchObject({
    message: 'no secrets were found, so there is no "db"',
    hint: expect.stringContaining(".streamlit/secrets.toml"),
  });
  const some = await said("st.text(st.secrets.db.users.admin);", { secrets: () => ({ db: { host: "h" } }) });
  expect(some.message).toBe('st.secrets has no key "db.users"');
});

test("an entry of the session state that is not there is named", async () => {
  expect((await said("st.text(st.sessionState.user.name);")).hint).toContain('st.sessionState has no key "user"');
  const there = await said("st.sessionState.user = {};\nst.text(st.sessionState.user.name.first);");
  expect(there.hint).toBeUndefined();
});

test("a promise in the place of its value is met with a word on await", async () => {
  const load = "const load = async () => 5;\n";
  expect((await said(`${load}st.metric("m", load() as any);`)).hint).toContain("await");
  expect((await said(`${load}st.slider("m", 0, load() as any);`)).hint).toContain("await");
  expect((await said(`${load}st.text(load());`)).hint).toContain("await");
  expect((await said(`${load}st.progress(load() as any);`)).hint).toContain("await");
  expect((await said(`${load}st.dataframe(load() as any);`)).hint).toContain("await");
  expect((await said(`${load}st.selectbox("x", load() as any);`)).hint).toContain("await");
});

test("what a dictionary has is answered by what objects do, and a command in another spelling by its name", async () => {
  expect(await said("(st.sessionState as any).items();")).toMatchObject({
    message: "st.sessionState.items is not a command.",
    hint: "It is an object: write Object.entries(st.sessionState).",
    frames: [{ line: 2 }],
  });
  expect((await said('st.sessionState.has("x");')).hint).toBe('It is an object: write "name" in st.sessionState.');
  expect((await said('st.sessionState.delete("x");')).hint).toBe("It is an object: write delete st.sessionState.name.");
  expect((await said("st.sessionState.to_dict();")).message).toBe("st.sessionState.to_dict is not a command. Did you mean st.sessionState.toDict?");
  expect((await said('(st.sessionState as any).setdefault("x", 1);')).message).toContain("Did you mean st.sessionState.setDefault?");
  expect((await said("(st.queryParams as any).from_dict({});")).message).toContain("Did you mean st.queryParams.fromDict?");
  expect((await said("(st.queryParams as any).items();")).hint).toContain("Object.entries(st.queryParams)");
  expect((await said("st.columns(2)[0].with(() => { st.sessionState.clearr(); });")).message).toContain("Did you mean st.sessionState.clear?");
});

test("commands of secrets, headers and cookies, and entries in brackets, are met with the right words as well", async () => {
  expect((await said("(st.secrets as any).items();")).hint).toBe("It is an object: write Object.entries(st.secrets).");
  expect((await said("(st.secrets as any).to_dict();")).message).toBe("st.secrets.to_dict is not a command. Did you mean st.secrets.toDict?");
  expect((await said("(st.context.headers as any).get_all('x');")).message).toContain("Did you mean st.context.headers.getAll?");
  expect((await said("st.text(st.secrets['db'][\"password\"]);")).message).toBe('no secrets were found, so there is no "db"');
  expect((await said("st.text(st.sessionState['user'].name);")).hint).toContain('st.sessionState has no key "user"');
});

test("sec-011 a secret within a table can only be read, too, and the box says where it is changed", async () => {
  const box = await said('(st.secrets as any).db.user = "x";', { secrets: () => ({ db: { user: "y" } }) });
  expect(box).toMatchObject({
    name: "TypeError",
    message: expect.stringContaining("st.secrets can only be read"),
    hint: expect.stringContaining("secrets.toml"),
  });
});

test("ctx-001 the context can only be read: nothing of it is changed, added or taken away, for nobody", async () => {
  for (const line of ['(st.context as any).locale = "de";', "(st.context as any).mine = 1;", "delete (st.context as any).locale;"]) {
    expect((await said(line)).message).toContain("st.context can only be read");
  }
  const page = await visitSource('import st from "rivulet";\nst.text(String(st.context.locale));');
  expect(page.all("text")[0]?.props.body).toBe("en-US");
});

test("a container that is called, and a list of containers that is drawn on, are answered by what to write", async () => {
  expect((await said("(st as any).sidebar(() => {});")).hint).toContain("write st.sidebar.with(() => { … })");
  expect((await said('(st.columns(2) as any).write("x");')).hint).toContain("write const [first, second] = st.columns(…), and first.write(…)");
  expect((await said('const tabs: any = st.tabs(["a", "b"]);\ntabs.write("x");')).hint).toContain("write tabs[0].write(…)");
});

test("parameters, headers, cookies and secrets are text, the values of secrets excepted", async () => {
  const script = 'import st from "rivulet";\nst.queryParams.a = 1;\nfor (const one of [st.queryParams, st.secrets, st.context.cookies]) st.text(`${one}`);';
  const page = await visitSource(script, { secrets: () => ({ password: "hunter2" }) });
  expect(page.all("text").map(({ props }) => props.body)).toEqual(['{"a":"1"}', "st.secrets (password)", "{}"]);
});

test("the session state, the parameters and the secrets cannot be replaced, for nobody would have them any more", async () => {
  expect(await said("(st as any).sessionState = {};")).toMatchObject({
    message: "st.sessionState cannot be replaced",
    hint: expect.stringContaining("update"),
  });
  expect((await said("(st as any).queryParams = {};")).message).toBe("st.queryParams cannot be replaced");
  expect((await said("(st as any).secrets = {};")).message).toBe("st.secrets cannot be replaced");
  const page = await visitSource(
    'import st from "rivulet";\nst.sessionState.init({ a: 1 });\nst.text(`${st.sessionState}`);\nst.text(String(st.sessionState));',
  );
  expect(page.all("text").map(({ props }) => props.body)).toEqual(['{"a":1}', '{"a":1}']);
});
