import { useEffect, useMemo, useRef, useState } from "react";
import { isOfType } from "../protocol/file-types.ts";
import type { UploadRef } from "../protocol/messages.ts";
import type { ChosenFile } from "./chosen-files.ts";
import { fileSize } from "./file-size.ts";
import { useLatest } from "./hooks.ts";
import { t } from "./messages.ts";
import { usePage } from "./page.ts";
import { useStore } from "./store.ts";
import type { WidgetFacts } from "./view.ts";

const MEGABYTE = 1_048_576;

/** A file on its way, or one that did not get through. */
export interface Sending {
  id: number;
  name: string;
  size: number;
  /** From 0 to 1. */
  progress: number;
  error?: string;
}

export interface UploadRules {
  types?: readonly string[] | undefined;
  maxUploadSize?: number | undefined;
}

interface Line extends Sending {
  stop: AbortController;
  done?: UploadRef;
}

export interface Sender {
  sending: readonly Sending[];
  /** True while a file is on its way. */
  busy: boolean;
  /** Limit of one file in bytes. */
  limit: number;
  add(files: readonly ChosenFile[]): void;
  /** Gives up a file on its way, or forgets one that failed. */
  cancel(id: number): void;
  /** Forgets all failures. */
  tidy(): void;
}

let ids = 0;

/**
 * Sends files for a widget. What was added is handed over once none is on its way any more, in the order it was added.
 *
 * @example const sender = useUploads(widget, props, (refs) => setValue([...value, ...refs])); sender.add(chosenFrom(input.files));
 */
export function useUploads(widget: WidgetFacts, { types, maxUploadSize }: UploadRules, onDone: (refs: UploadRef[]) => void): Sender {
  const page = usePage();
  const most = useStore(page.maxUploadSize);
  const limit = (maxUploadSize ?? most) * MEGABYTE;
  const [lines, setLines] = useState<readonly Line[]>([]);
  const current = useRef<readonly Line[]>([]);
  const latest = useLatest({ onDone, types, limit, widget });
  const busy = lines.some(({ error }) => error === undefined);
  const { form } = widget;
  useEffect(() => (busy && form !== undefined ? page.forms.addBusy(form) : undefined), [busy, form, page]);
  const acts = useMemo(() => {
    const set = (next: readonly Line[]) => {
      current.current = next;
      setLines(next);
    };
    const change = (id: number, more: Partial<Line>) => set(current.current.map((line) => (line.id === id ? { ...line, ...more } : line)));
    const settle = () => {
      const waiting = current.current.filter(({ error }) => error === undefined);
      if (waiting.some(({ done }) => !done) || waiting.length === 0) return;
      set(current.current.filter(({ error }) => error !== undefined));
      for (const { name } of waiting) page.announce(t("fileUploaded", { name }));
      latest.current.onDone(waiting.map(({ done }) => done as UploadRef));
    };
    const send = async (line: Line, file: File) => {
      try {
        const { name, stop } = line;
        const onProgress = (progress: number) => change(line.id, { progress });
        change(line.id, { done: await page.files.upload(file, { widget: latest.current.widget.id, name, signal: stop.signal, onProgress }), progress: 1 });
      } catch (error) {
        if (!line.stop.signal.aborted) fail(line, (error as Error).message);
      }
      settle();
    };
    const fail = (line: Line, error: string) => {
      change(line.id, { error });
      page.announce(`${line.name}: ${error}`);
    };
    const wrong = ({ file, name }: ChosenFile): string | undefined => {
      const rules = latest.current;
      if (!isOfType(rules.types, name, file.type)) return t("typeNotAllowed", { type: file.type || /\.[^.]*$/.exec(name)?.[0] || name });
      return file.size > rules.limit ? t("fileTooLarge", { size: fileSize(rules.limit) }) : undefined;
    };
    const drop = (line: Line) => {
      line.stop.abort();
      if (line.done) page.files.discard(line.done);
    };
    return {
      add(files: readonly ChosenFile[]) {
        const added = files.map(({ file, name }) => ({ id: ++ids, name, size: file.size, progress: 0, stop: new AbortController() }));
        set([...current.current, ...added]);
        for (const [at, line] of added.entries()) {
          const chosen = files[at] as ChosenFile;
          const reason = wrong(chosen);
          if (reason === undefined) void send(line, chosen.file);
          else fail(line, reason);
        }
      },
      cancel(id: number) {
        const line = current.current.find((one) => one.id === id);
        set(current.current.filter((one) => one !== line));
        if (line) drop(line);
        settle();
      },
      tidy: () => set(current.current.filter(({ error }) => error === undefined)),
      leave: () => current.current.forEach(drop),
    };
  }, [page, latest]);
  // A widget that goes takes along what is still on its way for it.
  useEffect(() => acts.leave, [acts]);
  return { sending: lines, busy, limit, add: acts.add, cancel: acts.cancel, tidy: acts.tidy };
}
