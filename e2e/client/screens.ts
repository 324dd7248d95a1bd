import type { ToClient } from "../../src/protocol/messages.ts";
import { type Node, widget } from "./fixture.ts";

const SAMPLE = `### What it can do

Text in **bold**, *italic*, ~~struck~~, \`code\` and [a link](https://example.org/). Bare addresses too: https://example.org/a_(b).

Colours: :red[red] :orange[orange] :yellow[yellow] :green[green] :blue[blue] :violet[violet] :gray[gray] :rainbow[rainbow letters] :small[small] :primary[primary]

Backgrounds: :red-background[red] :orange-background[orange] :green-background[green **bold**] :blue-background[blue] :violet-background[violet] and badges :green-badge[:material/check: Passed] :orange-badge[⚠️ Warning] :gray-badge[Draft]

Icons :material/home: :material/thumb_up: emoji :sunglasses: :tada: but 10:30 and :nothing_here: stay. Math $e^{i\\pi} + 1 = 0$ costs $5 and $6. An arrow -> there.

- First
- Second
  - Inside
- [ ] to do
- [x] done

> A quote of two
> lines

| Fruit | Price |
|:--|--:|
| Apple | 1.20 |
| Quince | 3.40 |

\`\`\`ts
// A comment
export function add(a: number, b: number): number {
  return a + b; // "sum"
}
\`\`\`

$$
\\int_0^1 x^2\\,dx = \\tfrac13
$$
`;

export const markdownScreen: Node[] = [
  { kind: "title", props: { level: 1, body: "Rivulet page :material/water_drop:" } },
  { kind: "header", props: { level: 2, body: "A header", divider: "rainbow", help: "Help for the **header**" } },
  { kind: "subheader", props: { level: 3, body: "A subheader", divider: "blue" } },
  { kind: "markdown", props: { body: SAMPLE, help: "Help at the right" } },
  {
    kind: "markdown",
    props: { body: 'HTML <b style="color:teal">taken</b> <script>alert(1)</script> <i onclick="x()">in</i> :red[and colour]', unsafeAllowHtml: true },
  },
  { kind: "caption", props: { body: "A caption in **small** grey words" } },
  { kind: "text", props: { body: "Plain *text*\n  with <b>every</b> character" } },
];

export const widgetScreen: Node[] = [
  { kind: "title", props: { level: 1, body: "Uber pickups in NYC" } },
  { kind: "markdown", props: { body: "The **widgets** of the first page, as they stand. Nothing moves until you do." } },
  {
    kind: "slider",
    props: { label: "Hour of the day", min: 0, max: 23, step: 1, range: false, type: "number", help: "Which hour?", ...widget("hour") },
    value: [17],
  },
  { kind: "slider", props: { label: "Range of values", min: 0, max: 1, step: 0.01, range: true, type: "number", ...widget("range") }, value: [0.25, 0.3] },
  {
    kind: "slider",
    props: {
      label: "When",
      min: Date.UTC(2024, 0, 1),
      max: Date.UTC(2024, 11, 31),
      step: 86_400_000,
      range: true,
      type: "date",
      format: "MMM D, YYYY",
      ...widget("when"),
    },
    value: [Date.UTC(2024, 0, 3), Date.UTC(2024, 5, 1)],
  },
  { kind: "slider", props: { label: "Disabled", min: 0, max: 100, step: 1, range: false, type: "number", widget: { id: "off", disabled: true } }, value: [40] },
  {
    kind: "textInput",
    props: { label: "Your **name**", type: "default", placeholder: "Type it here", help: "As friends call you", maxChars: 12, ...widget("name") },
    value: "",
  },
  { kind: "textInput", props: { label: "Search", type: "default", icon: ":material/search:", ...widget("search") }, value: "quince" },
  { kind: "textInput", props: { label: "Password", type: "password", ...widget("password") }, value: "secret" },
  { kind: "textInput", props: { label: "Disabled", type: "default", widget: { id: "off2", disabled: true } }, value: "cannot change" },
  {
    kind: "container",
    props: { direction: "horizontal", gap: "small", verticalAlignment: "center" },
    children: [
      { kind: "button", props: { label: "Primary", type: "primary", icon: ":material/check:", ...widget("b1") } },
      { kind: "button", props: { label: "Secondary", type: "secondary", help: "It explains **itself**", ...widget("b2") } },
      { kind: "button", props: { label: "Tertiary", type: "tertiary", icon: "🎈", ...widget("b3") } },
      { kind: "button", props: { label: "Shortcut", type: "secondary", shortcut: "Ctrl+K", ...widget("b4") } },
      { kind: "button", props: { label: "Disabled", type: "secondary", widget: { id: "b5", disabled: true } } },
    ],
  },
  {
    kind: "container",
    props: { border: true, key: "box" },
    children: [
      { kind: "header", props: { level: 2, body: "In a box" } },
      { kind: "text", props: { body: "A bordered container keeps what belongs together." } },
      { kind: "button", props: { label: "Stretched", type: "secondary", width: "stretch", ...widget("b6") } },
    ],
  },
  {
    kind: "container",
    props: { height: 120, border: true },
    children: Array.from({ length: 8 }, (_, i) => ({ kind: "text", props: { body: `Line ${i + 1}` } })),
  },
  { kind: "mystery", props: {} },
];

export const sidebarScreen: Node[] = [
  { kind: "header", props: { level: 2, body: "Settings" } },
  { kind: "textInput", props: { label: "Filter", type: "default", placeholder: "Anything", ...widget("filter") }, value: "" },
  { kind: "slider", props: { label: "Amount", min: 0, max: 100, step: 5, range: false, type: "number", ...widget("amount") }, value: [25] },
  { kind: "caption", props: { body: "Widgets here stand on the *main* background." } },
  { kind: "button", props: { label: "Apply", type: "secondary", ...widget("apply") } },
];

export const navigation = (position: "sidebar" | "top"): ToClient => ({
  type: "navigation",
  navigation: {
    position,
    expanded: false,
    current: "",
    sections: [
      {
        label: "",
        pages: [
          { path: "", title: "Home", icon: ":material/home:" },
          { path: "map", title: "Map of pickups", icon: "🗺️" },
        ],
      },
      {
        label: "Reports",
        pages: [
          { path: "daily", title: "Daily" },
          { path: "weekly", title: "Weekly", icon: ":material/date_range:" },
        ],
      },
    ],
  },
});
