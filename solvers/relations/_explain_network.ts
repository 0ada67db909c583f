import type { RelationAlgebra } from "./algebra.ts";
import type { DerivationStep, Wording } from "./calculus.ts";
import { ConstraintNetwork, search } from "./network.ts";

/** A fact on one axis: what a constraint says there, or an assumption where it is null. */
export interface AxisFact {
  readonly a: number;
  readonly b: number;
  readonly mask: number;
  readonly constraint: number | null;
}

/** What is needed of a calculus of axes. */
interface Spec {
  readonly algebra: RelationAlgebra;
  readonly axes: readonly string[];
  readonly verbs: Readonly<Record<string, string>>;
}

/** What is known of a pair, and the step that says so; null while nothing is. */
interface Known {
  readonly mask: number;
  readonly step: number | null;
}

/**
 * The steps by which facts on one axis contradict each other: compositions, and cases where those
 * do not suffice. Null where they have a solution.
 */
export function explainNetwork(
  spec: Spec,
  axis: number,
  facts: readonly AxisFact[],
  size: number,
  wording: Wording,
): readonly DerivationStep[] | null {
  if (isSatisfiable(spec.algebra, facts, size)) return null;
  const writer = new Writer(spec, axis, size, wording);
  if (facts.some((fact) => writer.give(fact)) || writer.close()) return writer.used();
  // Closed and still without solution: by cases over what is not tractable.
  const open = facts.find(({ a, b }) => spec.algebra.parts(writer.get(a, b).mask).length > 1)!;
  const { mask, step } = writer.get(open.a, open.b);
  const cases = spec.algebra.parts(mask).map((part) => {
    const assumed = { a: open.a, b: open.b, mask: part, constraint: null };
    return explainNetwork(spec, axis, [...facts, assumed], size, wording)!;
  });
  writer.steps.push({
    says: `each of ${cases.length} cases contradicts itself`,
    rule: "cases",
    from: step === null ? [] : [step],
    cases,
  });
  return writer.used();
}

function isSatisfiable(
  algebra: RelationAlgebra,
  facts: readonly AxisFact[],
  size: number,
): boolean {
  const network = new ConstraintNetwork(algebra, size);
  for (const { a, b, mask } of facts) network.restrict(a, b, mask);
  const pairs = facts.map(({ a, b }) => Math.min(a, b) * size + Math.max(a, b));
  return search(network, [...new Set(pairs)], { branches: Infinity }) === true;
}

/** Draws what follows, and writes down from what. */
class Writer {
  readonly steps: DerivationStep[] = [];
  readonly #known: Known[];
  readonly #spec: Spec;
  readonly #axis: number;
  readonly #size: number;
  readonly #wording: Wording;

  constructor(spec: Spec, axis: number, size: number, wording: Wording) {
    [this.#spec, this.#axis, this.#size, this.#wording] = [spec, axis, size, wording];
    const { full, identity } = spec.algebra;
    this.#known = Array.from({ length: size * size }, (_, pair) => {
      return { mask: pair % size === Math.floor(pair / size) ? identity : full, step: null };
    });
  }

  get(a: number, b: number): Known {
    return this.#known[a * this.#size + b]!;
  }

  /** Takes a fact up; true where it contradicts what was given before. */
  give({ a, b, mask, constraint }: AxisFact): boolean {
    if (mask === this.#spec.algebra.full) return false;
    const before = this.get(a, b);
    const says = constraint === null
      ? `suppose ${this.#says(a, b, mask)}`
      : `${this.#says(a, b, mask)}: ${this.#wording.constraint(constraint)}`;
    const step = { says, rule: "given", from: [], args: [a, b], ...this.#relations(mask) } as const;
    this.steps.push(constraint === null ? step : { ...step, constraint });
    return this.#learn(a, b, before.mask & mask, [before.step, this.steps.length - 1]);
  }

  /** Composes until something clashes (true) or nothing new follows. */
  close(): boolean {
    const { algebra } = this.#spec;
    const things = Array.from({ length: this.#size }, (_, i) => i);
    for (let hasChanged = true; hasChanged;) {
      hasChanged = false;
      for (const b of things) {
        for (const a of things) {
          const ab = this.get(a, b);
          if (a === b || ab.step === null) continue;
          for (const c of things) {
            const bc = this.get(b, c);
            if (b === c || a > c || bc.step === null) continue;
            const composed = algebra.compose(ab.mask, bc.mask);
            const ac = this.get(a, c);
            if ((ac.mask & composed) === ac.mask) continue;
            hasChanged = true;
            this.#compose([a, b, c], composed, [ab.step, bc.step]);
            const last = this.steps.length - 1;
            if (this.#learn(a, c, ac.mask & composed, [ac.step, last])) return true;
          }
        }
      }
    }
    return false;
  }

  #compose([a, b, c]: [number, number, number], mask: number, from: number[]): void {
    const two = `${this.#says(a, b, this.get(a, b).mask)} and ${
      this.#says(b, c, this.get(b, c).mask)
    }`;
    const says = `${two}, so ${this.#says(a, c, mask)}`;
    this.steps.push({ says, rule: "compose", from, args: [a, c], ...this.#relations(mask) });
  }

  /** Notes what is left of a pair after its steps; true where nothing is. */
  #learn(a: number, b: number, mask: number, from: readonly (number | null)[]): boolean {
    const steps = from.filter((step) => step !== null);
    if (mask === 0) {
      const says = `that cannot be: ${this.#wording.name(a)} and ${this.#wording.name(b)} ` +
        "have no relation left";
      this.steps.push({ says, rule: "clash", from: steps, args: [a, b], ...this.#relations(0) });
      return true;
    }
    if (steps.length > 1) {
      const says = `together ${this.#says(a, b, mask)}`;
      this.steps.push({
        says,
        rule: "compose",
        from: steps,
        args: [a, b],
        ...this.#relations(mask),
      });
    }
    const step = this.steps.length - 1;
    this.#known[a * this.#size + b] = { mask, step };
    this.#known[b * this.#size + a] = { mask: this.#spec.algebra.converse(mask), step };
    return false;
  }

  #relations(mask: number): { relations: readonly string[]; axis: number } {
    return { relations: this.#spec.algebra.names(mask), axis: this.#axis };
  }

  #says(a: number, b: number, mask: number): string {
    const { algebra, axes, verbs } = this.#spec;
    const names = algebra.names(mask);
    const verb = names.map((name) => verbs[name] ?? name).join(" or ");
    const along = axes.length > 1 ? ` along ${axes[this.#axis]}` : "";
    return `${this.#wording.name(a)} ${verb} ${this.#wording.name(b)}${along}`;
  }

  /** The steps that the last one needs, renumbered. */
  used(): readonly DerivationStep[] {
    const isUsed = new Set<number>([this.steps.length - 1]);
    for (let i = this.steps.length - 1; i >= 0; i--) {
      if (isUsed.has(i)) { for (const step of this.steps[i]!.from) isUsed.add(step); }
    }
    const kept = [...isUsed].sort((a, b) => a - b);
    const place = new Map(kept.map((old, i) => [old, i]));
    return kept.map((old) => {
      const step = this.steps[old]!;
      return { ...step, from: step.from.map((from) => place.get(from)!) };
    });
  }
}
