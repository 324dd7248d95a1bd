import st from "rivulet";

st.title("One place, many things");
const place = st.empty();
if (st.button("Count down", { type: "primary" })) {
  for (let left = 3; left > 0; left -= 1) {
    place.metric("Seconds left", left);
    await new Promise((done) => setTimeout(done, 1000));
  }
  place.success("Now!");
} else {
  place.info("The button starts it.");
}
