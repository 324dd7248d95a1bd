import { expect, test } from "vitest";
import st from "../../index.ts";
import { AppTest } from "./index.ts";

test("at-021 verbs and run can be chained", async () => {
  const at = await AppTest.fromFunction(() => {
    st.text(String(st.button("Go", { key: "go" })));
  }).run();
  expect(at.text[0]?.value).toBe("false");
  expect((await at.button("go").click().run()).text.only.value).toBe("true");
  await at.run();
  expect(at.text.only.value).toBe("false");
  console.log(at);
});
