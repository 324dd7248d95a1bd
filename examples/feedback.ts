import st from "rivulet";

st.title("How did it go?");
st.write("Was this page helpful?");
const thumb = st.feedback("thumbs");
if (thumb !== null) st.caption(thumb === 1 ? "Glad to hear it." : "Tell us what was missing.");

st.write("How do you feel today?");
const mood = st.feedback("faces", { default: 3, key: "mood" });
const words = ["awful", "not so good", "so-so", "good", "great"];
if (mood !== null) st.caption(`You feel ${words[mood]}.`);

st.write("Rate the coffee");
const stars = st.feedback("stars", { key: "coffee" });
if (stars !== null) st.caption(`${stars + 1} of 5 stars`);
