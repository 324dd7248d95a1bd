import type { AnyKind, Kind, PropsOf, ValueOf } from "../../protocol/kind.ts";
import type { WireValue } from "../../protocol/messages.ts";
import type { AppTest } from "./app-test.ts";
import type { ElementList } from "./element-list.ts";
import type { PageKind, PARTS } from "./test-kinds.ts";

export interface RunOptions {
  /** Seconds the app has to come to rest. Default: the `defaultTimeout` of the test, which is 3. */
  timeout?: number | undefined;
  /**
   * Called whenever the page has changed, as it would change before the eyes of a person: to see what is only there
   * for a while, such as progress and parts of an answer. What it throws fails the run.
   */
  onUpdate?: ((at: AppTest) => void) | undefined;
}

/** What every element offers, whatever its kind. */
export interface TestElement<K extends AnyKind = AnyKind> {
  /** Name of its command, such as `"textInput"`. */
  readonly kind: K["name"];
  readonly key: string | undefined;
  readonly label: string | undefined;
  readonly disabled: boolean;
  /** What the page was told of it. */
  readonly props: PropsOf<K>;
  /** What a widget stands at, including what the test has set since the last run; the content of anything else. */
  readonly value: UserValue<K>;
  /** The value as it travels: the place of an option, the text of a date. */
  readonly wire: WireValue;
  /** Place of the chosen option; null when none is. Undefined for what has no options. */
  readonly index: number | null | undefined;
  /** Places of the chosen options. Undefined for what has no options. */
  readonly indices: number[] | undefined;
  /** What it holds, if it is a container. */
  readonly children: readonly AnyElement[];
  /** False once a run has not drawn it again. */
  readonly isOnPage: boolean;
  /**
   * Does what a person would do to get this value. The app is told of it by the next `run()`.
   *
   * @throws AppTestError when it is no widget, is disabled or has left the page; an error that names the value when the widget cannot stand at it.
   */
  setValue(value: UserValue<K>): ElementOf<K>;
  /**
   * What a download button gives, at once and without a rerun; `click` is what the script hears of.
   *
   * @throws AppTestError when it offers nothing, or when its function fails.
   */
  download(): Promise<File>;
  /** Runs the app: the same as `run` of the test. */
  run(options?: RunOptions): Promise<AppTest>;
  toString(): string;
}

// biome-ignore-start lint/suspicious/noExplicitAny: options, dates and files are whatever the script made of them
/** Widgets whose value in the script is another than on the wire. */
interface UserValues {
  audioInput: File | null;
  cameraInput: File | null;
  chatInput: any;
  dataEditor: any;
  dateInput: any;
  datetimeInput: any;
  feedback: any;
  fileUploader: any;
  multiselect: any[];
  pills: any;
  radio: any;
  segmentedControl: any;
  selectSlider: any;
  selectbox: any;
  slider: any;
  timeInput: any;
}

/** What the script gets from a widget; rows of a table; what anything else shows. */
type UserValue<K> = K extends { name: infer N }
  ? N extends keyof UserValues
    ? UserValues[N]
    : PropsOf<K> extends { parts: readonly unknown[] }
      ? Record<string, any>[]
      : [ValueOf<K>] extends [never]
        ? unknown
        : ValueOf<K>
  : never;
// biome-ignore-end lint/suspicious/noExplicitAny: from here on types are known

type VerbsOf<K> = K extends Kind<string, infer _P, infer _T, infer V> ? V : never;

type VerbMethods<K extends AnyKind> = {
  readonly [N in keyof VerbsOf<K>]: VerbsOf<K>[N] extends (widget: never, ...args: infer A) => void ? (...args: A) => ElementOf<K> : never;
};

/** Blocks hold other elements, also those with a value of their own, such as a dialog. */
type IsContainer<K> = K extends { block: true } ? true : false;

type FinderName = PageKind["name"] | "get" | "getByKey";
type Taken<K extends AnyKind> = keyof TestElement<K> | keyof VerbsOf<K> | "widget" | (IsContainer<K> extends true ? FinderName : never);

type PropReaders<K extends AnyKind> = { readonly [P in Exclude<keyof PropsOf<K>, Taken<K>>]: PropsOf<K>[P] };

/** An element of a kind: its props, its value, and what a person can do with it. */
export type ElementOf<K extends AnyKind> = TestElement<K> & VerbMethods<K> & PropReaders<K> & (IsContainer<K> extends true ? Finders : unknown);

/** An element whose kind the test does not say: with all that elements can do, unchecked. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyElement = TestElement<any> & Finders & { readonly [name: string]: any };

/** What the list of a command holds: its elements, or the parts it is made of. */
type ListedKind<K extends AnyKind> = K["name"] extends keyof typeof PARTS ? Extract<PageKind, { name: (typeof PARTS)[K["name"]] }> : K;

/** A list of elements for every command that draws, named like the command; of columns and tabs, each single one. */
export type Accessors = { readonly [K in PageKind as K["name"]]: ElementList<ElementOf<ListedKind<K>>> };

/** Ways to find elements in a page, a part of it, or a container. */
export interface Finders extends Accessors {
  /** Elements of a kind given by name. */
  get<N extends keyof Accessors>(kind: N): Accessors[N];
  get(kind: string): ElementList<AnyElement>;
  /**
   * Finds an element of any kind by its key.
   *
   * @throws AppTestError naming the keys there are.
   */
  getByKey(key: string | number): AnyElement;
}

/** The main part of the page, the sidebar, or what floats above them. */
export interface Region extends Finders {
  readonly children: readonly AnyElement[];
  toString(): string;
}
