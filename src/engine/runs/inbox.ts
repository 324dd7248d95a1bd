import type { RerunRequest, WireValue } from "../../protocol/messages.ts";
import type { Run, Trigger } from "./run.ts";

/** What people did that no run has taken up yet. Nothing in here is ever lost, only merged. */
export class Inbox {
  private values = new Map<string, WireValue>();
  private triggers = new Map<string, Trigger[]>();
  private asked = false;

  /** True when a full run is wanted. */
  get isWaiting(): boolean {
    return this.asked;
  }

  take(request: RerunRequest): void {
    this.asked = true;
    for (const [id, wire] of Object.entries(request.values ?? {})) {
      this.values.delete(id);
      this.values.set(id, wire);
      this.triggers.delete(id);
    }
    for (const [id, wire] of Object.entries(request.triggers ?? {})) {
      const queue = this.triggers.get(id);
      const trigger = { wire, called: false, delivered: false };
      if (queue) queue.push(trigger);
      else this.triggers.set(id, [trigger]);
    }
  }

  /** True when somebody moved or clicked something. */
  get holdsInput(): boolean {
    return this.values.size > 0 || this.triggers.size > 0;
  }

  /** Everything for one run: all values, and of each widget its first trigger. */
  give(): { values: Map<string, WireValue>; triggers: Map<string, Trigger> } {
    const { values } = this;
    const triggers = new Map<string, Trigger>();
    for (const [id, queue] of this.triggers) {
      triggers.set(id, queue.shift() as Trigger);
      if (queue.length === 0) this.triggers.delete(id);
    }
    this.values = new Map();
    this.asked = this.triggers.size > 0;
    return { values, triggers };
  }

  /** Takes over what waits in another one. */
  absorb(other: Inbox): void {
    for (const [id, wire] of other.values) if (!this.values.has(id)) this.values.set(id, wire);
    for (const [id, queue] of other.triggers) this.triggers.set(id, [...(this.triggers.get(id) ?? []), ...queue]);
    this.asked ||= other.asked;
    other.clear();
  }

  /** Takes back what a run that was cut short has not shown to its widget. */
  carry(triggers: ReadonlyMap<string, Trigger>): void {
    for (const [id, trigger] of triggers) {
      if (trigger.delivered) continue;
      const queue = this.triggers.get(id);
      if (queue) queue.unshift(trigger);
      else this.triggers.set(id, [trigger]);
      this.asked = true;
    }
  }

  /** The script asked to run again. */
  again(triggers: ReadonlyMap<string, Trigger>): void {
    this.asked = true;
    this.carry(triggers);
  }

  /** True when all that waits is another click of a widget whose last click `run` has still to see. */
  waitsFor(run: Run): boolean {
    if (this.values.size > 0 || this.triggers.size === 0) return false;
    for (const id of this.triggers.keys()) {
      const earlier = run.triggers.get(id);
      if (!earlier || earlier.delivered) return false;
    }
    return true;
  }

  clear(): void {
    this.values = new Map();
    this.triggers = new Map();
    this.asked = false;
  }
}
