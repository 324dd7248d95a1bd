import st from "rivulet";

st.title("Files of yours");

const table = st.fileUploader("A table", { type: ["csv", "txt"], help: "It stays on this server and goes when you leave." });
if (table) {
  const lines = (await table.text()).trimEnd().split("\n");
  st.metric("Rows", lines.length - 1);
  st.dataframe(lines.slice(1).map((line) => Object.fromEntries(line.split(",").map((cell, at) => [lines[0]?.split(",")[at] ?? "", cell]))));
} else st.info("Choose a file, or drop one on the field.");

const pictures = st.fileUploader("Pictures", { type: "image", acceptMultipleFiles: true, maxUploadSize: 5 });
for (const { name, size } of pictures) st.write(`${name}: ${(size / 1024).toFixed(1)} KB`);

st.fileUploader("Nothing, for now", { disabled: true, acceptMultipleFiles: "directory" });
