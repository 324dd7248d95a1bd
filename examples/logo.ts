import st from "rivulet";

const wide = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 32" role="img">
  <path d="M4 26c4-3 8-3 12 0s8 3 12 0L16 4z" fill="#1c83e1"/>
  <text x="38" y="23" font-family="sans-serif" font-size="20" font-weight="600" fill="#1c83e1">Boat club</text>
</svg>`;
const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 26c4-3 8-3 12 0s8 3 12 0L16 4z" fill="#1c83e1"/></svg>`;

const size = st.sidebar.selectbox("Size", ["small", "medium", "large"], 1);
st.logo(wide, { iconImage: square, size });

st.title("A logo");
st.write("It stands above the sidebar. Close the sidebar, and the small one stands at the top left.");
