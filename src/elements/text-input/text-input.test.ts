import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("text starts empty, as told, or as null until something is typed", async () => {
  const page = await visit(() => st.text(JSON.stringify([st.textInput("a"), st.textInput("b", "start"), st.textInput("c", null)])));
  expect(texts(page)).toEqual(['["","start",null]']);
  await page.set(page.all("textInput")[2], "x");
  await page.set(page.all("textInput")[2], "");
  expect(texts(page)).toEqual(['["","start",""]']);
});

test("no more than maxChars characters come from the page, nor from code", async () => {
  const page = await visit(() => st.text(st.textInput("a", { maxChars: 3, key: "k" })));
  await page.set(page.all("textInput")[0], "abcdef");
  expect(texts(page)).toEqual(["abc"]);
  expect(failure(await visit(() => void st.textInput("a", "abcd", { maxChars: 3 })))).toContain("the value has 4 characters but maxChars is 3");
});

test("types bring icon, placeholder, completion and check, which the options replace", async () => {
  const page = await visit(() => {
    st.textInput("a", { type: "email" });
    st.textInput("b", { type: "url", icon: "", validate: "", placeholder: "here", autocomplete: "off" });
    st.textInput("c", { type: "password" });
    st.textInput("d", { validate: [/^\d+$/, "Digits only."] });
  });
  const props = page.all("textInput").map((node) => node.props);
  expect(props[0]).toMatchObject({ icon: ":material/mail:", placeholder: "you@example.com", autocomplete: "email" });
  expect(new RegExp(props[0].validate.pattern, "u").test("ada@example.com")).toBe(true);
  expect(new RegExp(props[0].validate.pattern, "u").test("ada@example")).toBe(false);
  expect([props[1].icon, props[1].validate, props[1].placeholder, props[1].autocomplete]).toEqual([undefined, undefined, "here", "off"]);
  expect(props[2].autocomplete).toBe("new-password");
  expect(props[3].validate).toEqual({ pattern: "^\\d+$", message: "Digits only." });
});

test("live text has a pause: 250 ms, or what is said", async () => {
  const page = await visit(() => {
    for (const live of [true, "300ms", "0.5s", "0", false]) st.textInput(String(live), { live });
  });
  expect(page.all("textInput").map((node) => node.props.live)).toEqual([250, 300, 500, 0, undefined]);
  expect(failure(await visit(() => void st.textInput("a", { live: "2m" })))).toContain('such as "300ms", not "2m"');
  expect(failure(await visit(() => void st.textInput("a", { live: 300 as never })))).toContain("not 300");
});

test("a password is never put into the address", async () => {
  expect(failure(await visit(() => void st.textInput("a", { type: "password", key: "secret", bind: "query-params" })))).toContain(
    "cannot be bound to the address",
  );
});

test("unknown types and patterns that cannot be read are refused", async () => {
  expect(failure(await visit(() => void st.textInput("a", { type: "color" as never })))).toContain('type must be one of "default"');
  expect(failure(await visit(() => void st.textInput("a", { validate: "(" })))).toContain('validate must be a regular expression, not "("');
});
