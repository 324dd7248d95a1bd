import st from "rivulet";

st.title("Words on a page", { icon: ":material/article:" });
st.caption("Every way to write something, from a heading to a formula.");

st.header("Markdown", { divider: "rainbow", help: "GitHub's Markdown and a little more." });
st.markdown(`
  Text can be **bold**, *slanted*, ~~struck out~~ or \`code\`, :red[coloured], :green-background[marked] and :small[small].
  It can hold a [link](https://en.wikipedia.org/wiki/Markdown), an emoji :sunflower:, an icon :material/bolt: and maths: $e^{i\\pi} + 1 = 0$.

  - lists
    - of several levels
  - [x] that are done, or not

  > What is written twice is read once.
`);

st.subheader("As it is", { divider: true });
st.text(`
  *Stars* and _lines_ stay,
    and so do   spaces.
`);

st.subheader("Formulas", { divider: true });
st.latex(String.raw`a + ar + a r^2 + \cdots + a r^{n-1} = \sum_{k=0}^{n-1} ar^k = a \left(\frac{1-r^{n}}{1-r}\right)`);

st.subheader("Code", { divider: true });
st.code(
  `
export function greet(name: string): string {
  // Nobody is nameless.
  return \`Hello, \${name || "you"}!\`;
}
`,
  { lineNumbers: true },
);

st.divider();
st.caption("A line, and a caption below it.");
