import st from "rivulet";

const length = st.numberInput("Length", 0, 1_000_000, 0, { step: 1 });
const PART = "Some **bold** words of an answer, with `code` and [a link](https://example.org/), as models write them.\n\n";
const TOKENS = 400;

async function* answer() {
  yield PART.repeat(Math.ceil(length / PART.length)).slice(0, length) + "\n\n";
  // The long beginning is on screen before the tokens are counted.
  await new Promise((next) => setTimeout(next, 1500));
  const before = process.cpuUsage();
  for (let token = 0; token < TOKENS; token++) {
    yield token % 40 === 39 ? "end.\n\n" : `word${token} `;
    await new Promise((next) => setTimeout(next, 5));
  }
  const { user, system } = process.cpuUsage(before);
  st.text(`server ${((user + system) / TOKENS).toFixed(1)}`);
}

if (st.button("Count")) await st.writeStream(answer());
