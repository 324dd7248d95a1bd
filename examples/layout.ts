import st from "rivulet";

st.title("A place for everything");

st.sidebar.header("Sidebar");
st.sidebar.write("What steers the page stands here.");

st.header("Columns", { divider: true });
const [wide, narrow] = st.columns([2, 1], { border: true });
wide.write("Two thirds of the width, as long as the window is wide enough.");
narrow.with(() => st.write("One third."));

st.header("Tabs", { divider: true });
const [cat, dog, owl] = st.tabs(["Cat", "Dog", "Owl :owl:"]);
cat.write("Walks alone.");
dog.with(() => {
  const [bark, tail] = st.columns(2);
  bark.metric("Barks", 12, 3);
  tail.metric("Wags per minute", 90, -10);
});
owl.write("Sees at night.");

st.header("Expander", { divider: true });
st.expander("See explanation", { icon: ":material/help:" }, () => {
  st.write("What is long, or rarely read, can be folded away.");
  st.expander("Even further").write("Containers nest as deep as you like.");
});

st.header("Containers", { divider: true });
const above = st.container({ border: true });
st.container({ horizontal: true, horizontalAlignment: "distribute" }, () => {
  for (const name of ["One", "Two", "Three"]) st.button(name);
});
st.container({ height: 140 }, () => {
  for (let line = 1; line <= 12; line += 1) st.write(`Line ${line} of a container that scrolls`);
});
above.write("Written last, shown first.");

const slot = st.empty();
slot.info("A slot holds one thing at a time:");
slot.success("the last one.");
