import { expect, test } from "vitest";
import st from "../index.ts";
import { visit } from "../hosts/test/visit.ts";

test("run-003 state counts the runs of a session", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ runs: 0 });
    s.runs += 1;
    st.text(`This page has run ${s.runs} times.`);
    st.button("Again");
  });
  expect(page.all("text")[0]?.props.body).toBe("This page has run 1 times.");
  await page.click(page.all("button")[0]);
  expect(page.all("text")[0]?.props.body).toBe("This page has run 2 times.");
});

test("btn-002 a button is true in the run of its click only", async () => {
  const page = await visit(() => {
    st.text(String(st.button("Go")));
    st.button("Other");
  });
  const seen = () => page.all("text")[0]?.props.body;
  expect(seen()).toBe("false");
  await page.click(page.all("button")[0]);
  expect(seen()).toBe("true");
  await page.click(page.all("button")[1]);
  expect(seen()).toBe("false");
});
