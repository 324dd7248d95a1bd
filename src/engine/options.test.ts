import { expect, test } from "vitest";
import { createTestHost } from "../hosts/test/host.ts";
import { visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

const config = () => ({ "server.port": 8501, "client.showErrorDetails": "full", "theme.base": null });

test("options read by their full names", async () => {
  const page = await visit(() => st.text(JSON.stringify([st.getOption("server.port"), st.getOption("theme.base")])), { config: config() });
  expect(page.all("text")[0]?.props.body).toBe("[8501,null]");
});

test("cfg-013 an unknown option is refused with the nearest name", async () => {
  const page = await visit(() => void st.getOption("server.prot"), { config: config() });
  expect(page.all("exception")[0]?.props).toMatchObject({ message: expect.stringContaining('"server.prot"'), hint: expect.stringContaining('"server.port"') });
  expect(page.all("exception")[0]?.props.message).toContain('the config key "server.prot" is not defined');
});

test("cfg-014 an option of the page takes effect at once; one of the server is refused", async () => {
  const page = await visit(
    () => {
      st.setOption("client.showErrorDetails", "none");
      st.text(String(st.getOption("client.showErrorDetails")));
      st.setOption("server.port", 1);
    },
    { config: config() },
  );
  expect(page.all("text")[0]?.props.body).toBe("none");
  expect(page.all("exception")[0]?.props.message).not.toContain("server.port");
  const other = await visit(() => st.setOption("server.port", 1), { config: config() });
  expect(other.all("exception")[0]?.props.message).toContain("server.port cannot be set on the fly");
});

test("an option is set to what it can be, and whoever serves the page is told once", async () => {
  const told: unknown[] = [];
  const host = { ...createTestHost(), optionSet: (...option: unknown[]) => void told.push(option) };
  const script = () => {
    st.setOption("client.toolbarMode", "viewer");
    st.setOption("client.showErrorDetails", false);
    st.text(String(st.getOption("client.showErrorDetails")));
  };
  const page = await visit(script, { host, config: { ...config(), "client.toolbarMode": "auto" } });
  expect(page.all("text")[0]?.props.body).toBe("stacktrace");
  await page.rerun();
  expect(told).toEqual([
    ["client.toolbarMode", "viewer"],
    ["client.showErrorDetails", "stacktrace"],
  ]);
  const wrong = await visit(() => st.setOption("client.showErrorDetails", "some"), { config: config() });
  expect(wrong.all("exception")[0]?.props.message).toContain('must be one of "full", "stacktrace", "type", "none", but is "some"');
});
