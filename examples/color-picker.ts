import st from "rivulet";

st.title("A flag of your own");
const [left, middle, right] = st.columns(3);
const colors = [left.colorPicker("Left", "#0055a4"), middle.colorPicker("Middle", "#ffffff"), right.colorPicker("Right", "#ef4135")];

const stripes = colors.map((color, at) => `<rect x="${at * 40}" width="40" height="80" fill="${color}"/>`).join("");
const edge = `<rect width="120" height="80" fill="none" stroke="#8888"/>`;
st.html(`<svg viewBox="0 0 120 80" width="240" role="img" aria-label="The flag">${stripes}${edge}</svg>`);
st.code(colors.join(" "), { language: null });
