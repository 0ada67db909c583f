import { type GridFact, relate, surround } from "./_grid_story.ts";
import type { Judgement } from "./dataset.ts";

/** One way out of a room. */
interface Door {
  readonly letter: string;
  readonly to: string;
}

type Doors = ReadonlyMap<string, readonly Door[]>;

const LETTERS: Readonly<Record<string, string>> = {
  "1,0": "e",
  "-1,0": "w",
  "0,1": "n",
  "0,-1": "s",
};
const WORDS: Readonly<Record<string, string>> = { north: "n", east: "e", south: "s", west: "w" };

/**
 * Judges "How do you go from X to Y?": a route is right when it follows stated steps and no other
 * of those is shorter. Routes equally short on the grid that the story draws, between rooms in
 * neighbouring cells, are reported.
 */
export function judgeRoute(
  story: readonly GridFact[],
  { from, to }: { from: string; to: string },
  claimed: string,
): Judgement {
  const route = readRoute(claimed);
  const stated = statedDoors(story);
  const shortest = shortestRoutes(stated, from, to);
  if (shortest.length === 0) {
    const reason = `no stated steps lead from the ${from} to the ${to}`;
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  const cells = cellsOf(story, from);
  const drawn = shortestRoutes(drawnDoors(cells), from, to);
  const crowded = [...cells.values()].find((rooms) => rooms.length > 1) ?? [];
  const found = shortest.includes(route)
    ? rightRoute(route, [...shortest, ...drawn])
    : drawn.includes(route)
    ? {
      verdict: "disagree",
      reason: "leads there by neighbouring cells, not by stated steps",
      group: "route that only the grid has",
    } as const
    : { verdict: "disagree", reason: explainWrong(stated, { from, to, route }) } as const;
  const shared = crowded.length === 0 ? null : `in one cell: ${crowded.toSorted().join(" and ")}`;
  return {
    ...found,
    answer: shortest.map(write).join(" or "),
    reason: [found.reason, shared].filter((part) => part !== null).join("; ") || null,
    margin: null,
    totals: shared === null ? {} : { "stories with two rooms in one cell": 1n },
  };
}

function rightRoute(
  route: string,
  routes: readonly string[],
): Pick<Judgement, "verdict" | "reason" | "group"> {
  const others = new Set(
    routes.filter((other) => other !== route && other.length === route.length),
  );
  if (others.size === 0) return { verdict: "agree", reason: null };
  const reason = `equally short: ${Array.from(others, write).join(" or ")}`;
  return { verdict: "agree", reason, group: "equally short route on the grid" };
}

function readRoute(claimed: string): string {
  const letters = claimed.split(",").map((word) => WORDS[word.trim()] ?? word.trim());
  if (letters.every((letter) => /^[nesw]$/.test(letter))) return letters.join("");
  throw new SyntaxError(
    `Cannot read the answer: is ${JSON.stringify(claimed)}, must be n, e, s, w with commas between`,
  );
}

function write(route: string): string {
  return [...route].join(",");
}

function statedDoors(story: readonly GridFact[]): Doors {
  const doors = new Map<string, Door[]>();
  const add = (from: string, letter: string, to: string) => {
    const list = doors.get(from) ?? [];
    if (!list.some((door) => door.to === to && door.letter === letter)) list.push({ letter, to });
    doors.set(from, list);
  };
  for (const { subject, landmark, step: [dx, dy] } of story) {
    add(landmark, LETTERS[`${dx},${dy}`]!, subject);
    add(subject, LETTERS[`${0 - dx},${0 - dy}`]!, landmark);
  }
  return doors;
}

/** The rooms in each cell, by its coordinates; none where the story contradicts itself. */
function cellsOf(story: readonly GridFact[], from: string): ReadonlyMap<string, string[]> {
  const stops = surround(story, from);
  const cells = new Map<string, string[]>();
  if (relate(story, from, from).status !== "exact") return cells;
  for (const [room, { at }] of stops) cells.set(String(at), [...cells.get(String(at)) ?? [], room]);
  return cells;
}

/** Doors between all rooms in neighbouring cells. */
function drawnDoors(cells: ReadonlyMap<string, readonly string[]>): Doors {
  const doors = new Map<string, Door[]>();
  for (const [cell, rooms] of cells) {
    const [x, y] = cell.split(",").map(Number) as [number, number];
    const out = Object.entries(LETTERS).flatMap(([step, letter]) => {
      const [dx, dy] = step.split(",").map(Number) as [number, number];
      return (cells.get(`${x + dx},${y + dy}`) ?? []).map((to) => ({ letter, to }));
    });
    for (const room of rooms) doors.set(room, out);
  }
  return doors;
}

/** Every shortest route as its letters, in the order of the letters; none when there is no way. */
function shortestRoutes(doors: Doors, from: string, to: string): string[] {
  let reached = new Map<string, Set<string>>([[from, new Set([""])]]);
  const seen = new Set<string>();
  while (reached.size > 0 && !reached.has(to)) {
    for (const room of reached.keys()) seen.add(room);
    const next = new Map<string, Set<string>>();
    for (const [room, routes] of reached) {
      for (const { letter, to: other } of doors.get(room) ?? []) {
        if (seen.has(other)) continue;
        const longer = next.get(other) ?? new Set();
        for (const route of routes) longer.add(route + letter);
        next.set(other, longer);
      }
    }
    reached = next;
  }
  return [...reached.get(to) ?? []].sort();
}

interface Claimed {
  readonly from: string;
  readonly to: string;
  readonly route: string;
}

function explainWrong(doors: Doors, { from, to, route }: Claimed): string {
  let rooms = [from];
  for (const letter of route) {
    const next = rooms.flatMap((room) => doors.get(room) ?? [])
      .filter((door) => door.letter === letter).map((door) => door.to);
    if (next.length === 0) return `no stated step leads ${letter} from the ${rooms[0]}`;
    rooms = next;
  }
  return rooms.includes(to) ? "longer than need be" : `it ends in the ${rooms[0]}`;
}
