import st from "rivulet";

st.title("Temperature");
const isFahrenheit = st.toggle("Show Fahrenheit", { help: "Americans, this one is for you." });
const celsius = st.slider("Celsius", -20, 40, 21);
st.metric("Outside", isFahrenheit ? `${Math.round(celsius * 1.8 + 32)} °F` : `${celsius} °C`);
