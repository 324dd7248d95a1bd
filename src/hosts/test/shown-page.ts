import type { Navigation, PageConfig, ToClient } from "../../protocol/messages.ts";

/** A page of the app, as the menu has it. */
export interface TestPage {
  readonly title: string;
  /** In the address; empty for the default page. */
  readonly path: string;
  readonly icon: string;
  readonly section: string;
  readonly isHidden: boolean;
  readonly isCurrent: boolean;
}

/** What stands around the elements: the menu of pages, and the title of the tab. */
export interface ShownPage {
  hear(message: ToClient): void;
  readonly pages: TestPage[];
  readonly config: PageConfig;
}

/** Remembers what the app said of itself, as the page does. */
export function createShownPage(): ShownPage {
  let navigation: Navigation | undefined;
  let config: PageConfig = {};
  return {
    hear(message) {
      if (message.type === "navigation") navigation = message.navigation;
      else if (message.type === "pageConfig") config = message.config;
    },
    get pages() {
      const { sections = [], current = "" } = navigation ?? {};
      return sections.flatMap(({ label, pages }) =>
        pages.map(({ path, title, icon = "", hidden = false }) => ({ title, path, icon, section: label, isHidden: hidden, isCurrent: path === current })),
      );
    },
    get config() {
      return config;
    },
  };
}
