import st from "rivulet";

st.write("What came before");
st.divider();
st.write("What comes after");
