import st from "rivulet";

const order = st.form("order", { clearOnSubmit: true }, () => ({
  name: st.textInput("Name"),
  size: st.radio("Size", ["S", "M", "L"], { horizontal: true }),
  sent: st.formSubmitButton("Order", { type: "primary" }),
}));

if (order.sent && !order.name) st.error("Whom is it for?");
else if (order.sent) st.success(`${order.size} for ${order.name}`);
