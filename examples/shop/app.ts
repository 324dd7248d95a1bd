import st from "rivulet";
import { home, manual, order, orders } from "./pages.ts";

const page = st.navigation([home, orders, order, manual]);
await page.run();
