import type { Step } from "./_direction_phrase.ts";

/** One sentence of a story: the subject stands one step from the landmark. */
export interface GridFact {
  /** Who is placed. */
  readonly subject: string;
  /** Beside whom. */
  readonly landmark: string;
  /** From the landmark to the subject. */
  readonly step: Step;
}

/** A fact on the way from one agent to another; -1 when it is walked against its step. */
export interface Link {
  /** The place of the fact in the story. */
  readonly fact: number;
  /** Along (1) or against (-1) its step. */
  readonly sign: 1 | -1;
}

/** An agent's place, seen from another, and the way there. */
export interface Placed {
  readonly status: "placed";
  readonly offset: Step;
  readonly path: readonly Link[];
}

/** Where an agent stands, seen from another. */
export type Placement =
  | Placed
  | { readonly status: "apart" }
  | { readonly status: "clash"; readonly fact: number };

interface Stop {
  readonly at: Step;
  readonly from: string | null;
  readonly link: Link | null;
}

/** Everyone whom the facts connect with the viewer; the fact that contradicts the others, if any. */
export interface Surroundings {
  readonly stops: ReadonlyMap<string, Stop>;
  readonly clash: number | null;
}

/**
 * Follows the facts from the viewer to the target, and demands that all that hang together agree.
 *
 * @param facts unit displacements
 * @param target who is asked about
 * @param viewer from whom it is seen
 */
export function locate(facts: readonly GridFact[], target: string, viewer: string): Placement {
  const { stops, clash } = surround(facts, viewer);
  if (clash !== null) return { status: "clash", fact: clash };
  const stop = stops.get(target);
  if (stop === undefined) return { status: "apart" };
  return { status: "placed", offset: stop.at, path: pathTo(stop, stops) };
}

/** Places everyone whom the facts connect with the viewer, who stands at (0, 0). */
export function surround(facts: readonly GridFact[], viewer: string): Surroundings {
  const stops = new Map<string, Stop>([[viewer, { at: [0, 0], from: null, link: null }]]);
  const links = linksByAgent(facts);
  let clash: number | null = null;
  for (const [name, { at }] of stops) {
    for (const { other, fact, sign } of links.get(name) ?? []) {
      const [dx, dy] = facts[fact]!.step;
      const next: Step = [at[0] + sign * dx, at[1] + sign * dy];
      const known = stops.get(other);
      if (known === undefined) stops.set(other, { at: next, from: name, link: { fact, sign } });
      else if (known.at[0] !== next[0] || known.at[1] !== next[1]) clash ??= fact;
    }
  }
  return { stops, clash };
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

function pathTo(stop: Stop, stops: ReadonlyMap<string, Stop>): Link[] {
  const path: Link[] = [];
  for (let s = stop; s.link !== null; s = stops.get(s.from!)!) path.push(s.link);
  return path.reverse();
}
