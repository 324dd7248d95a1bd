import { mkdir } from "node:fs/promises";
import { launch } from "../chromium.ts";
import { startFakeServer } from "./fixture.ts";
import { markdownScreen, navigation, sidebarScreen, widgetScreen } from "./screens.ts";

// Takes pictures of the page in both themes and two widths into e2e/shots/ for people to look at.
const browser = await launch();
const server = await startFakeServer();
await mkdir("e2e/shots", { recursive: true });
const only = process.argv[2];
for (const scheme of ["light", "dark"] as const) {
  for (const [width, height, size] of [
    [1280, 1500, "wide"],
    [390, 1500, "narrow"],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: 1 });
    const page = await context.newPage();
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && console.log(scheme, size, message.text()));
    page.on("pageerror", (error) => console.log(scheme, size, String(error)));
    const shoot = async (name: string) => {
      if (only && !name.startsWith(only)) return;
      await page.screenshot({ path: `e2e/shots/${name}-${scheme}-${size}.png` });
    };
    server.screen({ main: markdownScreen }, [navigation("top")]);
    await page.goto(server.url);
    await page.waitForSelector(".katex");
    await page.waitForTimeout(500);
    await shoot("markdown");
    server.screen({ main: widgetScreen, sidebar: sidebarScreen }, [navigation("sidebar")]);
    await page.goto(server.url);
    await page.waitForSelector('main [data-testid="stSlider"]');
    await page.waitForTimeout(500);
    await shoot("widgets");
    if (size === "narrow") {
      await page.click('[data-testid="stExpandSidebarButton"]');
      await page.waitForTimeout(500);
      await shoot("sidebar");
      await page.click('[data-testid="stSidebarCollapseButton"]');
    }
    await page.click('[data-testid="stMainMenuButton"]');
    await page.waitForTimeout(200);
    await shoot("menu");
    await page.getByRole("menuitem", { name: "Settings" }).click();
    await page.waitForTimeout(300);
    await shoot("settings");
    await page.keyboard.press("Escape");
    server.say(
      { type: "started", run: 7 },
      { type: "scriptChanged" },
      { type: "notice", level: "warning", message: "This run held its thread for 1.4 s.", hint: "app.ts:12" },
    );
    await page.waitForTimeout(500);
    await shoot("running");
    server.say({
      type: "compileError",
      error: {
        name: "SyntaxError",
        message: "Unexpected token",
        hint: "Close the bracket.",
        frames: [{ file: "app.ts", line: 3, column: 12, code: "3 | const x = (1 + 2;\n  |                 ^" }],
      },
    });
    await page.waitForTimeout(300);
    await shoot("compile");
    await context.close();
  }
}
await server.close();
await browser.close();
