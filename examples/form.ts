import st from "rivulet";

st.title("Forms");
st.write("Nothing in a form reaches the script until it is sent.");

const { name, rating, sent } = st.form("feedback", { clearOnSubmit: true }, () => ({
  name: st.textInput("Your name", { required: true }),
  rating: st.slider("How was it?", 1, 10, 7),
  sent: st.formSubmitButton("Send", { type: "primary", icon: ":material/send:" }),
}));
if (sent) st.success(`Thank you, ${name}: ${rating} of 10.`);
else st.caption("Change what you like: the script waits for the button.");
