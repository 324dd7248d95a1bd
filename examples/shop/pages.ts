import st from "rivulet";

export const home = st.Page("home.ts", { title: "Shop", icon: ":material/storefront:", default: true });
export const orders = st.Page("orders.ts", { title: "Orders", icon: ":material/receipt_long:", urlPath: "orders" });
// Opens as orders/1042; the type of `order.params` is { id: string }.
export const order = st.Page("order.ts", { title: "Order", urlPath: "orders/:id" });
export const manual = st.Page("https://en.wikipedia.org/wiki/Chocolate", { title: "About chocolate", icon: ":material/menu_book:" });
