import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import st from "rivulet";

/** Bytes that are really in use in the thread of the scripts. */
function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return getHeapStatistics().used_heap_size;
}

const state = st.sessionState.init({ rows: Array.from({ length: 200 }, (_, id) => ({ id, name: `row ${id}` })) });
const mine = st.cacheResource(() => new Float64Array(1000), { scope: "session" });
const wait = st.task("wait", ({ signal }) => new Promise<void>((done) => signal.addEventListener("abort", () => done())));

if (st.queryParams.get("heap")) {
  st.text(`heap ${usedHeap()}`);
} else {
  const level = st.slider("Level", 0, 1000, 0);
  st.text(`The level is ${level} of ${mine().length}`);
  for (let index = 0; index < 40; index++) st.markdown(`Paragraph **${index}** of the page`);
  st.dataframe(state.rows);
  if (level > 0) wait.start();
  st.fragment(() => {
    st.caption(wait.state);
    st.button("Again");
  })();
}
