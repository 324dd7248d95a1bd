import st from "rivulet";

const pause = (seconds: number) => new Promise<void>((done) => setTimeout(done, seconds * 1000));

st.title("A task and its steps");

if (st.button("Start", { type: "primary" })) {
  await st.status("Preparing the report …", { expanded: true }, async (status) => {
    for (const step of ["Searching for data …", "Found 3 sources.", "Writing the summary …"]) {
      st.write(step);
      await pause(0.7);
    }
    status.update({ label: "Report ready", state: "complete", expanded: false });
  });
}

st.status("Nightly import", { state: "complete" }).write("All 12,480 rows were read.");
st.status("Backup", { state: "error" }).write("The disk is full.");
