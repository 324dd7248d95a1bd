import st from "rivulet";

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

async function* report() {
  for (const word of "Sales grew in **every region** this quarter, and most of all in the north:".split(" ")) {
    yield `${word} `;
    await pause(50);
  }
  yield [
    { region: "North", growth: 0.12 },
    { region: "South", growth: 0.04 },
  ];
  for (const word of "The south follows, with:\n\n1. new shops\n2. shorter ways\n3. better weather".split(/(?<= )/)) {
    yield word;
    await pause(80);
  }
}

st.title("Streams");
if (st.button("Write the report", { type: "primary" })) await st.writeStream(report());
