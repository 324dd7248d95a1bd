import { useEffect, useMemo, useState } from "react";
import { optionText } from "../protocol/option-key.ts";
import { t } from "./messages.ts";
import { type Found, usePage } from "./page.ts";

/** Milliseconds without typing after which the script is asked. */
const PAUSE = 200;
const NOTHING: readonly string[] = [];

export interface OptionSearch {
  keys: readonly string[];
  texts: readonly string[];
  /** True until the answer for the text is there. */
  isBusy: boolean;
  /** What is said below the options, or in their place. */
  remark: string | undefined;
}

/**
 * The options the script finds for a text. Those of the text before stay until the answer is there.
 *
 * @param widget - Undefined for a widget that has all its options.
 * @param text - What was typed; undefined while nobody looks.
 */
export function useOptionSearch(widget: string | undefined, text: string | undefined): OptionSearch {
  const page = usePage();
  const [found, setFound] = useState<Found & { text: string }>();
  const isWanted = widget !== undefined && text !== undefined;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    const timer = setTimeout(() => page.search(widget, text, (answer) => !isOver && setFound({ ...answer, text })), text === "" ? 0 : PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [page, widget, text, isWanted]);
  const keys = found?.keys ?? NOTHING;
  const texts = useMemo(() => keys.map(optionText), [keys]);
  const isBusy = isWanted && found?.text !== text;
  return { keys, texts, isBusy, remark: widget === undefined ? undefined : remarkOn(found, text ?? "", isBusy) };
}

function remarkOn(found: Found | undefined, text: string, isBusy: boolean): string | undefined {
  if (isBusy) return t("searching");
  if (found?.error !== undefined) return found.error;
  if (found?.isCut) return t("onlyFirst", { count: found.keys.length });
  return text.trim() === "" && found?.keys.length === 0 ? t("typeToSearch") : undefined;
}
