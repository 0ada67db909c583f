// Part of the slow reader: paths on a grid of nodes, by breadth-first search over labels.
import type { Asked } from "./_reader.ts";

const GIVEN =
  /^A grid has (\d+) columns of \1 nodes\. Labels run (?:up|north in) each column, from the (?:left|west) one on: N1 to N\1 is the first column from (?:bottom to top|south to north)\. A move leads to the next node .*?\. (?:True or false: )?(.*)$/s;

/** The label one move away, or 0 off the grid. */
function moved(n: number, label: number, move: string): number {
  const column = Math.ceil(label / n);
  const row = label - (column - 1) * n;
  switch (move) {
    case "right":
    case "east":
      return column < n ? label + n : 0;
    case "left":
    case "west":
      return column > 1 ? label - n : 0;
    case "up":
    case "north":
      return row < n ? label + 1 : 0;
    case "down":
    case "south":
      return row > 1 ? label - 1 : 0;
    default:
      return 0;
  }
}

function distances(n: number, from: number): Map<number, number> {
  const found = new Map([[from, 0]]);
  for (const [label, distance] of found) {
    for (const move of ["right", "left", "up", "down"]) {
      const next = moved(n, label, move);
      if (next > 0 && !found.has(next)) found.set(next, distance + 1);
    }
  }
  return found;
}

/** What a question about a path asks; null where it is about something else. */
export function readPathQuestion(question: string): Asked | null {
  const given = GIVEN.exec(question);
  if (given === null) return null;
  const n = Number(given[1]);
  const ends = /from N(\d+) to N(\d+)/.exec(given[2]!);
  if (ends === null) throw new Error(`not understood: ${given[2]}`);
  const [from, to] = [Number(ends[1]), Number(ends[2])];
  const least = distances(n, from).get(to)!;
  if (/^(?:Which|List the) moves|as a list of moves/.test(given[2]!)) {
    return {
      judge(answer) {
        const moves = answer.split(", ");
        let at = from;
        for (const move of moves) at = moved(n, at, move);
        return moves.length === least && at === to;
      },
    };
  }
  if (/^(?:Which|List the) nodes|as a list of nodes/.test(given[2]!)) {
    return {
      judge(answer) {
        const labels = answer.split(", ").map((l) => Number(l.slice(1)));
        const steps = labels.slice(1).every((label, i) =>
          ["right", "left", "up", "down"].some((m) => moved(n, labels[i]!, m) === label)
        );
        return steps && labels[0] === from && labels.at(-1) === to && labels.length === least + 1;
      },
    };
  }
  const claim = /takes (\d+) moves\.$/.exec(given[2]!)?.[1];
  const judge = (answer: string) => answer === String(least);
  return claim === undefined ? { judge } : { judge, claim };
}
