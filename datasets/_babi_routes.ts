import { type GridFact, surround } from "./_grid_story.ts";
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
  const { doors, crowded } = drawnDoors(story, from);
  const drawn = shortestRoutes(doors, from, to);
  const verdict = shortest.includes(route)
    ? "agree"
    : drawn.includes(route)
    ? "ambiguous"
    : "disagree";
  const others = [...shortest, ...drawn].filter((r, i, all) => r !== route && all.indexOf(r) === i)
    .filter((r) => r.length === shortest[0]!.length);
  const reasons: string[] = [];
  if (verdict === "disagree") {
    reasons.push(`claimed ${claimed}, ${explainWrong(stated, { from, to, route })}`);
  }
  if (verdict === "ambiguous") {
    reasons.push("leads there between neighbouring cells, not along stated steps");
  }
  if (verdict === "agree" && others.length > 0) {
    reasons.push(`equally short: ${others.map(write).join(" or ")}`);
  }
  if (crowded !== null) reasons.push(`in one cell: ${crowded}`);
  return {
    verdict,
    answer: shortest.map(write).join(" or "),
    reason: reasons.length === 0 ? null : reasons.join("; "),
    margin: null,
    ...(others.length > 0 && verdict === "agree"
      ? { group: "equally short route on the grid" }
      : {}),
    ...(crowded === null ? {} : { totals: { "stories with two rooms in one cell": 1n } }),
  };
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

/** Doors between all rooms in neighbouring cells; `crowded` names rooms that share a cell. */
function drawnDoors(
  story: readonly GridFact[],
  from: string,
): { doors: Doors; crowded: string | null } {
  const { stops, clash } = surround(story, from);
  if (clash !== null) return { doors: new Map(), crowded: null };
  const cells = new Map<string, string[]>();
  for (const [room, { at }] of stops) cells.set(String(at), [...cells.get(String(at)) ?? [], room]);
  const doors = new Map(Array.from(stops, ([room, { at: [x, y] }]) => {
    const out = Object.entries(LETTERS).flatMap(([key, letter]) => {
      const [dx, dy] = key.split(",").map(Number) as [number, number];
      return (cells.get(`${x + dx},${y + dy}`) ?? []).map((to) => ({ letter, to }));
    });
    return [room, out] as const;
  }));
  const crowded = [...cells.values()].find((rooms) => rooms.length > 1);
  return { doors, crowded: crowded?.join(" and ") ?? null };
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
    if (next.length === 0) return `but no stated step leads ${letter} from the ${rooms[0]}`;
    rooms = next;
  }
  return rooms.includes(to) ? "which is longer than need be" : `which ends in the ${rooms[0]}`;
}
