import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type App, inMemory, overWebSocket, type Page, type Transport } from "./driver.ts";

const transports: [string, Transport][] = [
  ["in memory", inMemory],
  ["over a WebSocket, in threads", overWebSocket],
];

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

const folder = new URL("../../../examples/multipage/", import.meta.url).pathname;
const example = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
);

const title = (page: Page): unknown => page.all("title")[0]?.props.body;
const menu = (page: Page) => {
  const message = page.mirror.messages.findLast(({ type }) => type === "navigation");
  return message?.type === "navigation" ? message.navigation : undefined;
};

describe.each(transports)("%s", (_, start) => {
  test("mpa-029 mpa-031 the example of pages signs in, moves about, keeps what the entry script asked, and signs out", async () => {
    const app = await start(example);
    running.push(app);
    const page = await app.open();
    expect(title(page)).toBe("Boat club");
    page.set("Your name", "Ada");
    await page.settled();
    page.click("Sign in");
    await page.settled();
    expect(title(page)).toBe("Trips with the Dinghy");
    expect(menu(page)?.sections.map(({ label, pages }) => [label, pages.map(({ path }) => path)])).toEqual([
      ["Trips", ["", "planner"]],
      ["Account", ["profile", "signOut"]],
    ]);

    page.set("Boat", 2);
    await page.settled();
    const link = page.all("pageLink")[0]?.props;
    page.ask({ page: link.page, query: link.query });
    await page.settled();
    expect(title(page)).toBe("2 days out");
    page.set("Days", [3]);
    await page.settled();
    expect(page.mirror.messages.findLast(({ type }) => type === "url")).toEqual({ type: "url", query: "days=3", push: false });
    page.click("Back");
    await page.settled();
    expect(title(page)).toBe("Trips with the Sloop");
    expect(page.mirror.messages.findLast(({ type }) => type === "url")).toEqual({ type: "url", page: "", query: "", push: true });

    page.ask({ page: "signOut" });
    await page.settled();
    page.click("Sign out");
    await page.settled();
    expect(title(page)).toBe("Boat club");
    expect(menu(page)?.sections.flatMap(({ pages }) => pages.map(({ title: name }) => name))).toEqual(["Sign in"]);
  });

  test("mpa-001 mpa-014 an edited page of the folder reaches who looks at it", async () => {
    const app = await start({ "app.ts": `import st from "rivulet"; st.text("home");`, "pages/a.ts": `import st from "rivulet"; st.text("a");` });
    running.push(app);
    const page = await app.open();
    page.ask({ page: "a" });
    await page.settled();
    expect(page.texts()).toEqual(["a"]);
    page.send({ type: "runOnSave", value: true });
    await new Promise((next) => setTimeout(next, 300));
    app.write("pages/a.ts", `import st from "rivulet"; st.text("a edited");`);
    await page.until(() => page.texts()[0] === "a edited");
  });
});
