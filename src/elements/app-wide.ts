import { AppError } from "../engine/errors/errors.ts";
import { Place } from "../engine/screen/place.ts";

/**
 * Makes containers say where a command is that belongs to the whole app, such as `st.rerun` and `st.sessionState`.
 * Their type does not have them; this is for scripts that are not checked.
 *
 * @param commands - What only `st` has, by name. Called after `st` has got them: they stand in its prototype's way.
 */
export function refuseOnContainers(commands: object): void {
  for (const [name, command] of Object.entries(commands)) {
    const refuse = () => {
      throw new AppError("argument", `${name} belongs to the app, not to a container`, { hint: `Write st.${name} instead.` });
    };
    Object.defineProperty(Place.prototype, name, {
      configurable: true,
      ...(typeof command === "function" ? { value: refuse, writable: true } : { get: refuse }),
    });
  }
}
