import st from "rivulet";
import { Money } from "./money.ts";

const s = st.sessionState.init({ balance: new Money(0, "EUR") });

st.button("Pay in 10 EUR", { onClick: () => (s.balance = s.balance.plus(new Money(1000, "EUR"))) });
st.write(`Balance: ${s.balance}`);
st.write(s.balance instanceof Money ? "The class is the one it was made of." : "The class has changed since.");
