interface Match {
  schema: string;
  index: number;
  lastIndex: number;
  raw: string;
  text: string;
  url: string;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'`|\\^{}]*[^\s<>"'`|\\^{}.,:;!?*_~)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi;

/** GitHub lets a closing bracket belong to an address when its opening one does. */
function closeBrackets(text: string, start: number, end: number): number {
  let last = end;
  const count = (letter: string) => text.slice(start, last).split(letter).length - 1;
  while (text[last] === ")" && count("(") > count(")")) last += 1;
  return last;
}

function matchAt(text: string, found: RegExpExecArray): Match {
  const index = found.index;
  const lastIndex = closeBrackets(text, index, index + found[0].length);
  const raw = text.slice(index, lastIndex);
  if (/^https?:/i.test(raw)) return { schema: raw.slice(0, raw.indexOf(":") + 1), index, lastIndex, raw, text: raw, url: raw };
  if (/^www\./i.test(raw)) return { schema: "", index, lastIndex, raw, text: raw, url: `https://${raw}` };
  return { schema: "mailto:", index, lastIndex, raw, text: raw, url: `mailto:${raw}` };
}

/** Finds web and mail addresses as GitHub does; bare names like `app.ts` stay text. */
export class LinkifyIt {
  test(text: string): boolean {
    return text.search(ADDRESS) >= 0;
  }

  match(text: string): Match[] | null {
    const matches = [...text.matchAll(ADDRESS)].map((found) => matchAt(text, found));
    return matches.length > 0 ? matches : null;
  }

  matchAtStart(text: string): Match | null {
    const found = new RegExp(ADDRESS.source, "i").exec(text);
    return found && found.index === 0 && /^https?:/i.test(found[0]) ? matchAt(text, found) : null;
  }
}
