import { requireForm } from "../../geometry/form.ts";
import type { Sign } from "../../geometry/mod.ts";
import { isPlain } from "../../geometry/plain_point.ts";
import { exact, impossible, type Outcome, undetermined } from "../outcome.ts";
import { CHAIN_FORM } from "./_forms.ts";
import { type Difference, rangeOfDifference } from "./_difference_constraints.ts";

/**
 * What is known of a displacement along one axis, in whole steps: its value, or its least and
 * greatest value, null where there is none. `[1, null]` is "further along the axis, by any
 * number of steps"; `[null, null]` says nothing.
 */
export type StepRange = number | readonly [least: number | null, greatest: number | null];

/** A fact of a chain: where `subject` is, as seen from `reference`, on a grid of whole steps. */
export interface ChainFact {
  /** What is placed. */
  readonly subject: string;
  /** What it is placed by. */
  readonly reference: string;
  /** x of the subject less x of the reference. */
  readonly dx: StepRange;
  /** y of the subject less y of the reference. Which way y points is the caller's to say. */
  readonly dy: StepRange;
  /** What a contradiction calls the fact; `facts[i]` when left out. */
  readonly id?: string;
}

/** Facts on displacements, and which one is asked. */
export interface ChainInstance {
  /** The facts, in any order; names are case-sensitive. */
  readonly facts: readonly ChainFact[];
  /** Whose place is asked. */
  readonly subject: string;
  /** From where. */
  readonly reference: string;
}

/** On which side of the reference the subject is, along both axes; {0, 0} is the same cell. */
export interface GridRelation {
  /** 1 where x of the subject is greater, -1 where it is less, 0 where they agree. */
  readonly x: Sign;
  /** The same for y. */
  readonly y: Sign;
}

/**
 * Where one object of a chain is, seen from another: the signs of its displacement in x and y.
 *
 * @param instance displacements between named objects on a grid, and the two that are asked
 * @returns `exact` with the number of steps (unit `"step"`) by which the displacement would have
 * to change for another answer; `undetermined` with every relation that some placement of all
 * objects gives, in ascending order of x, then y; `impossible` with a minimal set of facts that
 * contradict each other
 * @throws RangeError for an object asked about that no fact names, or steps that are not whole
 *
 * Cost: objects times facts; some microseconds for ten facts. Many chains of known displacements:
 * {@link ChainWorkspace}.
 *
 * @example
 * ```ts
 * import { solveChain } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const facts = [
 *   { subject: "A", reference: "B", dx: -1, dy: 0 },
 *   { subject: "B", reference: "C", dx: -1, dy: 1 },
 * ];
 * const outcome = solveChain({ facts, subject: "A", reference: "C" });
 * assertEquals(outcome, {
 *   status: "exact",
 *   value: { x: -1, y: 1 },
 *   margin: { value: 1, unit: "step" },
 * });
 * ```
 */
export function solveChain(instance: ChainInstance): Outcome<GridRelation> {
  const plain = instance && knownDisplacement(instance);
  if (plain) return atDisplacement(plain);
  requireForm(instance, CHAIN_FORM);
  const { facts } = instance;
  const names = new Map<string, number>();
  const node = (name: string) => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const xs: Difference[] = [];
  const ys: Difference[] = [];
  facts.forEach((fact, i) => {
    const [subject, reference] = [node(fact.subject), node(fact.reference)];
    xs.push({ subject, reference, ...bounds(fact.dx, `facts[${i}].dx`) });
    ys.push({ subject, reference, ...bounds(fact.dy, `facts[${i}].dy`) });
  });
  const subject = asked(names, instance.subject, "subject");
  const reference = asked(names, instance.reference, "reference");
  for (const [axis, list] of [["x", xs], ["y", ys]] as const) {
    // Such a fact clashes alone: a cycle through it would not be the least that does.
    const empty = list.findIndex(({ low, high }) => low > high);
    if (empty >= 0) return contradiction(facts, [empty], axis);
  }
  const x = rangeOfDifference(xs, names.size, subject, reference);
  if ("clash" in x) return contradiction(facts, x.clash, "x");
  const y = rangeOfDifference(ys, names.size, subject, reference);
  if ("clash" in y) return contradiction(facts, y.clash, "y");
  const possible = signs(x).flatMap((x) => signs(y).map((y) => ({ x, y })));
  if (possible.length > 1) return undetermined(possible);
  return exact(possible[0]!, { value: Math.min(steps(x), steps(y)), unit: "step" });
}

