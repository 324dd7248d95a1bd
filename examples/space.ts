import st from "rivulet";

st.title("Room");
st.write("A little below this …");
st.space();
st.write("… more below this …");
st.space("large");
st.write("… and in a row, the room pushes apart:");
st.container({ horizontal: true }, () => {
  st.button("Back");
  st.space("stretch");
  st.button("Next", { type: "primary" });
});
