import st from "rivulet";

const s = st.sessionState.init({ isOpen: false });

st.button(s.isOpen ? "Hide" : "Show", { key: "toggle", onClick: () => (s.isOpen = !s.isOpen) });
if (s.isOpen) st.slider("It stays, whatever else is pressed", 0, 10, 5);
