import st from "rivulet";
import { Temporal } from "rivulet";

st.title("Write anything");
st.write("Give `st.write` what you have: it finds the element that fits.");

const answer = 6 * 7;
st.write("Texts and numbers become one line:", answer, "is", answer % 2 === 0 ? "even" : "odd");

st.write({ name: "Ada Lovelace", born: 1815, works: [{ title: "Notes", year: 1843 }], loves: new Set(["engines", "poems"]) });

st.write([
  { city: "Oslo", people: 0.7, coast: true },
  { city: "Rome", people: 2.8, coast: false },
  { city: "Lima", people: 10.1, coast: true },
]);

st.write("A date is shown as it is:", Temporal.PlainDateTime.from("2020-01-10T10:30"));
st.write(function area(width: number, height: number) {
  return width * height;
});

try {
  JSON.parse("{ not JSON }");
} catch (error) {
  st.write(error);
}

["Each", "on its", "own line"].forEach(st.write);
