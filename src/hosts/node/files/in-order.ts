/**
 * Makes a function that does things one after the other, per lane: at once as long as nothing before takes time.
 *
 * @example const inOrder = createInOrder(); inOrder(1, () => load()); inOrder(1, () => use());
 */
export function createInOrder(): (lane: number, task: () => unknown) => void {
  const ends = new Map<number, Promise<void>>();
  return (lane, task) => {
    const before = ends.get(lane);
    const result = before ? before.then(task) : task();
    if (!(result instanceof Promise)) return;
    const end = result
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        if (ends.get(lane) === end) ends.delete(lane);
      });
    ends.set(lane, end);
  };
}
