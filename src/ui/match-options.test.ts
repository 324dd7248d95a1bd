import { expect, test } from "vitest";
import { matchOptions } from "./match-options.ts";

const texts = ["Bogotá", "Cairo", "Carthage", "New York", "York"];
const found = (query: string, mode: Parameters<typeof matchOptions>[2]) => matchOptions(texts, query, mode).map((at) => texts[at]);

test("fuzzy search takes letters in order and puts beginnings, then words, first", () => {
  expect(found("york", "fuzzy")).toEqual(["York", "New York"]);
  expect(found("ca", "fuzzy")).toEqual(["Cairo", "Carthage"]);
  expect(found("crg", "fuzzy")).toEqual(["Carthage"]);
  expect(found("nk", "fuzzy")).toEqual(["New York"]);
});

test("case and accents do not count in any search", () => {
  expect(found("BOGOTA", "fuzzy")).toEqual(["Bogotá"]);
  expect(found("GOTÁ", "contains")).toEqual(["Bogotá"]);
  expect(found("bogo", "prefix")).toEqual(["Bogotá"]);
});

test("contains and prefix keep the order of the options", () => {
  expect(found("york", "contains")).toEqual(["New York", "York"]);
  expect(found("york", "prefix")).toEqual(["York"]);
});

test("without a search, or without text, every option stays", () => {
  expect(found("york", null)).toEqual(texts);
  expect(found("  ", "fuzzy")).toEqual(texts);
  expect(found("zzz", "fuzzy")).toEqual([]);
});
