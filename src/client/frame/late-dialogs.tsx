import { lazy, type ReactNode, Suspense } from "react";
import { useStore } from "../../ui/store.ts";
import type { DialogsProps } from "./dialogs.tsx";

export type DialogName = "settings" | "about" | "clearCache" | "shortcuts";

const Dialogs = lazy(() => import("./dialogs.tsx").then((module) => ({ default: module.Dialogs })));

/** The dialogs of the frame, fetched when the first one opens. */
export function LateDialogs(props: DialogsProps): ReactNode {
  const { session, name } = props;
  const wrong = useStore(session.compileError) !== null;
  const missing = useStore(session.missingPage) !== null;
  const { phase, failures } = useStore(session.link);
  // A server that is gone cannot deliver the dialog that says so: it is fetched at the first failure.
  if (phase === "lost" && failures === 1) void import("./dialogs.tsx").catch(() => {});
  if (!name && !wrong && !missing && phase !== "lost") return null;
  return (
    <Suspense fallback={null}>
      <Dialogs {...props} />
    </Suspense>
  );
}
