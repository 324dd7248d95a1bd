import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { encode } from "../../src/protocol/codec.ts";
import { FIRST_FREE_ID } from "../../src/protocol/messages.ts";
import type { Node } from "./fixture.ts";
import { createStage } from "./stage.ts";

const stage = createStage();
const { openContext, box } = stage;
const show = (main: Node[], event: Node[] = []) => stage.show(main, { event });

const text = (body: string): Node => ({ kind: "text", props: { body } });
const column = (weight: number, children: Node[], props = {}): Node => ({ kind: "column", props: { weight, ...props }, children });
const reruns = () => stage.server.heard.filter(({ type }) => type === "rerun").length;
const clipboard = () => stage.page.evaluate(() => navigator.clipboard.readText());

test("ui-columns-001 ui-columns-002 columns stand side by side by weight, and below one another in a narrow window", async () => {
  await show([{ kind: "columns", props: {}, children: [column(0.5, [text("a")]), column(0.25, []), column(0.25, [text("c")])] }]);
  const [a, b, c] = [await box("stColumn"), await box("stColumn", 1), await box("stColumn", 2)];
  expect(a.width / c.width).toBeCloseTo(2, 1);
  expect(b.width).toBeCloseTo(c.width, 0);
  expect(b.x - a.x - a.width).toBeCloseTo(16, 0);
  await stage.page.setViewportSize({ width: 640, height: 800 });
  const [first, last] = [await box("stColumn"), await box("stColumn", 2)];
  expect(last.y).toBeGreaterThan(first.y);
  expect(last.width).toBeCloseTo(first.width, 0);
});

test("ui-columns-004 ui-columns-006 contents line up at the bottom, and bordered columns are equally high", async () => {
  await show([
    {
      kind: "columns",
      props: {},
      children: [column(0.5, [text("a\nb\nc")], { verticalAlignment: "bottom" }), column(0.5, [text("d")], { verticalAlignment: "bottom" })],
    },
    { kind: "columns", props: {}, children: [column(0.5, [text("a\nb\nc")], { border: true }), column(0.5, [text("d")], { border: true })] },
  ]);
  const [tall, short] = [await box("stText"), await box("stText", 1)];
  expect(short.y + short.height).toBeCloseTo(tall.y + tall.height, 0);
  expect((await box("stColumn", 2)).height).toBeCloseTo((await box("stColumn", 3)).height, 0);
});

const tabs = (labels: string[]): Node => ({
  kind: "tabs",
  props: { labels },
  children: labels.map((label) => ({ kind: "tab", props: { label }, children: [text(`in ${label}`)] })),
});

test("ui-tabs-001 a click opens a tab at once, without a rerun, and the line follows", async () => {
  await show([tabs(["Cat", "Dog", "Owl"])]);
  await stage.page.getByRole("tab", { name: "Dog" }).click();
  await stage.page.getByText("in Dog").waitFor();
  expect(await stage.page.getByText("in Cat").isVisible()).toBe(false);
  expect(reruns()).toBe(0);
  await stage.page.waitForTimeout(300);
  const tab = await stage.page.getByRole("tab", { name: "Dog" }).boundingBox();
  const line = await stage.page.locator('[role="tablist"] > span[aria-hidden]').boundingBox();
  expect(line?.x).toBeCloseTo(tab?.x ?? 0, 0);
  expect(line?.width).toBeCloseTo(tab?.width ?? 0, 0);
});

