import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("at-017 tabs and expanders are containers that draw all they hold", async () => {
  const got: unknown[] = [];
  const page = await visit(() => {
    const [cat, dog] = st.tabs(["Cat", "Dog"], { default: "Dog", key: "pets" });
    cat.header("A cat");
    dog.with(() => st.header("A dog"));
    got.push(st.expander("See explanation", { expanded: true, icon: "📈" }, () => st.button("inside")));
    st.expander("Closed", false).write("hidden");
  });
  expect(page.all("tabs")[0]?.props).toMatchObject({ labels: ["Cat", "Dog"], start: 1, key: "pets" });
  expect(page.all("tab").map(({ props, children }) => [props.label, children[0]?.props.body])).toEqual([
    ["Cat", "A cat"],
    ["Dog", "A dog"],
  ]);
  expect(page.all("expander").map(({ props, children }) => [props.label, props.expanded, children.map(({ kind }) => kind)])).toEqual([
    ["See explanation", true, ["button"]],
    ["Closed", undefined, ["markdown"]],
  ]);
  expect(got).toEqual([false]);
});
