import st from "rivulet";

st.title("Something to keep");

const name = st.textInput("Your name", "Ada");
st.downloadButton("Save a greeting", `Hello ${name}!\n`, { fileName: "greeting.txt", icon: ":material/download:" });

const rows = st.slider("Rows", 1, 1_000_000, 100_000, { step: 1 });

/** Made while it is saved, so that it may be of any size. */
async function* table() {
  yield "number,square\n";
  for (let at = 1; at <= rows; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - at + 1) }, (_, more) => `${at + more},${(at + more) ** 2}\n`);
    yield lines.join("");
    await Promise.resolve();
  }
}
st.downloadButton("Save the table", table, { fileName: "squares.csv", type: "primary", onClick: "ignore" });

st.downloadButton(
  "Save a file that cannot be made",
  () => {
    throw new Error("There is no such report.");
  },
  { type: "tertiary", onClick: "ignore" },
);
