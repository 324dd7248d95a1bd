import st from "rivulet";

const colors = ["red", "orange", "yellow", "green", "blue", "violet"];

st.title("Rainbow");
const color = st.selectSlider("Favourite", colors, "green");
const [start, end] = st.selectSlider("Stretch of the rainbow", colors, ["orange", "blue"]);

st.write(`You like :${color}[**${color}**], and everything from :${start}[**${start}**] to :${end}[**${end}**].`);
