import { AppError } from "../../engine/errors.ts";
import { decodeOf, type WidgetSpec } from "../../engine/widgets.ts";
import { decode, encode } from "../../protocol/codec.ts";
import type { AnyKind, TestWidget, Verbs } from "../../protocol/kind.ts";
import { contentOf } from "./content.ts";
import { factsOf, type Edits } from "./edits.ts";
import type { RunOptions } from "./element-types.ts";
import { defineFinders } from "./finders.ts";
import type { Mirror, MirrorNode } from "./mirror.ts";
import { describe } from "./show.ts";
import { AppTestError } from "./test-error.ts";
import { pageKinds } from "./test-kinds.ts";

/** What elements need of the test they belong to. */
export interface Page {
  readonly edits: Edits;
  readonly mirror: Mirror;
  /** What the script last said of the widget behind a node. */
  specOf(id: string): WidgetSpec<unknown> | undefined;
  elementOf(node: MirrorNode): Element;
  run(options?: RunOptions): Promise<unknown>;
}

/** A node as a test sees it. It follows the page: after a run it shows what the run made of it. */
export class Element {
  constructor(
    readonly page: Page,
    readonly node: MirrorNode,
  ) {}

  get kind(): string {
    return this.node.kind;
  }

  get key(): string | undefined {
    return this.node.props.key as string | undefined;
  }

  get label(): string | undefined {
    return this.node.props.label as string | undefined;
  }

  get disabled(): boolean {
    return this.node.props.widget?.disabled === true;
  }

  get props(): object {
    return this.node.props as object;
  }

  get children(): readonly Element[] {
    return this.node.children.map((child) => this.page.elementOf(child));
  }

  get isOnPage(): boolean {
    return this.page.mirror.nodes.get(this.node.id) === this.node;
  }

  get value(): unknown {
    const id = factsOf(this.node)?.id;
    if (id === undefined) return contentOf(this.node, this.page.mirror);
    const spec = this.page.specOf(id);
    const edit = this.page.edits.of(this.node);
    if (!spec) return edit ? edit.wire : this.node.value;
    if (edit) return decodeOf(spec, edit.wire);
    return decodeOf(spec, spec.trigger ? spec.initial : this.node.value);
  }

  setValue(value: unknown): this {
    const { edits } = this.page;
    const spec = this.movable();
    if (spec.trigger && value === false) {
      edits.release(this.node);
      return this;
    }
    // Over the wire and back, so that nothing reaches the app that a page could not send.
    const wire = decode(encode(spec.encode ? spec.encode(value) : value));
    try {
      spec.decode(wire);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppTestError(`${this} cannot stand at ${JSON.stringify(value)}: ${(error as Error).message}`, { cause: error });
    }
    if (spec.trigger) edits.pull(this.node, wire);
    else edits.set(this.node, wire);
    return this;
  }

  run(options?: RunOptions): Promise<unknown> {
    return this.page.run(options);
  }

  toString(): string {
    return describe(this);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  /** The widget behind it, if a person could do something with it now. */
  private movable(): WidgetSpec<unknown> {
    const id = factsOf(this.node)?.id;
    if (id === undefined) throw new AppTestError(`${this} is no widget: there is nothing to set or click.`);
    if (!this.isOnPage) throw new AppTestError(`${this} is no longer on the page: find it again after the run.`);
    if (this.disabled) throw new AppTestError(`${this} is disabled: a person could not use it.`);
    const spec = this.page.specOf(id);
    if (!spec) throw new AppTestError(`${this} belongs to no run: run the app first.`);
    return spec;
  }
}

/** An element that holds others: it finds them as the page does. */
class ContainerElement extends Element {}

defineFinders(ContainerElement.prototype, (container: ContainerElement) => ({
  page: container.page,
  roots: [container.node],
  name: String(container),
}));

/** What elements of one kind inherit: its verbs, and its props as far as they have been seen. */
const prototypes = new Map<string, Element>();

function addVerbs(prototype: Element, verbs: Verbs<object, unknown>): void {
  for (const [name, verb] of Object.entries(verbs)) {
    const value = function (this: Element, ...args: unknown[]): Element {
      const element = this;
      const widget: TestWidget<object, unknown> = {
        props: element.props,
        get value() {
          return element.value;
        },
        setValue: (next) => void element.setValue(next),
      };
      verb(widget, ...args);
      return element;
    };
    Object.defineProperty(prototype, name, { value, configurable: true });
  }
}

function prototypeOf(node: MirrorNode): Element {
  const kind: AnyKind | undefined = pageKinds.get(node.kind);
  const isContainer = kind ? kind.block : node.children.length > 0;
  const name = `${node.kind}${isContainer ? " container" : ""}`;
  let prototype = prototypes.get(name);
  if (!prototype) {
    prototype = Object.create((isContainer ? ContainerElement : Element).prototype) as Element;
    addVerbs(prototype, (kind?.verbs ?? {}) as Verbs<object, unknown>);
    prototypes.set(name, prototype);
  }
  for (const prop of Object.keys(node.props as object)) {
    if (prop in prototype) continue;
    const get = function (this: Element): unknown {
      return this.node.props[prop];
    };
    Object.defineProperty(prototype, prop, { get, configurable: true });
  }
  return prototype;
}

/** Makes the element of a node; asked again for the same node it gives the same element. */
export function createElements(page: () => Page): (node: MirrorNode) => Element {
  const known = new WeakMap<MirrorNode, Element>();
  return (node) => {
    const prototype = prototypeOf(node);
    const present = known.get(node);
    if (present && Object.getPrototypeOf(present) === prototype) return present;
    const element = new Element(page(), node);
    Object.setPrototypeOf(element, prototype);
    known.set(node, element);
    return element;
  };
}