test("ui-tabs-004 arrows, Home and End move focus and choice, and Tab goes to the panel", async () => {
  await show([tabs(["Cat", "Dog", "Owl"])]);
  await stage.page.getByRole("tab", { name: "Cat" }).focus();
  const chosen = () => stage.page.locator('[role="tab"][aria-selected="true"]').textContent();
  const steps: [string, string][] = [
    ["ArrowRight", "Dog"],
    ["End", "Owl"],
    ["ArrowRight", "Cat"],
    ["ArrowLeft", "Owl"],
    ["Home", "Cat"],
  ];
  for (const [key, label] of steps) {
    await stage.page.keyboard.press(key);
    expect(await chosen()).toBe(label);
    expect(await stage.page.evaluate(() => document.activeElement?.textContent)).toBe(label);
  }
  await stage.page.keyboard.press("Tab");
  expect(await stage.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tabpanel");
});

test("ui-tabs-003 many tabs scroll sideways with a fade and do not widen the page", async () => {
  await show([tabs(Array.from({ length: 25 }, (_, i) => `Tab number ${i + 1}`))]);
  const strip = stage.page.getByRole("tablist");
  expect(await strip.getAttribute("data-fade")).toBe("right");
  expect(await stage.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await stage.page.getByRole("tab").first().focus();
  await stage.page.keyboard.press("End");
  await expect.poll(() => strip.getAttribute("data-fade")).toBe("left");
});

test("a tab stays open when the tabs before it go", async () => {
  await show([tabs(["Cat", "Dog", "Owl"])]);
  await stage.page.getByRole("tab", { name: "Owl" }).click();
  const props = encode({ labels: ["Dog", "Owl"] });
  stage.server.say({
    type: "patch",
    from: 1,
    revision: 2,
    ops: [
      { op: "set", id: FIRST_FREE_ID, kind: "tabs", props },
      { op: "remove", id: FIRST_FREE_ID + 1 },
    ],
  });
  await expect.poll(() => stage.page.getByRole("tab").count()).toBe(2);
  expect(await stage.page.locator('[role="tab"][aria-selected="true"]').textContent()).toBe("Owl");
  expect(await stage.page.getByText("in Owl").isVisible()).toBe(true);
});

const expander = (label: string, expanded = false): Node => ({ kind: "expander", props: { label, expanded }, children: [text("inside")] });

/** How high something is in every frame of so many milliseconds. */
const heightsOf = (testid: string, milliseconds: number) =>
  stage.page.evaluate(
    ([id, most]) =>
      new Promise<number[]>((done) => {
        const heights: number[] = [];
        const end = performance.now() + most;
        const look = () => {
          const element = document.querySelector(`[data-testid="${id}"]`);
          if (element) heights.push(element.getBoundingClientRect().height);
          if (performance.now() < end) requestAnimationFrame(look);
          else done(heights);
        };
        look();
      }),
    [testid, milliseconds] as const,
  );

test("ui-expander-001 a click opens smoothly, another closes, and nothing is rerun", async () => {
  await show([expander("More")]);
  expect(await stage.page.getByText("inside").isVisible()).toBe(false);
  const watched = heightsOf("stExpanderDetails", 1200);
  await stage.page.getByText("More").click();
  const heights = await watched;
  const open = heights.at(-1) ?? 0;
  expect(heights.some((height) => height > 0 && height < open)).toBe(true);
  expect(await stage.page.getByText("inside").isVisible()).toBe(true);
  await stage.page.getByText("More").click();
  await expect.poll(() => stage.page.getByText("inside").isVisible()).toBe(false);
  expect(reruns()).toBe(0);
});

test("ui-expander-003 another label starts as the script says", async () => {
  await show([expander("One")]);
  await stage.page.getByText("One").click();
  stage.server.say({
    type: "patch",
    from: 1,
    revision: 2,
    ops: [{ op: "set", id: FIRST_FREE_ID, kind: "expander", props: encode({ label: "Two", expanded: false }) }],
  });
  await stage.page.getByText("Two").waitFor();
  await expect.poll(() => stage.page.getByText("inside").isVisible()).toBe(false);
});

test("ui-expander-005 Enter and Space toggle it", async () => {
  await openContext({ reducedMotion: "reduce" });
  await show([expander("More", true)]);
  await stage.page.locator("summary").focus();
  await stage.page.keyboard.press("Enter");
  await expect.poll(() => stage.page.getByText("inside").isVisible()).toBe(false);
  await stage.page.keyboard.press("Space");
  await expect.poll(() => stage.page.getByText("inside").isVisible()).toBe(true);
});

const json = (body: unknown, expanded: boolean | number = true): Node => ({
  kind: "json",
  props: { body: typeof body === "string" ? body : JSON.stringify(body), expanded },
});

test("ui-json-002 ui-json-003 as many levels are open as asked for, and a click opens one", async () => {
  await show([json({ a: { b: { c: "deep" } } }, false), json({ a: { b: { c: "deep" } } }, 2)]);
  const [closed, two] = [stage.page.getByTestId("stJson").nth(0), stage.page.getByTestId("stJson").nth(1)];
  await expect.poll(() => two.getByRole("button", { expanded: true }).count()).toBe(2);
  expect(await closed.getByRole("button", { expanded: true }).count()).toBe(0);
  await closed.getByRole("button", { expanded: false }).click();
  expect(await closed.textContent()).toContain('"a"');
  expect(await closed.getByRole("button", { expanded: true }).count()).toBe(1);
  expect(await stage.page.getByText("deep").count()).toBe(0);
});

test("ui-json-004 a part is copied by the icon beside it", async () => {
  await show([json({ list: [1, { two: 2 }] })]);
  const branch = stage.page.locator("li").filter({ hasText: '"list"' }).first();
  await branch.locator("span").first().hover();
  await branch.getByTestId("stCodeCopyButton").first().click();
  expect(JSON.parse(await clipboard())).toEqual([1, { two: 2 }]);
});

test("ui-json-006 text that is no JSON says where it fails", async () => {
  await show([json('{"a": 1, oops}')]);
  const alert = stage.page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/not JSON.*position 9|not JSON.*column 10/s);
});

test("ui-json-005 a long list comes in parts, and a long text wraps", async () => {
  await show([json({ text: "x".repeat(2000), list: Array.from({ length: 250 }, (_, i) => i) })]);
  await stage.page.getByRole("button", { name: "View 150 more" }).click();
  await expect.poll(() => stage.page.locator('[data-type="number"]').count()).toBe(250);
  expect(await stage.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

const CODE = "const a = 1;\nconst b = 2;";
const code = (props: object): Node => ({ kind: "code", props: { body: CODE, language: "typescript", ...props } });

test("ui-code-001 ui-code-002 ui-code-003 ui-code-005 code has colours, numbers that are not copied, and a copy icon on hover", async () => {
  await show([code({ lineNumbers: true })]);
  await stage.page.locator("code span").first().waitFor();
  const button = stage.page.getByTestId("stCodeCopyButton");
  expect(await button.evaluate((element) => getComputedStyle(element).opacity)).toBe("0");
  expect(await stage.page.getByTestId("stCode").textContent()).toContain("1\n2");
  await stage.page.getByTestId("stCode").hover();
  await expect.poll(() => button.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
  await button.click();
  expect(await clipboard()).toBe(CODE);
});

test("ui-code-006 ui-code-007 a long line scrolls, or wraps when it is asked to", async () => {
  const body = `const long = "${"word ".repeat(100)}";`;
  await show([code({ body }), code({ body, wrapLines: true, lineNumbers: true })]);
  const overflow = (at: number) =>
    stage.page
      .locator("pre")
      .nth(at)
      .evaluate((pre) => pre.scrollWidth > pre.clientWidth + 1);
  expect(await overflow(0)).toBe(true);
  expect(await overflow(1)).toBe(false);
});

test("the number of a line stands with it when lines before it wrap, and is no part of the text", async () => {
  const body = `const long = "${"word ".repeat(100)}";\n\nlast();`;
  await show([code({ body, wrapLines: true, lineNumbers: true })]);
  const lines = stage.page.locator("pre [data-number]");
  await stage.page.locator("code span span").first().waitFor();
  expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute("data-number")))).toEqual(["1", "2", "3"]);
  const [first = 0, empty = 0, last = 0] = await lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height));
  expect(first).toBeGreaterThan(60);
  expect([empty, last]).toEqual([21, 21]);
  const chosen = await stage.page.locator("code").evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    return String(getSelection());
  });
  expect(chosen.trimEnd()).toBe(body);
});

