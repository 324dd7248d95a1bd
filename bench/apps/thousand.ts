import st from "rivulet";

st.title("A thousand texts");
if (st.button("Count")) for (let index = 0; index < 1000; index++) st.text(`Line ${index}`);
