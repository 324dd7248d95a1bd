import { fixed, lines, oneOf, Source } from "../knobs.ts";
import { play } from "../play.ts";

export const write = play("write", {
  args: {
    first: lines("Three boats, the longest of **9.5** metres:"),
    second: fixed([
      { boat: "Dinghy", metres: 3.2 },
      { boat: "Kayak", metres: 4.1 },
      { boat: "Sloop", metres: 9.5 },
    ]),
  },
});

const pause = () => new Promise((done) => setTimeout(done, 60));
async function* words() {
  for (const word of "The wind turns to the **north** and the water is calm.".split(" ")) {
    yield `${word} `;
    await pause();
  }
}
async function* log() {
  yield "Two boats are out:";
  await pause();
  yield [
    { boat: "Sloop", knots: 6.5 },
    { boat: "Ketch", knots: 7.1 },
  ];
}
const source = (made: () => AsyncGenerator<unknown>, text: string) => new Source(`${made.name}()`, made, text);
const WORDS = `async function* words() {
  for (const word of "The wind turns to the **north** and the water is calm.".split(" ")) {
    yield \`\${word} \`;
    await new Promise((done) => setTimeout(done, 60));
  }
}`;
const LOG = `async function* log() {
  yield "Two boats are out:";
  yield [{ boat: "Sloop", knots: 6.5 }, { boat: "Ketch", knots: 7.1 }];
}`;

export const writeStream = play("writeStream", {
  args: { stream: oneOf(source(words, WORDS), [source(words, WORDS), source(log, LOG)]) },
  options: { cursor: oneOf<string | null>(undefined, ["▌", " ⛵", null]) },
  press: "Write",
  isAsync: true,
});
