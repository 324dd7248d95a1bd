import { type Catalogue, english, setWords } from "../messages.ts";

/** Languages other than English; each is fetched when a viewer wants it. */
const LANGUAGES: Record<string, () => Promise<{ words: Catalogue }>> = {
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  ja: () => import("./ja.ts"),
  zh: () => import("./zh.ts"),
};

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"]);

const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? "";

/** `rtl` for languages written from right to left. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? "rtl" : "ltr";
}

/** The first language of the viewer's list that the page speaks; English when there is none. */
export function chooseLanguage(preferred: readonly string[]): string {
  return preferred.map(languageOf).find((language) => language === "en" || Object.hasOwn(LANGUAGES, language)) ?? "en";
}

/** Fetches the words of the viewer's language; without them the page speaks English. */
export async function speak(preferred: readonly string[]): Promise<void> {
  const language = chooseLanguage(preferred);
  const load = LANGUAGES[language];
  const found = await load?.().catch(() => undefined);
  setWords(found?.words ?? english, found ? language : "en");
  document.documentElement.lang = found ? language : "en";
  document.documentElement.dir = directionOf(preferred[0] ?? "en");
}
