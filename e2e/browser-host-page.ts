import { encode } from "../src/protocol/codec.ts";
import { Mirror } from "../src/hosts/test/mirror.ts";

/** Drives the engine in a Web Worker from the page of the smoke test. */
export function startDriver(start: unknown) {
  const worker = new Worker("/worker.js", { type: "module" });
  const mirror = new Mirror();
  const failures: string[] = [];
  worker.onerror = (event) => failures.push(event.message);
  worker.onmessage = ({ data }) => mirror.receive(data as Uint8Array);
  worker.postMessage(start);
  const context = { timezone: "UTC", timezoneOffset: 0, locale: "en", url: location.href, isEmbedded: false, theme: "light" };
  worker.postMessage(encode({ type: "hello", version: 1, query: "", page: "", context }));
  let seq = 0;
  const nodes = () => [...mirror.nodes.values()];
  return {
    failures,
    texts: () =>
      nodes()
        .filter((node) => node.kind === "text")
        .map((node) => node.props.body as string),
    kinds: () => nodes().map((node) => node.kind),
    click(label: string) {
      seq += 1;
      const id = nodes().find((node) => node.props.label === label)?.props.widget.id as string;
      worker.postMessage(encode({ type: "rerun", seq, triggers: { [id]: true } }));
    },
    set(label: string, value: unknown) {
      seq += 1;
      const id = nodes().find((node) => node.props.label === label)?.props.widget.id as string;
      worker.postMessage(encode({ type: "rerun", seq, values: { [id]: value } }));
    },
  };
}

Object.assign(globalThis, { startDriver });
