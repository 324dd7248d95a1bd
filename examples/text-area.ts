import st from "rivulet";

st.title("Counting words");
const text = st.textArea("Text", "It was the best of times, it was the worst of times.", { height: 160, maxChars: 2000 });

const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
const counts = new Map<string, number>();
for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);

const [all, different] = st.columns(2);
all.metric("Words", words.length);
different.metric("Different ones", counts.size);
st.dataframe([...counts].map(([word, times]) => ({ word, times })).toSorted((a, b) => b.times - a.times));
