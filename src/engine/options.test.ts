import { expect, test } from "vitest";
import { visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

const config = () => ({ "server.port": 8501, "client.showErrorDetails": "full", "theme.base": null });

test("options read by their full names", async () => {
  const page = await visit(() => st.text(JSON.stringify([st.getOption("server.port"), st.getOption("theme.base")])), { config: config() });
  expect(page.all("text")[0]?.props.body).toBe("[8501,null]");
});

test("an unknown option is refused with the nearest name", async () => {
  const page = await visit(() => void st.getOption("server.prot"), { config: config() });
  expect(page.all("exception")[0]?.props).toMatchObject({ message: expect.stringContaining('"server.prot"'), hint: expect.stringContaining('"server.port"') });
});

test("an option of the page takes effect at once; one of the server is refused", async () => {
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
  expect(other.all("exception")[0]?.props.message).toContain("server.port cannot be set while the app runs");
});
