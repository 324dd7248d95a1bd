import { expectTypeOf, test } from "vitest";
import st from "rivulet";
import type { AppPage } from "rivulet";

test("pages, switches and texts have the types scripts rely on", () => {
  expectTypeOf(st.Page("a.ts")).toEqualTypeOf<AppPage>();
  expectTypeOf(st.navigation).returns.toEqualTypeOf<AppPage>();
  expectTypeOf(st.navigation({ Section: [st.Page("a.ts"), "b.ts", () => {}] }).run()).toEqualTypeOf<Promise<void>>();
  expectTypeOf(st.switchPage).returns.toBeNever();
  expectTypeOf(st.queryParams.get("a", 1)).toEqualTypeOf<string | number>();
  expectTypeOf(st.queryParams.get("a")).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.queryParams.getAll("a")).toEqualTypeOf<string[]>();
  expectTypeOf(st.context.theme.type).toEqualTypeOf<"light" | "dark">();
  expectTypeOf(st.context.headers.get("a")).toEqualTypeOf<string | undefined>();
  // @ts-expect-error layout is one of two
  st.setPageConfig({ layout: "huge" });
  // @ts-expect-error secrets can only be read
  st.secrets.key = 1;
  // @ts-expect-error an object is no query parameter
  st.queryParams.update({ a: { b: 1 } });
  // @ts-expect-error bind knows one place
  st.textInput("Text", { bind: "cookie", key: "k" });
});
