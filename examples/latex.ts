import st from "rivulet";

st.title("LaTeX");
const n = st.slider("n", 1, 8, 4);
const terms = Array.from({ length: n }, (_, k) => (k === 0 ? "a" : k === 1 ? "ar" : `ar^{${k}}`));
st.latex(String.raw`${terms.join(" + ")} = \sum_{k=0}^{${n - 1}} ar^k = a \left(\frac{1-r^{${n}}}{1-r}\right)`);
