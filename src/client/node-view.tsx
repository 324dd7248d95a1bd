import {
  Component,
  createContext,
  memo,
  type ReactElement,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { boxAttributes } from "../ui/box-attributes.ts";
import { t } from "../ui/messages.ts";
import { useConnected } from "../ui/page.ts";
import type { View, ViewEntry, WidgetFacts } from "../ui/view.ts";
import styles from "./node-view.module.css";
import type { Session } from "./session.ts";
import type { TreeNode } from "./tree.ts";

/** Finds how a kind is drawn; a lazy one is a promise the first time. */
export interface Registry {
  get(kind: string): View | Promise<View> | undefined;
  /** Pixels to keep free for a kind that is on its way. */
  room(kind: string): number;
}

export function createRegistry(entries: readonly ViewEntry[]): Registry {
  const known = new Map<string, ViewEntry>(entries.map((entry) => [entry.kind, entry]));
  const loading = new Map<string, Promise<View>>();
  const rooms = new Map(entries.map((entry) => [entry.kind, "room" in entry ? entry.room : 0]));
  return {
    room: (kind) => rooms.get(kind) ?? 0,
    get(kind) {
      const entry = known.get(kind);
      if (!entry || "component" in entry) return entry;
      let promise = loading.get(kind);
      if (!promise) {
        promise = entry.load();
        loading.set(kind, promise);
        promise.then(
          (view) => known.set(kind, { ...view, kind }),
          () => loading.delete(kind),
        );
      }
      return promise;
    },
  };
}

export interface Stage {
  session: Session;
  registry: Registry;
}

export const StageContext = createContext<Stage | null>(null);

export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error("a node was drawn outside the page's stage");
  return stage;
}

export function useNode(id: number): TreeNode | undefined {
  const { tree } = useStage().session;
  const subscribe = useCallback((listener: () => void) => tree.subscribe(id, listener), [tree, id]);
  return useSyncExternalStore(subscribe, () => tree.node(id));
}

/** The children of a block, one element each, keyed by node. */
export function useChildren(node: TreeNode | undefined): ReactElement[] {
  const children = node?.children;
  return useMemo(() => (children ?? []).map((child) => <NodeView key={child} id={child} />), [children]);
}

/** Draws one node; another node changing does not draw it again. */
export const NodeView = memo(function NodeView({ id }: { id: number }): ReactNode {
  const { session, registry } = useStage();
  const { tree } = session;
  const subscribe = useCallback((listener: () => void) => tree.subscribe(id, listener), [tree, id]);
  const node = useSyncExternalStore(subscribe, () => tree.node(id));
  const stale = useSyncExternalStore(subscribe, () => tree.isStale(id));
  if (!node) return null;
  const found = registry.get(node.kind);
  if (!found) return <Unknown kind={node.kind} />;
  return (
    <Guard node={node}>
      <Suspense fallback={<Coming node={node} room={registry.room(node.kind)} />}>
        <LoadedNode node={node} view={found} stale={stale} />
      </Suspense>
    </Guard>
  );
});

/** Keeps the place of an element whose view is on its way, so that what is below it need not move. */
function Coming({ node, room }: { node: TreeNode; room: number }): ReactNode {
  const { height } = node.props;
  const pixels = typeof height === "number" ? height : room;
  if (pixels === 0) return null;
  return <div className={styles.skeleton} style={{ height: `${pixels}px` }} data-testid="stSkeleton" aria-label={t("loading")} role="img" />;
}

interface ReadyProps {
  node: TreeNode;
  view: View;
  stale: boolean;
}

/** One component for views that are here and views that are on their way: its state survives the arrival. */
function LoadedNode({ node, view: found, stale }: { node: TreeNode; view: View | Promise<View>; stale: boolean }): ReactNode {
  const view = found instanceof Promise ? use(found) : found;
  const widget = node.props.widget as WidgetFacts | undefined;
  return widget ? <WidgetNode node={node} view={view} stale={stale} widget={widget} /> : <PlainNode node={node} view={view} stale={stale} />;
}

function useViewNode({ node, view, stale }: ReadyProps) {
  const { id, kind, props } = node;
  return useMemo(() => ({ id, kind, attributes: boxAttributes(view.testid, props, stale) }), [id, kind, props, view.testid, stale]);
}

const nothing = () => {};

function PlainNode(ready: ReadyProps): ReactNode {
  const { node, view } = ready;
  const children = useChildren(node);
  const viewNode = useViewNode(ready);
  const Drawn = view.component;
  return <Drawn node={viewNode} props={node.props} value={undefined} setValue={nothing} trigger={nothing} disabled={false} children={children} />;
}

function WidgetNode(ready: ReadyProps & { widget: WidgetFacts }): ReactNode {
  const { node, view, widget } = ready;
  const { widgets } = useStage().session;
  const subscribe = useCallback((listener: () => void) => widgets.subscribe(widget.id, listener), [widgets, widget.id]);
  const value = useSyncExternalStore(subscribe, () => widgets.value(widget.id));
  const children = useChildren(node);
  const viewNode = useViewNode(ready);
  const connected = useConnected();
  useEffect(() => widgets.join(widget), [widgets, widget]);
  const acts = useMemo(
    () => ({
      setValue: (next: unknown, options?: { debounce?: number }) => widgets.set(widget, next, options),
      trigger: (next: unknown = true) => widgets.trigger(widget, next),
    }),
    [widgets, widget],
  );
  const Drawn = view.component;
  return <Drawn node={viewNode} props={node.props} value={value} {...acts} disabled={widget.disabled === true || !connected} children={children} />;
}

/** A view that fails must not take the page with it; it is tried again when its node changes. */
class Guard extends Component<{ node: TreeNode; children: ReactNode }, { failed: TreeNode | null; reason: string }> {
  override state: { failed: TreeNode | null; reason: string } = { failed: null, reason: "" };

  static getDerivedStateFromProps(props: { node: TreeNode }, state: { failed: TreeNode | null }) {
    return state.failed && state.failed !== props.node ? { failed: null } : null;
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ failed: this.props.node, reason: error instanceof Error ? error.message : String(error) });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Quiet title={t("viewFailed")} detail={`${this.props.node.kind}: ${this.state.reason}`} />;
  }
}

function Unknown({ kind }: { kind: string }): ReactNode {
  return <Quiet title={t("viewFailed")} detail={t("unknownKind", { kind })} />;
}

function Quiet({ title, detail }: { title: string; detail: string }): ReactNode {
  return (
    <div className={styles.quiet} role="note" data-testid="stViewError">
      <strong>{title}</strong>
      <span>{detail}</span>
    </div>
  );
}
