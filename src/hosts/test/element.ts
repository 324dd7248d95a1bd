import { decodeOf, type WidgetSpec } from "../../engine/widgets/widget-spec.ts";
import { decode, encode } from "../../protocol/codec.ts";
import type { AnyKind, Verb, Verbs } from "../../protocol/kind.ts";
import type { WireValue } from "../../protocol/messages.ts";
import { contentOf, propOf } from "./content.ts";
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
  /** What the element with this widget id offers for download. */
  download(id: string): Promise<File | string>;
  run(options?: RunOptions): Promise<unknown>;
}

/** A node as a test sees it. It follows the page: after a run it shows what the run made of it. */
export class Element {
  constructor(
    /** The test it belongs to; its name must be no prop's. */
    readonly owner: Page,
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
    return this.node.children.map((child) => this.owner.elementOf(child));
  }

  get isOnPage(): boolean {
    return this.owner.mirror.nodes.get(this.node.id) === this.node;
  }

  get value(): unknown {
    const id = factsOf(this.node)?.id;
    // A table is its rows, also where some of them can be chosen.
    if (id === undefined || "parts" in this.node.props) return contentOf(this.node, this.owner.mirror);
    const spec = this.owner.specOf(id);
    return spec ? decodeOf(spec, this.wire) : this.wire;
  }

  /** The value as it travels: places instead of options, texts instead of dates. */
  get wire(): WireValue {
    const id = factsOf(this.node)?.id;
    if (id === undefined) return undefined;
    const edit = this.owner.edits.of(this.node);
    if (edit) return edit.wire;
    const spec = this.owner.specOf(id);
    return spec?.trigger ? spec.initial : this.node.value;
  }

  get index(): number | null | undefined {
    const { wire, node } = this;
    if (!Array.isArray(node.props.options)) return undefined;
    return typeof wire === "number" ? wire : null;
  }

  get indices(): number[] | undefined {
    const { wire, node } = this;
    if (!Array.isArray(node.props.options)) return undefined;
    return (Array.isArray(wire) ? wire : [wire]).filter((one) => typeof one === "number");
  }

  setValue(value: unknown): this {
    const spec = this.movable();
    if (spec.trigger && value === false) this.owner.edits.release(this.node);
    else this.explained(() => this.setWire(spec.encode ? spec.encode(value) : value));
    return this;
  }

  /** Does what a verb of its kind says. Verbs know values as they travel. */
  act(verb: Verb<object, WireValue>, args: unknown[]): this {
    if (factsOf(this.node)?.id === undefined) return this.unheard(verb, args);
    const spec = this.movable();
    const { props, wire } = this;
    const encode = (value: unknown): WireValue => (spec.encode ? spec.encode(value) : value);
    this.explained(() => verb({ props, value: wire, setValue: (next) => this.setWire(next), encode }, ...args));
    return this;
  }

  /** The element of a command that was not asked to tell the script: what a person does there causes no run. */
  private unheard(verb: Verb<object, WireValue>, args: unknown[]): this {
    const setValue = () => {
      throw new AppTestError("the script does not hear of it. Give the command what should happen: onDismiss, onClick, onSelect or onChange");
    };
    this.explained(() => verb({ props: this.props, value: undefined, setValue, encode: (value) => value as WireValue }, ...args));
    return this;
  }

  private setWire(given: WireValue): void {
    const { edits } = this.owner;
    const spec = this.movable();
    // Over the wire and back, so that nothing reaches the app that a page could not send.
    const wire = decode(encode(given));
    spec.decode(wire);
    if (spec.trigger) edits.pull(this.node, wire);
    else edits.set(this.node, wire);
  }

  /** Names the element in what goes wrong. */
  private explained(body: () => void): void {
    try {
      body();
    } catch (error) {
      const { message, hint } = error as Error & { hint?: string };
      throw new AppTestError(`${this} cannot do that: ${message}.${hint ? ` ${hint}` : ""}`, { cause: error });
    }
  }

  /** Fetches what it offers, as a click in the page would. */
  async download(): Promise<File> {
    const id = factsOf(this.node)?.id;
    const found = id === undefined ? "it offers nothing" : await this.owner.download(id);
    if (typeof found !== "string") return found;
    throw new AppTestError(`${this} cannot be downloaded: ${found}.`);
  }

  run(options?: RunOptions): Promise<unknown> {
    return this.owner.run(options);
  }

  toString(): string {
    return describe(this);
  }

  /** How test runners print it. */
  toJSON(): string {
    return this.toString();
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
    const spec = this.owner.specOf(id);
    if (!spec) throw new AppTestError(`${this} belongs to no run: run the app first.`);
    return spec;
  }
}

/** An element that holds others: it finds them as the page does. */
class ContainerElement extends Element {
  override get value(): unknown {
    return factsOf(this.node) ? super.value : undefined;
  }
}

defineFinders(ContainerElement.prototype, (container: ContainerElement) => ({
  page: container.owner,
  roots: [container.node],
  name: String(container),
}));

/** What elements of one kind inherit: its verbs, and its props as far as they have been seen. */
const prototypes = new Map<string, Element>();

function addVerbs(prototype: Element, verbs: Verbs<object, WireValue>): void {
  for (const [name, verb] of Object.entries(verbs)) {
    const value = function (this: Element, ...args: unknown[]): Element {
      return this.act(verb, args);
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
    addVerbs(prototype, (kind?.verbs ?? {}) as Verbs<object, WireValue>);
    prototypes.set(name, prototype);
  }
  for (const prop of Object.keys(node.props as object)) {
    if (prop in prototype) continue;
    const get = function (this: Element): unknown {
      return propOf(this.node, prop);
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
