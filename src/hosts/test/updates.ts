import type { Mirror } from "./mirror.ts";

/** Tells the test of every change of the page while something goes on; what it throws fails that. */
export async function watchUpdates(mirror: Mirror, onUpdate: (() => void) | undefined, body: () => Promise<void>): Promise<void> {
  let failure: { error: unknown } | undefined;
  mirror.onPatch = () => {
    try {
      onUpdate?.();
    } catch (error) {
      failure ??= { error };
    }
  };
  try {
    await body();
  } finally {
    mirror.onPatch = undefined;
  }
  if (failure) throw failure.error;
}
