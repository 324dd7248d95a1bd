/**
 * Groups what is reachable into circles (Tarjan). Evaluation waits for whole circles, which wait for one another in
 * one direction only: so nothing can wait for itself.
 *
 * @param start Where to begin.
 * @param next The nodes a node leads to, in order.
 * @returns For every node its circle, in the order in which evaluation without circles would take them.
 */
export function circlesOf<T>(start: T, next: (node: T) => readonly T[]): Map<T, T[]> {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const circles = new Map<T, T[]>();
  const finished: T[] = [];

  const visit = (node: T): number => {
    const index = order.size;
    order.set(node, index);
    let lowest = index;
    stack.push(node);
    for (const other of next(node)) {
      if (!order.has(other)) lowest = Math.min(lowest, visit(other));
      else if (!circles.has(other)) lowest = Math.min(lowest, order.get(other) ?? 0);
    }
    low.set(node, lowest);
    finished.push(node);
    if (lowest !== index) return lowest;
    const members = new Set(stack.splice(stack.indexOf(node)));
    const circle = finished.filter((one) => members.has(one));
    for (const member of circle) circles.set(member, circle);
    return lowest;
  };
  visit(start);
  return circles;
}
