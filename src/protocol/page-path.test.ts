import { expect, test } from "vitest";
import { addressOfPath, escapePart, pathOfAddress } from "./page-path.ts";

test.each(["a", "a b", "100%", "50/50", "what?", "#1", "Größe", "a%2Fb", "🎈"])("what a part holds comes back from the address: %s", (text) => {
  const path = `orders/${escapePart(text)}/edit`;
  const address = addressOfPath(path);
  expect(new URL(address, "http://a.org/base/").pathname).toBe(`/base/${address}`);
  expect(address.split("/").map(decodeURIComponent)).toEqual(["orders", text, "edit"]);
  expect(pathOfAddress(address)).toBe(path);
});

test("an address that is badly escaped is read as it stands", () => {
  expect(pathOfAddress("/a%zz//b/")).toBe("a%25zz/b");
});
