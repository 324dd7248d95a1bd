import st from "rivulet";

const s = st.sessionState.init({ lines: [] as string[] });

st.title("Notes");
if (s.lines.length === 0) st.caption("What you write below stays at the foot of the page.");
for (const line of s.lines) st.write(line);

st.bottom.with(() =>
  st.form("note", { clearOnSubmit: true, border: false }, () => {
    const row = st.container({ horizontal: true, verticalAlignment: "bottom" });
    const line = row.textInput("Note", { placeholder: "Buy milk", labelVisibility: "collapsed", width: "stretch" });
    if (row.formSubmitButton("Add", { icon: ":material/add:" }) && line !== "") {
      s.lines.push(line);
      st.rerun();
    }
  }),
);
