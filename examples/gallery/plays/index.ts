import { withAllOptions } from "../option-knobs.ts";
import type { Play } from "../play.ts";
import * as addRows from "./add-rows.ts";
import * as dialog from "./dialog.ts";
import * as feedback from "./feedback.ts";
import * as files from "./files.ts";
import * as groups from "./groups.ts";
import * as grid from "./grid.ts";
import * as help from "./help.ts";
import * as logo from "./logo.ts";
import * as alert from "./alert.ts";
import * as badge from "./badge.ts";
import * as button from "./button.ts";
import * as celebration from "./celebration.ts";
import * as chart from "./chart.ts";
import * as choices from "./choices.ts";
import * as code from "./code.ts";
import * as dataframe from "./dataframe.ts";
import * as divider from "./divider.ts";
import * as exception from "./exception.ts";
import * as form from "./form.ts";
import * as heading from "./heading.ts";
import * as html from "./html.ts";
import * as json from "./json.ts";
import * as latex from "./latex.ts";
import * as layout from "./layout.ts";
import * as map from "./map.ts";
import * as markdown from "./markdown.ts";
import * as mermaidChart from "./mermaid-chart.ts";
import * as metric from "./metric.ts";
import * as moments from "./moments.ts";
import * as numbers from "./numbers.ts";
import * as pageLink from "./page-link.ts";
import * as space from "./space.ts";
import * as status from "./status.ts";
import * as table from "./table.ts";
import * as text from "./text.ts";
import * as texts from "./texts.ts";
import * as toggles from "./toggles.ts";
import * as vegaLiteChart from "./vega-lite-chart.ts";
import * as write from "./write.ts";

const written = Object.assign(
  {},
  ...[
    addRows,
    alert,
    badge,
    button,
    celebration,
    chart,
    choices,
    code,
    dataframe,
    dialog,
    divider,
    exception,
    feedback,
    files,
    form,
    grid,
    heading,
    help,
    html,
    json,
    latex,
    layout,
    logo,
    map,
    markdown,
  ],
  ...[groups, mermaidChart, metric, moments, numbers, pageLink, space, status, table, text, texts, toggles, vegaLiteChart, write],
) as Record<string, Play>;

/** What can be played with, by the name of the command. */
export const plays: Readonly<Record<string, Play>> = Object.fromEntries(Object.entries(written).map(([name, play]) => [name, withAllOptions(play)]));
