import { existsSync } from "node:fs";
import { commands } from "./reference.ts";

/** A command and the example that shows it in use. */
export interface Topic {
  readonly name: string;
  /** File below examples/. */
  readonly example?: string | undefined;
  /** False for an example with pages, secrets or settings of its own, which is shown but not run inside of this app. */
  readonly runs: boolean;
}

export interface Section {
  readonly title: string;
  readonly icon: string;
  readonly topics: readonly Topic[];
}

const SECTIONS: Readonly<Record<string, { icon: string; names: string }>> = {
  Text: { icon: ":material/title:", names: "write title header subheader markdown text caption badge code latex html divider space echo help" },
  Data: { icon: ":material/table:", names: "dataframe dataEditor table columnConfig metric json" },
  Charts: { icon: ":material/show_chart:", names: "lineChart areaChart barChart scatterChart vegaLiteChart map pydeckChart mermaidChart addRows" },
  Inputs: {
    icon: ":material/tune:",
    names:
      "button downloadButton linkButton menuButton checkbox toggle radio selectbox multiselect pills segmentedControl slider selectSlider numberInput textInput textArea " +
      "dateInput timeInput datetimeInput colorPicker feedback pagination fileUploader cameraInput audioInput",
  },
  Media: { icon: ":material/image:", names: "image audio video pdf iframe logo" },
  Layout: { icon: ":material/dashboard:", names: "columns container grid empty expander popover tabs sidebar bottom" },
  "Chat & status": {
    icon: ":material/chat:",
    names: "chatMessage chatInput writeStream progress spinner status skeleton toast success info warning error exception balloons snow",
  },
  "Control flow": {
    icon: ":material/account_tree:",
    names: "form formSubmitButton dialog fragment task offload stop rerun navigation Page pageLink switchPage",
  },
  "State & caching": { icon: ":material/database:", names: "sessionState queryParams context secrets cacheData cacheResource" },
  Configuration: { icon: ":material/settings:", names: "setPageConfig getOption setOption" },
};

/** Where the example of a command is not the file of its name. */
const EXAMPLES: Readonly<Record<string, string>> = {
  ...of("heading.ts", "title header subheader"),
  ...of("alert.ts", "success info warning error"),
  ...of("chart.ts", "lineChart areaChart barChart scatterChart"),
  ...of("celebration.ts", "balloons snow"),
  ...of("chat.ts", "chatInput chatMessage"),
  ...of("form.ts", "formSubmitButton"),
  ...of("layout.ts", "sidebar"),
  ...of("status-container.ts", "status"),
  ...of("caching.ts", "cacheData cacheResource"),
  ...of("dataframe.ts", "columnConfig"),
  ...of("multipage/app.ts", "navigation Page switchPage"),
  ...of("login.ts", "secrets"),
  ...of("button.ts", "rerun"),
  ...of("offload/app.ts", "offload"),
  ...of("guides/session-state/counter.ts", "sessionState"),
  ...of("guides/pages/address.ts", "queryParams"),
  ...of("guides/execution-model/stop.ts", "stop"),
  ...of("guides/dates/viewer.ts", "context"),
};
const NOT_RUN = new Set(["multipage/app.ts", "offload/app.ts", "login.ts", "page-link.ts", "logo.ts", "menu-items.ts", "set-page-config.ts"]);

function of(example: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, example]));
}

function topic(name: string): Topic {
  const example = EXAMPLES[name] ?? `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, "")}.ts`;
  const exists = existsSync(new URL(`../${example}`, import.meta.url));
  return { name, example: exists ? example : undefined, runs: !NOT_RUN.has(example) };
}

/** Every command there is, by what it is for. */
export const sections: readonly Section[] = Object.entries(SECTIONS)
  .map(([title, { icon, names }]) => ({
    title,
    icon,
    topics: names
      .split(" ")
      .filter((name) => name in commands)
      .map(topic),
  }))
  .filter(({ topics }) => topics.length > 0);

export const topics: readonly Topic[] = sections.flatMap((section) => section.topics);
