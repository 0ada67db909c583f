import { type RelationStatement, solveRelations, standingOf } from "../solvers/mod.ts";
import type { SpatialPhrase } from "./_blocks_phrases.ts";
import type { BlocksStory, Thing } from "./_blocks_story.ts";

/**
 * Whether something holds: yes, no, left open by the story (a direction), or not told by it (how
 * near, what touches).
 */
export type Truth = "yes" | "no" | "open" | "untold";

/** What a story says of directions, distances and touch. Things of different blocks are far. */
export class BlocksWorld {
  readonly story: BlocksStory;
  readonly #statements: RelationStatement[] = [];
  readonly #distance = new Map<string, "near" | "far">();
  readonly #touches = new Set<string>();
  readonly #kept = new Map<string, Truth>();

  constructor(story: BlocksStory) {
    this.story = story;
    for (const { subject, reference, phrase, text } of story.facts) {
      for (const [axis, sign] of [["x", phrase.x], ["y", phrase.y]] as const) {
        if (sign !== 0) this.#order(axis, sign, subject, reference, text);
      }
      if (phrase.distance !== null) this.#distance.set(pairOf(subject, reference), phrase.distance);
      if (phrase.touches) this.#touches.add(pairOf(subject, reference));
    }
  }

  /** Orders two things, or all things of two blocks. */
  #order(axis: string, sign: 1 | -1, subject: string, reference: string, id: string): void {
    const [as, bs] = [subject, reference].map((name) =>
      name.startsWith("#") ? [name, ...this.#inside(name)] : [name]
    ) as [string[], string[]];
    const relation = sign < 0 ? "<" : ">";
    for (const a of as) {
      for (const b of bs) {
        this.#statements.push({ calculus: "point", relation, args: [a, b], frame: axis, id });
      }
    }
  }

  #inside(block: string): string[] {
    return this.story.things.filter((thing) => thing.block === block).map(({ id }) => id);
  }

  /** The sentences that contradict each other; null where none do. */
  contradiction(): readonly string[] | null {
    const outcome = solveRelations(this.#statements);
    return outcome.status === "inconsistent" ? [...new Set(outcome.core)] : null;
  }

  /** Whether `a` is what the phrase says to `b`. */
  holds(a: Thing, phrase: SpatialPhrase, b: Thing): Truth {
    const parts: Truth[] = [];
    if (phrase.x !== 0) parts.push(this.direction("x", phrase.x, a, b));
    if (phrase.y !== 0) parts.push(this.direction("y", phrase.y, a, b));
    if (phrase.distance !== null) parts.push(this.near(a, b, phrase.distance));
    if (phrase.touches) parts.push(this.touching(a, b));
    return every(parts);
  }

  /** Whether `a` is further along (1) or back (-1) on an axis than `b`. */
  direction(axis: "x" | "y", sign: 1 | -1, a: Thing, b: Thing): Truth {
    const key = `${axis} ${sign} ${a.id} ${b.id}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const relation = sign < 0 ? "<" : ">";
    const asked = { calculus: "point", relation, args: [a.id, b.id], frame: axis };
    const status = standingOf(this.#statements, asked);
    const truth = status === "entailed" ? "yes" : status === "refuted" ? "no" : "open";
    this.#kept.set(key, truth);
    return truth;
  }

  near(a: Thing, b: Thing, asked: "near" | "far"): Truth {
    const told = a.block === b.block
      ? this.#distance.get(pairOf(a.id, b.id)) ??
        (this.#touches.has(pairOf(a.id, b.id)) ? "near" : null)
      : "far";
    return told === null ? "untold" : told === asked ? "yes" : "no";
  }

  touching(a: Thing, b: Thing): Truth {
    if (this.#touches.has(pairOf(a.id, b.id))) return "yes";
    return this.near(a, b, "far") === "yes" ? "no" : "untold";
  }

  /** How far two things are as the story says it itself; null where it does not. */
  told(a: Thing, b: Thing): "near" | "far" | "touching" | null {
    if (a.block !== b.block) return "far";
    const pair = pairOf(a.id, b.id);
    return this.#touches.has(pair) ? "touching" : this.#distance.get(pair) ?? null;
  }
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Whether all of some hold. */
export function every(parts: readonly Truth[]): Truth {
  if (parts.includes("no")) return "no";
  return parts.includes("untold") ? "untold" : parts.includes("open") ? "open" : "yes";
}

/** Whether some of some hold. */
export function some(parts: readonly Truth[]): Truth {
  if (parts.includes("yes")) return "yes";
  return parts.includes("untold") ? "untold" : parts.includes("open") ? "open" : "no";
}

/** Whether it does not hold. */
export function not(truth: Truth): Truth {
  return truth === "yes" ? "no" : truth === "no" ? "yes" : truth;
}
