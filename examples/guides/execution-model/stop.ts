import st from "rivulet";

const city = st.textInput("City", { placeholder: "Oslo" });
if (!city) {
  st.info("Name a city to go on.");
  st.stop();
}
st.write(`${city} has ${city.length} letters.`); // city is not empty here
