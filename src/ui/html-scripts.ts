/** A script as it stood in the HTML. */
interface TakenScript {
  attributes: [name: string, value: string][];
  text: string;
}

const PLACE = "data-script-place";

/** Takes the scripts out of HTML; an empty element marks the place of each. Nothing of it runs or loads here. */
export function takeScripts(html: string): { html: string; scripts: TakenScript[] } {
  if (!/<script\b/i.test(html)) return { html, scripts: [] };
  const { body: inert } = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  const scripts = [...inert.querySelectorAll("script")].map((script, at) => {
    const place = document.createElement("span");
    place.setAttribute(PLACE, String(at));
    place.hidden = true;
    script.replaceWith(place);
    return { attributes: [...script.attributes].map(({ name, value }) => [name, value] as [string, string]), text: script.text };
  });
  return { html: inert.innerHTML, scripts };
}

/** Runs the scripts in their places, one after the other: what an earlier one loads is there for the next. */
export async function runScripts(root: HTMLElement, scripts: readonly TakenScript[], signal: AbortSignal): Promise<void> {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  for (const [at, { attributes, text }] of scripts.entries()) {
    const script = document.createElement("script");
    for (const [name, value] of attributes) script.setAttribute(name, value);
    if (nonce) script.nonce = nonce;
    // A newer text of the same script may name its constants as the older did.
    script.text = isClassic(script) ? `{${text}\n}` : text;
    const ended = script.src === "" || script.async ? undefined : ending(script);
    (root.querySelector(`[${PLACE}="${at}"]`) ?? root.appendChild(document.createElement("span"))).replaceWith(script);
    if (ended) await ended;
    if (signal.aborted) return;
  }
}

const isClassic = ({ src, type }: HTMLScriptElement): boolean => src === "" && (type === "" || type === "text/javascript");

function ending(script: HTMLScriptElement): Promise<void> {
  return new Promise((done) => {
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => done());
  });
}
