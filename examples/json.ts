import st from "rivulet";

st.title("JSON");
const book = {
  title: "Notes on the Analytical Engine",
  year: 1843,
  author: { name: "Ada Lovelace", born: 1815 },
  topics: new Set(["numbers", "engines", "music"]),
};

const depth = st.slider("Levels that are open", 0, 3, 1);
st.json(book, { expanded: depth });
