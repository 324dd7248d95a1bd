import st from "rivulet";

st.title("Source and output");
st.echo(() => {
  // This block is shown as it is written, and run.
  const cities: string[] = ["Oslo", "Rome", "Lima"];
  st.write(`There are **${cities.length}** cities.`);
});
st.echo("below", () => st.info("Here the source stands below."));
