import st from "rivulet";

const s = st.sessionState.init({ left: 0, right: 0 });

st.title("Which way?");
st.write("Callbacks run before the script, so both counts are right at once.");

const [left, right] = st.columns(2);
left.button("Left", {
  icon: ":material/arrow_back:",
  shortcut: "Left",
  width: "stretch",
  onClick: () => {
    s.left += 1;
  },
});
right.button("Right", {
  icon: ":material/arrow_forward:",
  iconPosition: "right",
  shortcut: "Right",
  width: "stretch",
  onClick: () => {
    s.right += 1;
  },
});
left.metric("Left", s.left);
right.metric("Right", s.right);

if (st.button("Start over", { type: "tertiary", icon: ":material/restart_alt:", disabled: s.left + s.right === 0 })) {
  Object.assign(s, { left: 0, right: 0 });
  st.rerun();
}
