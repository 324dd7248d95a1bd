import { staticUnits, type Unit } from "./evaluation.ts";

/** The shortest way from a module to one it needs before it is evaluated, both included; undefined when it needs it not. */
export function pathBetween(start: Unit, goal: Unit): Unit[] | undefined {
  const from = new Map<Unit, Unit | undefined>([[start, undefined]]);
  for (const unit of from.keys()) {
    if (unit === goal) {
      const path: Unit[] = [];
      for (let at: Unit | undefined = unit; at; at = from.get(at)) path.unshift(at);
      return path;
    }
    for (const next of [...staticUnits(unit), ...unit.dynamic]) if (!next.isDone && !from.has(next)) from.set(next, unit);
  }
  return undefined;
}

/** Modules under way whose evaluation cannot end before that of `unit` does, with itself. */
export function waitingFor(unit: Unit, all: Iterable<Unit>): Set<Unit> {
  const waiting = new Set([unit]);
  for (const one of all) if (one.underWay && pathBetween(one, unit)) waiting.add(one);
  return waiting;
}

/** Says of an error that it comes from modules that import each other, if it does. */
export function explainCircle(error: unknown, path: readonly Unit[], shown: (id: string) => string): void {
  if (!(error instanceof ReferenceError) || !/before initialization/.test(error.message) || "hint" in error) return;
  const names = path.map(({ id }) => shown(id)).join(" → ");
  Object.defineProperty(error, "hint", {
    value: `These modules import each other: ${names}. What one needs of the other while it is imported is not there yet: use it inside a function, or move it to a third module.`,
    configurable: true,
  });
}
