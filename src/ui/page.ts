import { createContext, useContext } from "react";
import type { PayloadRef } from "../protocol/messages.ts";
import type { Files } from "./files.ts";
import { type Store, useStore } from "./store.ts";
import type { Theme } from "./theme.ts";

/** What the form block tells the page about itself. */
export interface FormRules {
  clearOnSubmit: boolean;
  enterToSubmit: boolean;
}

/** What a form stands at, as its fields and buttons see it. */
export interface FormStatus {
  /** True while a field holds something the script has not seen. */
  pending: boolean;
  /** True when Enter in a field submits: the form allows it and its first submit button is enabled. */
  enterSubmits: boolean;
  /** True while a field is busy (a file is still on its way): submitting waits. */
  busy: boolean;
  /** True when a run has drawn all of the form, and no submit button was in it. */
  lacksButton: boolean;
}

export interface Forms {
  status(form: string): FormStatus;
  subscribe(listener: () => void): () => void;
  /** Sends all fields of the form and a click of `button` (default: its first submit button, if enabled). */
  submit(form: string, button?: string): void;
  /** The form block is on screen; returns a function for when it no longer is. */
  addForm(form: string, rules: FormRules): () => void;
  /** A submit button is on screen, in the order of the page. */
  addButton(form: string, button: { id: string; disabled: boolean; fragment?: string }): () => void;
  /** Asks a field before every submit: one that is not ready says why on screen and returns where to go, and nothing is sent. */
  addCheck(form: string, check: () => HTMLElement | undefined): () => void;
  /** A field is busy until the returned function is called. */
  addBusy(form: string): () => void;
}

/** What a search brought: keys of options, whether there are more, and why it failed. */
export interface Found {
  keys: readonly string[];
  isCut: boolean;
  error?: string | undefined;
}

/** What views may ask of the page they are on. Anything beyond their own props comes through here. */
export interface Page {
  /** Where the app lives; ends in a slash. Media, uploads and page links resolve against it. */
  readonly base: URL;
  readonly connected: Store<boolean>;
  /** False when the server forbids saving and copying the data of tables and charts. */
  readonly exportsData: Store<boolean>;
  readonly forms: Forms;
  payload(ref: PayloadRef): Promise<Uint8Array>;
  /** Asks the script for the options of a widget that fit a text; answered unless a newer search of it takes its place. */
  search(widget: string, text: string, answer: (found: Found) => void): void;
  /** Bytes that travel beside the protocol. */
  readonly files: Files;
  /** Megabytes of the largest file the server takes. */
  readonly maxUploadSize: Store<number>;
  readonly running: Store<boolean>;
  stop(): void;
  /** Shows another page of the app; `query` without the question mark. */
  go(page: string, query?: string): void;
  /** Address of a page of the app; `query` without the question mark. */
  href(page: string, query?: string): string;
  rerun(): void;
  /** Says something to screen readers. */
  announce(text: string): void;
}

export const PageContext = createContext<Page | null>(null);
export const ThemeContext = createContext<Theme | null>(null);

/** Where an element stands; headings have a smaller scale and no links outside the main area. */
export const PlaceContext = createContext<"main" | "sidebar" | "dialog">("main");

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("usePage was called outside the page; views are drawn inside <PageContext>.");
  return page;
}

/** The theme of the place the view stands in: the sidebar has its own. */
export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (!theme) throw new Error("useTheme was called outside the page; views are drawn inside <ThemeContext>.");
  return theme;
}

/** Whether the data of tables and charts may be saved and copied. */
export function useExportsData(): boolean {
  return useStore(usePage().exportsData);
}

export function useConnected(): boolean {
  return useStore(usePage().connected);
}
