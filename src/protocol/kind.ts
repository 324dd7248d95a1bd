/** A widget as a test sees it: what it shows, what it stands at, and a way to move it. Values are those of the wire. */
export interface TestWidget<Props, Value> {
  readonly props: Props;
  readonly value: Value;
  setValue(value: Value): void;
  /** A value of the script as the page would send it; throws when the widget cannot stand at it. */
  encode(value: unknown): Value;
}

// biome-ignore lint/suspicious/noExplicitAny: verbs of different kinds take different arguments
export type Verb<Props, Value> = (widget: TestWidget<Props, Value>, ...args: any[]) => void;
export type Verbs<Props, Value> = Readonly<Record<string, Verb<Props, Value>>>;

/**
 * One kind of node in the tree. The token is shared by the definition, the view and the tests,
 * so that none of them can drift: it carries the name on the wire, the DOM hook and, as types, props and value.
 */
export interface Kind<Name extends string = string, Props = object, Value = unknown, V = unknown, Block extends boolean = boolean> {
  readonly name: Name;
  /** `data-testid` of the outermost DOM node. */
  readonly testid: string;
  /** True for nodes that hold other nodes. */
  readonly block: Block;
  /** True for nodes a person can move: they carry `widget` in their props. */
  readonly widget: boolean;
  /** What a test may do with it beyond `setValue`. */
  readonly verbs: V;
  /** Types only; never present at run time. */
  readonly __props?: Props;
  readonly __value?: Value;
}

// biome-ignore lint/suspicious/noExplicitAny: any kind, whatever its props
export type AnyKind = Kind<string, any, any, any>;
export type PropsOf<K> = K extends Kind<string, infer P, infer _V, infer _T> ? P : never;
export type ValueOf<K> = K extends Kind<string, infer _P, infer V, infer _T> ? V : never;

/**
 * Names a kind: `defineKind<SliderProps, number>()("slider", { widget: true })`.
 * The test id is `st` and the name in PascalCase unless one is given.
 */
export function defineKind<Props extends object, Value = never>() {
  return <Name extends string, V extends Verbs<Props, Value> = Record<never, never>, Block extends boolean = false>(
    name: Name,
    options: { testid?: string; block?: Block; widget?: boolean; verbs?: V & Verbs<Props, Value> } = {},
  ): Kind<Name, Props, Value, V, Block> => ({
    name,
    testid: options.testid ?? `st${name[0]?.toUpperCase()}${name.slice(1)}`,
    block: options.block ?? (false as Block),
    widget: options.widget ?? false,
    verbs: options.verbs ?? ({} as V),
  });
}
