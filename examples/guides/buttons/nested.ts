import st from "rivulet";

const s = st.sessionState.init({ isAsked: false, left: 3 });

// A button inside `if (st.button(…))` would be gone when it is pressed, so the first one sets a state.
st.button("Delete one", { onClick: () => (s.isAsked = true), disabled: s.left === 0 });
if (s.isAsked) {
  st.write("Really?");
  if (st.button("Yes")) {
    s.left -= 1;
    s.isAsked = false;
    st.rerun();
  }
  st.button("No", { onClick: () => (s.isAsked = false) });
}
st.write(`${s.left} left`);
