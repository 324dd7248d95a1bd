import st from "rivulet";

const year = st.slider("Year", 1990, 2026, 2020, { key: "year", bind: "query-params" });
const kinds = st.multiselect("Kinds", ["bird", "fish", "frog"], { key: "kind", bind: "query-params" });

st.write(`${kinds.join(", ") || "Everything"} of ${year}. The address of this page says so, too.`);
