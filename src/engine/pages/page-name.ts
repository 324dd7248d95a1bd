/** What a file or a function says of the page it makes. */
export interface PageName {
  /** Leading number of a file's name: pages in a folder are sorted by it. */
  order: number;
  /** As it stands in the address. */
  path: string;
  title: string;
  icon: string;
}

const FILE = /^(\d*)[_ -]*(.*)$/;
const SYMBOL = String.raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*)`;
const ONE_EMOJI = new RegExp(`^${SYMBOL}$`, "u");
const LEADING_EMOJI = new RegExp(`^(${SYMBOL})[_ -]*(.*)$`, "u");
const MATERIAL = /^:material\/[a-z0-9_]+:$/;

/** True for one emoji, or `:material/name:`. */
export function isIcon(text: string): boolean {
  return ONE_EMOJI.test(text) || MATERIAL.test(text);
}

/** `3_🎈_Fun_stuff.ts` is the page "Fun stuff" at `Fun_stuff`, third in order, with the icon 🎈. */
export function fileName(path: string): PageName {
  const file = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).replace(/\.[^.]+$/, "");
  const [, digits = "", rest = ""] = FILE.exec(file) ?? [];
  const [, icon = "", after = rest] = LEADING_EMOJI.exec(rest) ?? [];
  const name = after.replace(/[_ ]+/g, "_") || digits || icon;
  return { order: digits === "" ? Number.POSITIVE_INFINITY : Number(digits), path: name, title: titleOf(name), icon };
}

/** `Awesome_page` is the page "Awesome page"; its path is the name unchanged. */
export function functionName(name: string): PageName {
  return { order: Number.POSITIVE_INFINITY, path: name, title: titleOf(name), icon: "" };
}

function titleOf(name: string): string {
  return name.replace(/_+/g, " ").trim();
}

/** By number, then by title without regard to case; files without a number come last. */
export function compareNames(a: PageName, b: PageName): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  const [x, y] = [a.title.toLowerCase(), b.title.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}
