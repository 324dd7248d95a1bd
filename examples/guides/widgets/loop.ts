import st from "rivulet";

const names = ["Ada", "Grace", "Edsger"];
const here = names.filter((name) => st.checkbox("is here", { key: `here-${name}`, help: name }));
st.write(here.length === 0 ? "Nobody is here." : `${here.join(" and ")} here.`);
