import { columnConfig } from "./elements/dataframe/column-config.ts";
import { elements, type Container } from "./elements/index.ts";
import { createBareScope } from "./engine/bare.ts";
import { cacheData, cacheResource } from "./engine/cache/cache-commands.ts";
import { standIn } from "./engine/scope.ts";
import { Place, RootPlace } from "./engine/place.ts";
import { sessionState } from "./engine/session-state.ts";
import { rerun, stop } from "./engine/control.ts";

void elements;
standIn(createBareScope());

/** Everything that is not drawn but belongs to the app: state, caching, control of the run. */
const commands = {
  cacheData,
  cacheResource,
  columnConfig,
  sidebar: new RootPlace("sidebar") as Place as Container,
  sessionState,
  stop,
  rerun,
};

/** The commands of Rivulet. */
export const st: Container & typeof commands = Object.assign(new Place(undefined) as Container, commands);
export default st;
export { Temporal } from "./elements/temporal.ts";
export type { Container } from "./elements/index.ts";
export type { CachedFunction, CacheDataOptions, CacheOptions, CacheResourceOptions, CopyCodec } from "./engine/cache/cache-commands.ts";
export type { SessionState } from "./engine/session-state.ts";
