import {
  type ChainFact,
  type GridRelation,
  type Outcome,
  solveChain,
  undetermined,
} from "../solvers/mod.ts";
import type { Step } from "../text/sentences/direction_phrase.ts";

/** One sentence of a story: the subject stands one step from the landmark. */
export interface GridFact {
  /** Who is placed. */
  readonly subject: string;
  /** Beside whom. */
  readonly landmark: string;
  /** From the landmark to the subject. */
  readonly step: Step;
  /** The sentence, as a contradiction quotes it. */
  readonly text: string;
}

/** A fact on the way from one agent to another; -1 when it is walked against its step. */
export interface Link {
  /** The place of the fact in the story. */
  readonly fact: number;
  /** Along (1) or against (-1) its step. */
  readonly sign: 1 | -1;
}

/** How the first walk over the facts came to an agent. */
export interface Stop {
  /** Where it stands, seen from the viewer. */
  readonly at: Step;
  /** From whom it was reached; null for the viewer. */
  readonly from: string | null;
  /** By which fact. */
  readonly link: Link | null;
}

/**
 * On which side of the viewer the target is, by the facts that hang together with the viewer: a
 * contradiction among others does not matter.
 *
 * @returns as {@link solveChain}; `undetermined` with nothing listed where no facts connect them
 */
export function relate(
  facts: readonly GridFact[],
  target: string,
  viewer: string,
): Outcome<GridRelation> {
  const joined = joinedWith(facts, viewer);
  if (!joined.has(target)) return undetermined([]);
  const chain: ChainFact[] = [];
  for (const { subject, landmark, step, text } of facts) {
    if (!joined.has(landmark)) continue;
    chain.push({ subject, reference: landmark, dx: step[0], dy: step[1], id: text });
  }
  if (chain.length === 0) return { status: "exact", value: { x: 0, y: 0 }, margin: null };
  return solveChain({ facts: chain, subject: target, reference: viewer });
}

/** The names of everyone whom the facts connect with the viewer. */
function joinedWith(facts: readonly GridFact[], viewer: string): ReadonlySet<string> {
  const joined = new Set([viewer]);
  for (let before = 0; joined.size > before;) {
    before = joined.size;
    for (const { subject, landmark } of facts) {
      if (joined.has(subject)) joined.add(landmark);
      else if (joined.has(landmark)) joined.add(subject);
    }
  }
  return joined;
}

/** Everyone whom the facts connect with the viewer, who stands at (0, 0), nearest first. */
export function surround(facts: readonly GridFact[], viewer: string): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop>([[viewer, { at: [0, 0], from: null, link: null }]]);
  const links = linksByAgent(facts);
  for (const [name, { at }] of stops) {
    for (const { other, fact, sign } of links.get(name) ?? []) {
      if (stops.has(other)) continue;
      const [dx, dy] = facts[fact]!.step;
      const next: Step = [at[0] + sign * dx, at[1] + sign * dy];
      stops.set(other, { at: next, from: name, link: { fact, sign } });
    }
  }
  return stops;
}

/** The facts on a shortest way from the viewer to someone among the stops. */
export function wayTo(target: string, stops: ReadonlyMap<string, Stop>): Link[] {
  const way: Link[] = [];
  for (let stop = stops.get(target)!; stop.link !== null; stop = stops.get(stop.from!)!) {
    way.push(stop.link);
  }
  return way.reverse();
}

function linksByAgent(facts: readonly GridFact[]) {
  const links = new Map<string, (Link & { other: string })[]>();
  const add = (from: string, other: string, fact: number, sign: 1 | -1) => {
    const list = links.get(from);
    if (list === undefined) links.set(from, [{ other, fact, sign }]);
    else list.push({ other, fact, sign });
  };
  facts.forEach(({ subject, landmark }, i) => {
    add(landmark, subject, i, 1);
    add(subject, landmark, i, -1);
  });
  return links;
}
