import st from "rivulet";

const s = st.sessionState.init({ files: ["letter.txt", "notes.txt"] });

const confirm = st.dialog("Delete?", { icon: ":material/delete:" }, (file: string) => {
  st.write(`**${file}** will be gone for good.`);
  if (st.button("Delete it", { type: "primary" })) {
    s.files = s.files.filter((one) => one !== file);
    st.rerun(); // without a call of confirm, so the dialog closes
  }
});

for (const file of s.files) if (st.button(`Delete ${file}`)) confirm(file);
st.write(`${s.files.length} files`);
