import st from "rivulet";

enum Size {
  Small = "S",
  Large = "L",
}

const size = st.selectbox("Size", Object.values(Size));
st.write(size === Size.Large ? "That will be heavy." : "That fits anywhere.");

const boats = [
  { name: "Dinghy", metres: 3.2 },
  { name: "Sloop", metres: 9.5 },
];
const boat = st.selectbox("Boat", boats, { formatFunc: ({ name }) => name });
st.write(`${boat.metres} metres, and ${boats.includes(boat) ? "one of this run's boats" : "a stranger"}`);
