import st from "rivulet";

const color = st.queryParams.get("color", "blue") as string;
st.write(`The address asks for :${["red", "green", "blue"].includes(color) ? color : "blue"}[${color}].`);
for (const name of ["red", "green", "blue"]) st.button(name, { onClick: () => (st.queryParams.color = name) });
