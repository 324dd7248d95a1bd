import st from "rivulet";

st.title(st.sessionState.name);
st.write(`Your browser speaks ${st.context.locale} and lives in ${st.context.timezone}.`);
