import { type ReactNode, Suspense, useEffect, useMemo } from "react";
import { late } from "../../ui/late.ts";
import { type OwnStore, useStore } from "../../ui/store.ts";
import type { ThemeDraft } from "../theming.ts";
import type { CommandSources } from "./frame-commands.ts";
import type { DialogsProps } from "./dialogs.tsx";
import { loadPalette } from "./load-palette.ts";

const loadDialogs = () => import("./dialogs.tsx").then((module) => ({ default: module.Dialogs }));
const Dialogs = late(loadDialogs);
const ThemeEditor = late(() => import("./theme-editor.tsx").then((module) => ({ default: module.ThemeEditor })));
const LatePalette = late(async () => {
  const [{ CommandPalette }, { listCommands }] = await loadPalette();
  return {
    default: function Palette({ sources, onClose }: { sources: CommandSources; onClose(): void }) {
      // What is there when it opens.
      const commands = useMemo(() => listCommands(sources), []);
      return <CommandPalette commands={commands} onClose={onClose} />;
    },
  };
});

export interface LateDialogsProps extends DialogsProps {
  draft: OwnStore<ThemeDraft | null>;
  recorder: CommandSources["recorder"];
}

/** The dialogs of the frame, fetched when the first one opens. */
export function LateDialogs(props: LateDialogsProps): ReactNode {
  const { session, name, open, themes, draft, recorder, preferences, wide } = props;
  const config = useStore(session.config);
  const { menu = {} } = useStore(session.pageConfig);
  const close = () => open(null);
  return (
    <Suspense fallback={null}>
      <FrameDialogs {...props} />
      {name === "themeEditor" && <ThemeEditor configured={config.theme ?? {}} theme={themes.main} draft={draft} onClose={close} />}
      {name === "commands" && <LatePalette sources={{ session, open, recorder, menu, mode: config.toolbarMode, preferences, wide }} onClose={close} />}
    </Suspense>
  );
}

function FrameDialogs(props: DialogsProps): ReactNode {
  const { session, name } = props;
  const wrong = useStore(session.compileError) !== null;
  const missing = useStore(session.missingPage) !== null;
  const { phase } = useStore(session.link);
  const settled = useStore(session.settled);
  useEffect(() => {
    // A server that is gone cannot deliver the dialog that says so: it is fetched once the page has nothing else to do.
    if (settled) void loadDialogs().catch(() => {});
  }, [settled]);
  if (!name && !wrong && !missing && phase !== "lost") return null;
  return <Dialogs {...props} />;
}
