import { views } from "../elements/views.ts";
import { webSocketDial } from "./connection.ts";
import { startApp } from "./start.tsx";

// The bundle lies in `<base>/assets/`, whatever page of the app was opened.
const here = import.meta.url;
const base = new URL(import.meta.env.DEV ? "/" : "../", here);
const stream = new URL("_rivulet/stream", base);
stream.protocol = stream.protocol === "https:" ? "wss:" : "ws:";

startApp({ channel: webSocketDial(stream), views, base, root: document.getElementById("root") as HTMLElement });
