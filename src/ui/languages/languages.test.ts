import { afterEach, expect, test } from "vitest";
import { type Catalogue, english, type Message, type MessageName, setWords, t } from "../messages.ts";
import { chooseLanguage, directionOf } from "./index.ts";
import { words as de } from "./de.ts";
import { words as es } from "./es.ts";
import { words as fr } from "./fr.ts";
import { words as ja } from "./ja.ts";
import { words as zh } from "./zh.ts";

const languages: [string, Catalogue][] = Object.entries({ de, es, fr, ja, zh });

afterEach(() => setWords(english, "en"));

const texts = (message: Message): string[] => (typeof message === "string" ? [message] : Object.values(message));
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test.each(languages)("the catalogue of %s has every word, with the same places for values", (_, words) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  for (const name of Object.keys(english) as MessageName[]) {
    const known = new Set(texts(english[name]).flatMap(places));
    const most = Math.max(...texts(words[name]).map((text) => places(text).length));
    expect(most, name).toBe(known.size);
    for (const text of texts(words[name])) {
      expect(text.trim(), name).not.toBe("");
      for (const place of places(text)) expect(known, name).toContain(place);
    }
  }
});

test.each(languages)("the catalogue of %s is translated, not copied", (_, words) => {
  const long = (Object.keys(english) as MessageName[]).filter((name) => (texts(english[name])[0] ?? "").split(" ").length >= 3);
  expect(long.filter((name) => JSON.stringify(words[name]) === JSON.stringify(english[name]))).toEqual([]);
});

test("every form of plural that a language needs is there", () => {
  for (const [language, words] of [["en", english] as [string, Catalogue], ...languages]) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [name, message] of Object.entries(words)) {
      if (typeof message === "string") continue;
      for (const form of Object.keys(message)) expect(forms, `${language} ${name}`).toContain(form);
    }
  }
});

test("plurals and numbers follow the language", () => {
  expect(t("limitReached", { count: 1 })).toBe("You can choose only one. Remove it first.");
  expect(t("limitReached", { count: 3 })).toBe("You can choose up to 3. Remove one first.");
  expect(t("viewMore", { count: 1234 })).toBe("View 1,234 more");
  setWords(de, "de");
  expect(t("viewMore", { count: 1234 })).toBe("1.234 weitere zeigen");
  expect(t("limitReached", { count: 1 })).toContain("Nur eine");
});

test("the first language of the viewer that is known wins, by its first part", () => {
  expect(chooseLanguage(["pl-PL", "de-AT", "en"])).toBe("de");
  expect(chooseLanguage(["en-GB", "fr"])).toBe("en");
  expect(chooseLanguage(["zh-Hans-CN"])).toBe("zh");
  expect(chooseLanguage(["constructor", "tlh"])).toBe("en");
  expect(chooseLanguage([])).toBe("en");
});

test("Arabic and Hebrew are written from right to left", () => {
  expect(["ar-EG", "he", "fa-IR", "en", "de-DE"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "ltr", "ltr"]);
});