/** Up to so many facts of known displacements are walked from fact to fact. */
const WALKED_FACTS = 64;

/**
 * The displacement that is asked, where every fact tells one and all of them agree and hang
 * together; null elsewhere, and where the instance is not in good order.
 */
function knownDisplacement(instance: ChainInstance): { x: number; y: number } | null {
  const { facts, subject, reference } = instance;
  if (typeof subject !== "string" || typeof reference !== "string") return null;
  if (!Array.isArray(facts) || facts.length === 0 || facts.length > WALKED_FACTS) return null;
  const places = new Map<string, { x: number; y: number }>([[reference, { x: 0, y: 0 }]]);
  for (let open = facts.length, before = -1; open > 0;) {
    // A round that places nothing new leaves facts that hang together with nothing asked.
    if (open === before) return null;
    before = open;
    open = 0;
    for (let i = 0; i < facts.length; i++) {
      const fact: unknown = facts[i];
      if (!isKnown(fact)) return null;
      const [a, b] = [places.get(fact.reference), places.get(fact.subject)];
      if (a === undefined && b === undefined) open++;
      else if (b === undefined) {
        places.set(fact.subject, { x: a!.x + fact.dx, y: a!.y + fact.dy });
      } else if (a === undefined) {
        places.set(fact.reference, { x: b.x - fact.dx, y: b.y - fact.dy });
      } else if (a.x + fact.dx !== b.x || a.y + fact.dy !== b.y) return null;
    }
  }
  return places.get(subject) ?? null;
}

interface KnownFact extends ChainFact {
  readonly dx: number;
  readonly dy: number;
}

function isKnown(value: unknown): value is KnownFact {
  if (typeof value !== "object" || value === null) return false;
  const { subject, reference, dx, dy, id } = value as ChainFact;
  return typeof subject === "string" && typeof reference === "string" &&
    isPlain(dx, 2 ** 31) && isPlain(dy, 2 ** 31) && (id === undefined || typeof id === "string");
}

function atDisplacement({ x, y }: { x: number; y: number }): Outcome<GridRelation> {
  const value = Math.min(Math.abs(x) || 1, Math.abs(y) || 1);
  return exact({ x: signOf(x), y: signOf(y) }, { value, unit: "step" });
}

function signOf(x: number): Sign {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function bounds(range: StepRange, what: string): Bounds {
  const [low, high] = typeof range === "number" ? [range, range] : range;
  for (const bound of [low, high]) {
    if (bound !== null && !(Number.isInteger(bound) && Math.abs(bound) <= 2 ** 31)) {
      throw new RangeError(`Cannot use ${what}: ${bound}, must be an integer of at most 2^31`);
    }
  }
  return { low: low ?? -Infinity, high: high ?? Infinity };
}

function asked(names: ReadonlyMap<string, number>, name: string, role: string): number {
  const node = names.get(name);
  if (node !== undefined) return node;
  throw new RangeError(
    `Cannot place ${role} ${JSON.stringify(name)}: no fact names it, must be named by one`,
  );
}

function signs({ low, high }: Bounds): Sign[] {
  const all: Sign[] = [];
  if (low < 0) all.push(-1);
  if (low <= 0 && high >= 0) all.push(0);
  if (high > 0) all.push(1);
  return all;
}

/** How many steps a displacement of one known sign is from any other sign. */
function steps({ low, high }: Bounds): number {
  return low > 0 ? low : high < 0 ? -high : 1;
}

function contradiction(
  facts: readonly ChainFact[],
  clash: readonly number[],
  axis: string,
): Outcome<GridRelation> {
  return impossible(
    `the facts allow no displacement along ${axis}`,
    clash.map((i) => facts[i]!.id ?? `facts[${i}]`),
  );
}