test("ui-metric-001 ui-metric-002 ui-metric-005 ui-metric-007 ui-metric-010 a metric has a label, a figure, a change and a chart", async () => {
  await show([
    {
      kind: "columns",
      props: {},
      children: [
        column(0.1, [
          {
            kind: "metric",
            props: {
              label: "A label that is much too long",
              value: "70 °F",
              delta: "1.2 °F",
              direction: "up",
              color: "green",
              help: "why",
              chart: { type: "line", values: [1, 3, null, 2] },
            },
          },
        ]),
        column(0.9, [
          { kind: "metric", props: { label: "Wind", value: 9, delta: -8, direction: "down", color: "red" } },
          { kind: "metric", props: { label: "Rows", value: 12 } },
        ]),
      ],
    },
  ]);
  await stage.page.getByTestId("stMetricDeltaIcon-Up").waitFor();
  expect(await stage.page.getByTestId("stMetricDeltaIcon-Down").count()).toBe(1);
  expect(await stage.page.getByTestId("stMetricDelta").count()).toBe(2);
  expect(
    await stage.page
      .getByTestId("stMetricValue")
      .first()
      .evaluate((element) => getComputedStyle(element).fontSize),
  ).toBe("36px");
  const [label, help] = [await box("stMetricLabel"), await box("stTooltipIcon")];
  expect(help.x + help.width).toBeLessThanOrEqual(label.x + label.width + 1);
  expect(await stage.page.getByTestId("stMetricChart").locator("path").count()).toBe(2);
});

