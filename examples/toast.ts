import st from "rivulet";

st.title("Toasts");
if (st.button("Save")) st.toast("Saved.", { icon: "💾" });
if (st.button("Work")) {
  const toast = st.toast("Baking the cake", { icon: "🎂", duration: "infinite" });
  await new Promise((done) => setTimeout(done, 2000));
  toast.toast("The cake is **ready**.", { icon: "🎉" });
}
