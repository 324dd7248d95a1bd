import st from "rivulet";

const s = st.sessionState.init({ vote: null as { item: string; reason: string } | null });

const vote = st.dialog("Cast your vote", { icon: ":material/how_to_vote:" }, (item: string) => {
  st.write(`Why is **${item}** your favourite?`);
  const reason = st.textInput("Because…");
  if (st.button("Submit", { type: "primary", disabled: reason === "" })) {
    s.vote = { item, reason };
    st.rerun();
  }
});

st.title("Dialogs");
if (s.vote) {
  st.success(`You voted for ${s.vote.item} because ${s.vote.reason}`);
  if (st.button("Vote again")) {
    s.vote = null;
    st.rerun();
  }
} else {
  st.write("Vote for your favourite:");
  st.container({ horizontal: true }, () => {
    for (const item of ["Tea", "Coffee"]) if (st.button(item)) vote(item);
  });
}
