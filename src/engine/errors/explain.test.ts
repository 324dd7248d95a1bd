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
