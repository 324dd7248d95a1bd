import type { ROOT } from "../../protocol/messages.ts";
import type { Element, Page } from "./element.ts";
import { defineFinders } from "./finders.ts";
import type { MirrorNode } from "./mirror.ts";
import { outline } from "./show.ts";

export const REGIONS = ["main", "sidebar", "event", "bottom"] as const;

/** A part of the page. */
export class PageRegion {
  constructor(
    readonly app: Page,
    readonly name: keyof typeof ROOT,
  ) {}

  get node(): MirrorNode {
    return this.app.mirror.root(this.name);
  }

  get children(): readonly Element[] {
    return this.node.children.map((child) => this.app.elementOf(child));
  }

  toString(): string {
    return `${this.name}${outline(this.children)}`;
  }

  /** How test runners print it. */
  toJSON(): string {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

defineFinders(PageRegion.prototype, (region: PageRegion) => ({ page: region.app, roots: [region.node], name: `The ${region.name} region` }));
