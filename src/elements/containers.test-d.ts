// What containers have, checked by the compiler alone.
import st from "rivulet";

const [left] = st.columns(2);
left.echo(() => 5).toFixed();
left
  .fragment((n: number) => n)(1)
  .toFixed();
st.sidebar.dialog("Ask", (_row: number) => {})(1);
st.container().logo("🎈");
st.tabs(["a"])[0]
  .spinner("Wait", () => 5)
  .toFixed();
// @ts-expect-error: what belongs to the app is st's alone
st.sidebar.rerun();
// @ts-expect-error: likewise
void left.sessionState;
