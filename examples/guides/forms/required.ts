import st from "rivulet";

const booking = st.form("booking", () => ({
  name: st.textInput("Name", { required: true }),
  stay: st.dateInput("From and to", [], { required: true }),
  cabin: st.selectbox("Cabin", ["Inside", "Outside"], { index: null, required: true, placeholder: "Choose one" }),
  sent: st.formSubmitButton("Book"),
}));

if (booking.sent) st.success(`${booking.name}, ${booking.cabin}, ${booking.stay.join(" to ")}`);
