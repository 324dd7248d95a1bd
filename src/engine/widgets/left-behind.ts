import type { DrawnWidget } from "./widget-spec.ts";

/** Entries of the session state that widgets left when they were not drawn any more, and the page whose end is theirs too. */
export class LeftBehind {
  private readonly pages = new Map<string, string | undefined>();

  has(key: string): boolean {
    return this.pages.has(key);
  }

  /** It is an entry like any other from now on; true when it was none before. */
  delete(key: string): boolean {
    return this.pages.delete(key);
  }

  /** A widget goes while `page` is shown; false when nothing of it stays. */
  note(key: string, { spec, page: own }: DrawnWidget, page: string): boolean {
    if (!spec.persist && !spec.bind) return false;
    const isOfPage = spec.persist === "page" && !spec.bind && own !== "";
    if (isOfPage && own !== page) return false;
    this.pages.set(key, isOfPage ? page : undefined);
    return true;
  }

  /** Takes out those of other pages than the one shown. */
  takeForeign(page: string): string[] {
    const foreign = [...this.pages].filter(([, only]) => only !== undefined && only !== page).map(([key]) => key);
    for (const key of foreign) this.pages.delete(key);
    return foreign;
  }

  /** All of them, for an engine that takes over. */
  get marks(): [key: string, page: string | undefined][] {
    return [...this.pages];
  }

  restore(marks: LeftBehind["marks"]): void {
    for (const [key, page] of marks) this.pages.set(key, page);
  }
}
