import st from "rivulet";

st.title("Dividers");
st.write("What came before");
st.divider();
st.write("What comes after");
