import st from "rivulet";

const Color = { Red: 1, Green: 2, Blue: 4 } as const;
const names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

st.title("Mixing light");
const picked = st.multiselect("Lamps that are on", Object.values(Color), [Color.Red, Color.Green], {
  formatFunc: (value) => Object.entries(Color).find(([, one]) => one === value)?.[0],
});
st.write(`Together they look **${names[picked.reduce<number>((sum, value) => sum + value, 0)]}**.`);

const tags = st.multiselect("Tags", ["physics", "light"], { acceptNewOptions: true, maxSelections: 3, placeholder: "Up to three, or your own" });
if (tags.length > 0) st.caption(tags.map((tag) => `#${tag}`).join(" "));
