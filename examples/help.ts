import st from "rivulet";

class Account {
  owner = "Ada";
  entries = [120, -40, 15];
  get balance() {
    return this.entries.reduce((sum, entry) => sum + entry, 0);
  }
  pay(amount: number, reference = "none") {
    this.entries.push(-amount);
    return reference;
  }
}

st.title("What is it?");
st.help(Account.prototype.pay);
st.help(new Account());
