import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { checkShortcut } from "./shortcut.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const named = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("btn-001 btn-002 a button is false, true in the run of its click, and false again", async () => {
  const page = await visit(() => {
    st.text(String(st.button("Go")));
    st.checkbox("Other");
  });
  expect(texts(page)).toEqual(["false"]);
  await page.click(named(page, "Go"));
  expect(texts(page)).toEqual(["true"]);
  await page.set(named(page, "Other"), true);
  expect(texts(page)).toEqual(["false"]);
});

test("btn-003 a button inside the branch of another vanishes with its own click", async () => {
  const page = await visit(() => {
    if (st.button("outer")) {
      st.text("B1");
      if (st.button("inner")) st.text("B2");
    }
  });
  await page.click(named(page, "outer"));
  expect(texts(page)).toEqual(["B1"]);
  await page.click(named(page, "inner"));
  expect(texts(page)).toEqual([]);
  expect(named(page, "inner")).toBeUndefined();
});

test("btn-004 a field inside the branch of a button vanishes when something is typed into it", async () => {
  const page = await visit(() => {
    if (st.button("Sign up") && st.textInput("Name")) st.text("Welcome");
  });
  await page.click(named(page, "Sign up"));
  await page.set(named(page, "Name"), "Ann");
  expect(texts(page)).toEqual([]);
  expect(named(page, "Name")).toBeUndefined();
});

test("btn-007 the entry of a keyed button is true in the whole run of its click, also above its call", async () => {
  const page = await visit(() => {
    st.text(String(st.sessionState.get("b", false)));
    st.button("Go", { key: "b" });
    st.text(String(st.sessionState.b));
    st.button("Other");
  });
  await page.click(named(page, "Go"));
  expect(texts(page)).toEqual(["true", "true"]);
  await page.click(named(page, "Other"));
  expect(texts(page)).toEqual(["false", "false"]);
});

test("btn-010 a click of a run that ended early is not repeated", async () => {
  for (const end of [
    () => st.stop(),
    () => {
      throw new Error("broken");
    },
  ]) {
    const page = await visit(() => {
      const clicked = st.button("Go");
      st.text(String(clicked));
      st.checkbox("Other");
      if (clicked) end();
    });
    await page.click(named(page, "Go"));
    expect(texts(page)).toEqual(["true"]);
    await page.set(named(page, "Other"), true);
    expect(texts(page)).toEqual(["false"]);
  }
});

test("a click calls onClick before the script, with nothing or exactly the args", async () => {
  const seen: unknown[][] = [];
  const page = await visit(() => {
    st.button("plain", { onClick: (...given: unknown[]) => seen.push(given.slice(1)) });
    st.button("args", { onClick: (a: number, b: string) => seen.push([a, b]), args: [1, "b"] });
  });
  await page.click(named(page, "plain"));
  await page.click(named(page, "args"));
  expect(seen).toEqual([[], [1, "b"]]);
});

test("a type, an icon or a shortcut that is none is refused", async () => {
  expect(failure(await visit(() => void st.button("x", { type: "loud" as never })))).toContain('type must be "primary", "secondary" or "tertiary", not "loud"');
  expect(failure(await visit(() => void st.button("x", { icon: "rocket" })))).toContain("icon must be one emoji");
  expect(failure(await visit(() => void st.button("x", { shortcut: "Ctrl+." })))).toContain("shortcut must end in a letter");
});

test("shortcuts are one key, with modifiers, and leave C and R to the page", () => {
  for (const good of ["K", "4", "Ctrl+K", "cmd+shift+o", "F11", "Esc", "Shift+Enter", "mod+alt+PageDown"]) expect(checkShortcut("st.button", good)).toBe(good);
  for (const bad of ["Ctrl+", "Ctrl", "Hyper+K", "Ctrl+Ctrl+K", "F13", "C", "ctrl+r", "KL", "."]) {
    expect(() => checkShortcut("st.button", bad)).toThrow("st.button: shortcut");
  }
});

test("btn-012 clicks that wait together are all delivered, in one run when fast reruns are off", async () => {
  let release = () => {};
  let isSlow = false;
  const seen: string[] = [];
  const page = await visit(
    async () => {
      if (isSlow)
        await new Promise<void>((done) => {
          release = done;
        });
      seen.push(`${st.button("A")} ${st.button("B")}`);
      st.checkbox("Other");
    },
    { config: { "runner.fastReruns": false } },
  );
  const id = (label: string) => named(page, label)?.props.widget.id as string;
  const [a, b, other] = [id("A"), id("B"), id("Other")];
  isSlow = true;
  seen.length = 0;
  const settled = page.settled();
  page.ask({ values: { [other]: true } });
  await new Promise((next) => setTimeout(next, 5));
  page.ask({ triggers: { [a]: true } });
  page.ask({ triggers: { [b]: true } });
  isSlow = false;
  release();
  await settled;
  expect(seen.at(-1)).toBe("true true");
});

test("useContainerWidth is the former way to say that a button stretches", async () => {
  const page = await visit(() => {
    st.button("wide", { useContainerWidth: true });
    st.button("own", { useContainerWidth: true, width: 100 });
    st.button("narrow", { useContainerWidth: false });
  });
  expect(page.all("button").map(({ props }) => props.width)).toEqual(["stretch", 100, "content"]);
});
