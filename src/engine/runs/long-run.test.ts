import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a widget that comes to the page in the middle of a long run comes with its value", async () => {
  const page = await visit(() => {
    for (let at = 0; at < 4; at += 1) {
      const until = performance.now() + 30;
      while (performance.now() < until);
      st.slider(`s${at}`, 0, 100, 40 + at);
    }
  });
  expect(page.all("slider").map((slider) => slider.value)).toEqual([[40], [41], [42], [43]]);
});