test("ui-progress-001 half a bar is half full and says so", async () => {
  await show([{ kind: "progress", props: { value: 50, text: "Loading" } }]);
  const bar = stage.page.getByRole("progressbar", { name: "Loading" });
  expect(await bar.getAttribute("aria-valuenow")).toBe("50");
  const [track, fill] = [await bar.boundingBox(), await bar.locator("div").boundingBox()];
  expect((fill?.x ?? 0) + (fill?.width ?? 0) - (track?.x ?? 0)).toBeCloseTo((track?.width ?? 0) / 2, 0);
});

test("ui-spinner-001 short work shows no spinner, long work a ring and its words", async () => {
  // The page itself looks when what comes: a look from outside may be late.
  await stage.page.addInitScript(() => {
    const seen: Record<string, { at: number; y: number }> = {};
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const name of ["stText", "stSpinner"]) {
        const found = document.querySelector(`[data-testid="${name}"]`);
        if (found) seen[name] ??= { at: performance.now(), y: found.getBoundingClientRect().y };
      }
    }).observe(document, { subtree: true, childList: true });
  });
  await show([{ kind: "spinner", props: { text: "Wait", showTime: true } }, text("after")]);
  await stage.page.getByTestId("stSpinner").waitFor();
  const { stText, stSpinner } = await stage.page.evaluate(() => (window as unknown as { seen: Record<string, { at: number; y: number }> }).seen);
  expect((stSpinner?.at ?? 0) - (stText?.at ?? 0)).toBeGreaterThan(250);
  expect(await stage.page.getByTestId("stSpinner").textContent()).toMatch(/^Wait\(\d\.\d seconds\)$/);
  stage.server.say({
    type: "patch",
    from: 1,
    revision: 2,
    ops: [
      { op: "insert", id: 900, parent: 1, after: FIRST_FREE_ID, kind: "empty", props: encode({}) },
      { op: "remove", id: FIRST_FREE_ID },
    ],
  });
  await stage.page.getByTestId("stSpinner").waitFor({ state: "detached" });
  expect((await box("stText")).y).toBe(stText?.y);
});

test("ui-empty-001 an emptied slot takes no room", async () => {
  await show([text("a"), { kind: "empty", props: {} }, text("b")]);
  const [a, b] = [await box("stText"), await box("stText", 1)];
  expect(b.y - a.y - a.height).toBeCloseTo(16, 0);
});

const toast = (body: string, props = {}): Node => ({ kind: "toast", props: { body, run: 1, ...props } });

test("ui-toast-001 ui-toast-002 ui-toast-006 toasts stack at the top right, stay their time, and close by their cross", async () => {
  await show([text("x")], [toast("One", { seconds: 1, icon: "🔥" }), toast("Two"), toast("Three")]);
  await expect.poll(() => stage.page.getByTestId("stToast").count()).toBe(3);
  const [one, two] = [await box("stToast"), await box("stToast", 1)];
  expect(one.width).toBe(336);
  expect(two.y).toBeGreaterThanOrEqual(one.y + one.height);
  await expect.poll(() => stage.page.getByTestId("stToast").count(), { timeout: 4000 }).toBe(2);
  await stage.page.getByTestId("stToast").filter({ hasText: "Two" }).getByRole("button", { name: "Close" }).click();
  await expect.poll(() => stage.page.getByTestId("stToast").count()).toBe(1);
});

