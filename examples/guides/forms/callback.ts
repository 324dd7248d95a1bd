import st from "rivulet";

const s = st.sessionState.init({ guests: [] as string[] });

st.form("invitation", { clearOnSubmit: true }, () => {
  st.textInput("Guest", { key: "guest" });
  // Inside a callback the state has what was sent.
  st.formSubmitButton("Invite", { onClick: () => s.guests.push(st.sessionState.guest as string) });
});
st.write(s.guests.length === 0 ? "Nobody yet." : s.guests.join(", "));
