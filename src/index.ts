import { checked } from "./elements/checked.ts";
import { columnConfig } from "./elements/dataframe/column-config.ts";
import { elements, type Container } from "./elements/index.ts";
import { refuseOnContainers } from "./elements/app-wide.ts";
import { createBareScope } from "./engine/runs/bare.ts";
import { cacheData, cacheResource } from "./engine/cache/cache-commands.ts";
import { standIn } from "./engine/runs/scope.ts";
import { Place, RootPlace } from "./engine/screen/place.ts";
import { keepParts } from "./engine/state/not-replaceable.ts";
import { sessionState } from "./engine/state/session-state.ts";
import { context } from "./engine/request/context.ts";
import { rerun, stop } from "./engine/runs/control.ts";
import { getOption, setOption } from "./engine/options.ts";
import { navigation } from "./engine/pages/navigation.ts";
import { Page } from "./engine/pages/page.ts";
import { setPageConfig } from "./engine/pages/page-config.ts";
import { switchPage } from "./engine/pages/switch-page.ts";
import { queryParams } from "./engine/request/query-params.ts";
import { secrets } from "./engine/secrets/secrets.ts";
import { offload } from "./engine/offload/offload.ts";
import { task } from "./engine/task/task.ts";

void elements;
standIn(createBareScope());

/** Everything that is not drawn but belongs to the app: state, caching, control of the run. */
const commands = {
  cacheData,
  cacheResource,
  columnConfig,
  /**
   * The panel beside the page. It has every command that draws, and `with` to draw several things in it. It stays when
   * another page is opened, as far as the entry script draws it, and folds away on narrow screens.
   *
   * @example
   * const city = st.sidebar.selectbox("City", ["Oslo", "Rome", "Lima"]);
   * st.sidebar.with(() => {
   *   st.header("Filter");
   *   st.slider("Price up to", 0, 500, 200);
   * });
   */
  sidebar: new RootPlace("sidebar") as Place as Container,
  /**
   * The strip that stays at the lower edge of the page while the rest scrolls. It has every command that draws, and
   * `with` to draw several things in it.
   *
   * @example
   * const question = st.bottom.textInput("Ask", { placeholder: "What would you like to know?" });
   */
  bottom: new RootPlace("bottom") as Place as Container,
  task,
  offload,
  sessionState,
  stop,
  rerun,
  Page,
  navigation,
  switchPage,
  setPageConfig,
  queryParams,
  secrets,
  context,
  getOption,
  setOption,
};

/** The commands of Rivulet. */
export const st: Container & typeof commands = keepParts(Object.assign(new Place(undefined) as Container, checked(commands)));
refuseOnContainers(commands);
export default st;
export { Temporal } from "./elements/temporal.ts";
export type { Container } from "./elements/index.ts";
export type { CachedFunction, CacheDataOptions, CacheOptions, CacheResourceOptions, CopyCodec, HashFunctions } from "./engine/cache/cache-commands.ts";
export type { DialogOptions } from "./elements/dialog/dialog.ts";
export type { ExpanderContainer } from "./elements/expander/expander.ts";
export type { GridContainer } from "./elements/grid/grid.ts";
export type { PopoverContainer } from "./elements/popover/popover.ts";
export type { TabContainer } from "./elements/tabs/tabs.ts";
export type { LogoOptions, LogoSource } from "./elements/logo/logo.ts";
export type { StatusContainer } from "./elements/status/status.ts";
export type { StreamSource } from "./elements/write-stream/source.ts";
export type { WriteStreamOptions } from "./elements/write-stream/write-stream.ts";
export type { RerunOptions } from "./engine/runs/control.ts";
export type { SessionState } from "./engine/state/session-state.ts";
export type { FragmentOptions } from "./engine/fragments/fragment.ts";
export type { Task } from "./engine/task/task.ts";
export type { TaskContext, TaskProgress, TaskState } from "./engine/task/tasks.ts";
export type { Context } from "./engine/request/context.ts";
export type { NavigationOptions } from "./engine/pages/navigation.ts";
export type { AppPage, PageOptions } from "./engine/pages/page.ts";
export type { MenuItems, PageConfigOptions } from "./engine/pages/page-config.ts";
export type { SwitchPageOptions } from "./engine/pages/switch-page.ts";
export type { QueryParams } from "./engine/request/query-params.ts";
export type { Secrets } from "./engine/secrets/secrets.ts";
