import st from "rivulet";

st.title("Links that look like buttons");
st.container({ horizontal: true }, () => {
  st.linkButton("Read the guide", "https://example.com/guide", { type: "primary", icon: ":material/menu_book:" });
  st.linkButton("Write to us", "mailto:hello@example.com", { icon: ":material/mail:", help: "Opens your **mail program**" });
  st.linkButton("Terms", "https://example.com/terms", { type: "tertiary", icon: ":material/open_in_new:", iconPosition: "right" });
  st.linkButton("Not yet", "https://example.com", { disabled: true });
});
if (st.linkButton("Count me", "https://example.com/counted", { onClick: "rerun" })) st.toast("Opened in another tab.");
