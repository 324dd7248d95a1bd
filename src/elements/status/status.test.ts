import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ph-007 a status runs while its body does and is then complete, open or closed as it was", async () => {
  const page = await visit(() => {
    st.status("Working", { expanded: true }, (status) => {
      st.text("step");
      expect(status.node()).toBeDefined();
    });
    const waiting = st.status("Waiting");
    waiting.text("in it");
  });
  expect(page.all("status").map(({ props }) => props)).toMatchObject([
    { label: "Working", state: "complete", expanded: true },
    { label: "Waiting", state: "running" },
  ]);
  expect(page.all("status")[1]?.children.map(({ props }) => props.body)).toEqual(["in it"]);
});

test("an error in the body makes the status fail and goes on; update changes it and keeps what is inside", async () => {
  const page = await visit(async () => {
    const status = st.status("One");
    status.text("kept");
    await new Promise((done) => setTimeout(done, 80));
    status.update({ label: "Two", state: "complete", expanded: true });
    status.text("more");
    await st.status("Failing", async () => {
      await Promise.resolve();
      throw new Error("no");
    });
  });
  const [first, second] = page.all("status");
  expect(first?.props).toMatchObject({ label: "Two", state: "complete", expanded: true });
  expect(first?.children.map(({ props }) => props.body)).toEqual(["kept", "more"]);
  expect(second?.props.state).toBe("error");
  expect(page.all("exception")[0]?.props.message).toBe("no");
});

test("a status that the body has set keeps that, and returns what the body returns", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    seen.push(
      st.status("Checked", (status) => {
        status.update({ state: "error" });
        return 7;
      }),
    );
  });
  expect(seen).toEqual([7]);
  expect(page.all("status")[0]?.props.state).toBe("error");
});

test("a state that does not exist is refused", async () => {
  const page = await visit(() => void st.status("x", { state: "done" as never }));
  expect(page.all("exception")[0]?.props.message).toBe('st.status: state must be "running", "complete" or "error", not "done"');
});

test("a status may look like a compact line or a stage of a sequence", async () => {
  const page = await visit(() => {
    for (const type of ["default", "compact", "step"] as const) st.status(type, { type });
    st.status("x", { type: "small" as never });
  });
  expect(page.all("status").map(({ props }) => props.type)).toEqual([undefined, "compact", "step"]);
  expect(page.all("exception")[0]?.props.message).toBe('st.status: type must be "default", "compact" or "step", not "small"');
});
