import st from "rivulet";

const s = st.sessionState.init({ celsius: 20, fahrenheit: 68 });

st.numberInput("Celsius", { key: "celsius", onChange: (value) => (s.fahrenheit = value * 1.8 + 32) });
st.numberInput("Fahrenheit", { key: "fahrenheit", onChange: (value) => (s.celsius = (value - 32) / 1.8) });
