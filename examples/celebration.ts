import st from "rivulet";

st.title("Occasions");
st.container({ horizontal: true }, () => {
  if (st.button("It is my birthday", { icon: "🎈" })) st.balloons();
  if (st.button("It is winter", { icon: "❄️" })) st.snow();
});
