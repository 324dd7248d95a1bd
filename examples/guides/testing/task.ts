import st from "rivulet";

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const copy = st.task("copy", async ({ progress }, files: number) => {
  for (let file = 1; file <= files; file += 1) {
    await pause(1000);
    progress(file / files);
  }
  return files;
});

if (st.button("Copy")) copy.start(4);
if (copy.state === "running") st.progress(copy.progress.part);
if (copy.state === "done") st.metric("Files copied", copy.result);
