import type { RerunRequest, WireValue } from "../../protocol/messages.ts";
import type { MirrorNode } from "./mirror.ts";

/** What a test did to one widget and the app has not been told of. */
interface Edit {
  node: MirrorNode;
  wire: WireValue;
}

interface WidgetFacts {
  id: string;
  form?: string | undefined;
  fragment?: string | undefined;
}

export const factsOf = (node: MirrorNode): WidgetFacts | undefined => node.props.widget as WidgetFacts | undefined;

/** Collects what a test does to widgets into one request, by the rules of the page: forms hold their values back. */
export class Edits {
  private readonly values = new Map<string, Edit>();
  private readonly triggers = new Map<string, Edit>();
  /** What widgets of forms were given first, and return to when their form is cleared. */
  private readonly initials = new Map<string, WireValue>();

  set(node: MirrorNode, wire: WireValue): void {
    const id = idOf(node);
    this.values.delete(id);
    this.values.set(id, { node, wire });
  }

  pull(node: MirrorNode, wire: WireValue): void {
    this.triggers.set(idOf(node), { node, wire });
  }

  release(node: MirrorNode): void {
    this.triggers.delete(idOf(node));
  }

  of(node: MirrorNode): Edit | undefined {
    const id = idOf(node);
    return this.values.get(id) ?? this.triggers.get(id);
  }

  /** The request that tells of all of it; values of forms that were not submitted stay. */
  take(): Pick<RerunRequest, "values" | "triggers" | "fragment"> {
    const submitted = new Set<string | undefined>([undefined]);
    for (const { node } of this.triggers.values()) submitted.add(factsOf(node)?.form);
    const sent: Edit[] = [];
    const values: Record<string, WireValue> = {};
    for (const [id, edit] of this.values) {
      if (!submitted.has(factsOf(edit.node)?.form)) continue;
      this.values.delete(id);
      edit.node.value = edit.wire;
      values[id] = edit.wire;
      sent.push(edit);
    }
    const triggers: Record<string, WireValue> = {};
    for (const [id, edit] of this.triggers) {
      triggers[id] = edit.wire;
      sent.push(edit);
    }
    this.triggers.clear();
    const fragments = new Set(sent.map(({ node }) => factsOf(node)?.fragment));
    const [fragment] = fragments;
    return {
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(Object.keys(triggers).length > 0 ? { triggers } : {}),
      ...(fragments.size === 1 && fragment !== undefined ? { fragment } : {}),
    };
  }

  /** The forms whose submission is about to be sent. */
  submitting(): Set<string> {
    const forms = [...this.triggers.values()].map(({ node }) => factsOf(node)?.form);
    return new Set(forms.filter((form) => form !== undefined));
  }

  /** Forgets clicks on the buttons of forms. */
  releaseForms(forms: ReadonlySet<string>): void {
    for (const [id, { node }] of this.triggers) if (forms.has(factsOf(node)?.form ?? "")) this.triggers.delete(id);
  }

  /** Sets the widgets of a form back, as the page does once it is sent. */
  clear(form: string, nodes: Iterable<MirrorNode>): void {
    for (const node of nodes) {
      const id = factsOf(node)?.id;
      if (id === undefined || factsOf(node)?.form !== form || !this.initials.has(id)) continue;
      const wire = this.initials.get(id);
      node.value = wire;
      this.values.set(id, { node, wire });
    }
  }

  /** The app itself set a widget: in a form, what was filled in before no longer counts. */
  overruled(node: MirrorNode): void {
    if (factsOf(node)?.form !== undefined) this.values.delete(idOf(node));
  }

  /** Takes note of what is on the page now: edits of what has left are dropped. */
  meet(nodes: Iterable<MirrorNode>): void {
    const present = new Set<string>();
    for (const node of nodes) {
      const facts = factsOf(node);
      if (!facts) continue;
      present.add(facts.id);
      // A button has no value to go back to.
      if (facts.form !== undefined && node.value !== undefined && !this.initials.has(facts.id)) this.initials.set(facts.id, node.value);
    }
    for (const map of [this.values, this.initials]) for (const id of map.keys()) if (!present.has(id)) map.delete(id);
  }
}

function idOf(node: MirrorNode): string {
  return (factsOf(node) as WidgetFacts).id;
}