test("ui-toast-003 a long toast is cut at a word and opens", async () => {
  await show([text("x")], [toast(`${"word ".repeat(30)}end`)]);
  const one = stage.page.getByTestId("stToast");
  await one.waitFor();
  expect(await one.textContent()).not.toContain("end");
  await stage.page.getByRole("button", { name: "View more" }).click();
  expect(await one.textContent()).toContain("end");
  await stage.page.getByRole("button", { name: "View less" }).click();
  expect(await one.textContent()).not.toContain("end");
});

test("the same toast of a later run appears again", async () => {
  await show([text("x")], [toast("Saved")]);
  await stage.page.getByRole("button", { name: "Close" }).click();
  await stage.page.getByTestId("stToast").waitFor({ state: "detached" });
  stage.server.say({
    type: "patch",
    from: 1,
    revision: 2,
    ops: [{ op: "set", id: FIRST_FREE_ID + 1, kind: "toast", props: encode({ body: "Saved", run: 2 }) }],
  });
  await stage.page.getByTestId("stToast").waitFor();
});

const EVERYTHING: Node[] = [
  ...["success", "info", "warning", "error"].map(
    (kind): Node => ({ kind, props: { body: `A [link](https://example.org) and \`code\` in ${kind}`, icon: ":material/info:", title: "Title" } }),
  ),
  {
    kind: "exception",
    props: {
      name: "RangeError",
      message: "too far",
      hint: "Go `back`.",
      frames: Array.from({ length: 5 }, (_, i) => ({ file: "app.ts", line: i + 1, column: 1, function: "load", code: "throw new RangeError();" })),
    },
  },
  ...["red", "green", "gray", "violet", "primary"].map(
    (color): Node => ({
      kind: "metric",
      props: {
        label: "Label",
        value: 1,
        delta: 2,
        direction: "up",
        color,
        deltaDescription: "since May",
        border: true,
        chart: { type: "area", values: [1, 2, 3] },
      },
    }),
  ),
  { kind: "progress", props: { value: 30 } },
  { kind: "progress", props: { value: 30, text: "Loading" } },
  { kind: "spinner", props: { text: "Wait", showTime: true } },
  tabs(["Cat", "Dog"]),
  expander("More", true),
  expander("Closed"),
  json({ a: [1, "two", null, true], b: {} }, 1),
  code({ lineNumbers: true }),
  { kind: "latex", props: { body: "x^2", help: "A square" } },
  { kind: "divider", props: {} },
  { kind: "columns", props: {}, children: [column(0.5, [text("a")], { border: true }), column(0.5, [text("b")])] },
];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test.each([
  ["light", 1100],
  ["dark", 1100],
  ["dark", 400],
] as const)("ui-alert-001 text, layout and status have no accessibility violations in the %s theme at %i px", async (colorScheme, width) => {
  await openContext({ colorScheme, bypassCSP: true, reducedMotion: "reduce", viewport: { width, height: 900 } });
  await show([{ kind: "title", props: { level: 1, body: "Title" } }, ...EVERYTHING], [toast("Toast", { icon: "🔥" })]);
  await stage.page.locator(".katex").first().waitFor();
  await stage.page.getByTestId("stSpinner").waitFor();
  await stage.page.waitForTimeout(500);
  await stage.page.evaluate(axe);
  const found = await stage.page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ""}`).join("\n")}`);
  });
  expect(found).toEqual([]);
  expect(await stage.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("run-027 what a long run has not drawn again stays and is dimmed until the run ends", async () => {
  await show([text("old"), expander("Old", true), text("new")]);
  const dim = (testid: string) =>
    stage.page
      .getByTestId(testid)
      .first()
      .evaluate((element) => Number(getComputedStyle(element).opacity));
  stage.server.say({ type: "started", run: 9 }, { type: "patch", from: 1, revision: 2, ops: [{ op: "stale", ids: [FIRST_FREE_ID, FIRST_FREE_ID + 1] }] });
  await expect.poll(() => dim("stText"), { timeout: 4000 }).toBeCloseTo(0.33, 1);
  await expect.poll(() => dim("stExpander"), { timeout: 4000 }).toBeCloseTo(0.33, 1);
  expect(await stage.page.getByText("new").evaluate((element) => Number(getComputedStyle(element).opacity))).toBe(1);
  stage.server.say({ type: "finished", run: 9, seq: 0, outcome: "done" });
  await expect.poll(() => dim("stText")).toBe(1);
});
