import { Block } from "../../engine/screen/node.ts";
import { Empty } from "../empty/empty.ts";
import type { Container } from "../index.ts";
import { work } from "../work.ts";

/** Runs `body` where `slot` stands, and empties the slot when it is over, also when it fails. */
export function whileShown(place: Container, slot: Container, body: () => unknown): unknown {
  const node = slot.node();
  return work(place, () => (place.target instanceof Block ? place.with(() => body()) : body()), {
    end: () => void slot.element(Empty, {}),
    stopped: ({ drawer }) => {
      const { target } = slot;
      if (target && slot.node() === node) drawer.draw(target, Empty, {}, undefined, false, undefined);
    },
  });
}
