import st from "rivulet";

st.title("Figures");
const [temperature, wind, humidity] = st.columns(3);
temperature.metric("Temperature", "70 °F", "1.2 °F");
wind.metric("Wind", "9 mph", "-8 %");
humidity.metric("Humidity", 0.86, { delta: 0.04, deltaColor: "inverse", format: "percent" });

const visits = [30, 42, 35, 51, 48, 60, 72];
st.metric("Visits", visits.at(-1), 12, { border: true, chartData: visits, chartType: "area", deltaDescription: "since yesterday" });
