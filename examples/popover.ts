import st from "rivulet";

st.title("Popovers");

const dishes = [
  { dish: "Soup", price: 6, vegan: true },
  { dish: "Salad", price: 9, vegan: true },
  { dish: "Fish", price: 18, vegan: false },
  { dish: "Risotto", price: 14, vegan: false },
];

const { vegan, most } = st.popover("Filter", { icon: ":material/filter_alt:", help: "Choose what is shown" }, () => ({
  vegan: st.toggle("Vegan only"),
  most: st.slider("Price up to", 5, 20, 20, { format: "€%d" }),
}));
st.dataframe(dishes.filter(({ price, vegan: isVegan }) => price <= most && (isVegan || !vegan)));

// With `onChange`, the script knows whether it is open, and draws the inside only then.
st.popover("Details", { onChange: "rerun", type: "tertiary" }, () => st.write(`Drawn at ${new Date().toLocaleTimeString()}`));
