import { requireForm, TEXT } from "../../geometry/form.ts";

/** A displacement of one step on a grid; x to the right, y up, each -1, 0 or 1. */
export type Step = readonly [dx: number, dy: number];

const DIRECTIONS: Readonly<Record<string, Step>> = {
  left: [-1, 0],
  lefthand: [-1, 0],
  west: [-1, 0],
  right: [1, 0],
  righthand: [1, 0],
  east: [1, 0],
  above: [0, 1],
  over: [0, 1],
  top: [0, 1],
  upper: [0, 1],
  up: [0, 1],
  north: [0, 1],
  front: [0, 1],
  below: [0, -1],
  beneath: [0, -1],
  under: [0, -1],
  underneath: [0, -1],
  bottom: [0, -1],
  lower: [0, -1],
  down: [0, -1],
  south: [0, -1],
  back: [0, -1],
  rear: [0, -1],
  northeast: [1, 1],
  northwest: [-1, 1],
  southeast: [1, -1],
  southwest: [-1, -1],
};

/** Words that may stand beside a direction without changing it. */
const FILLERS = new Set(
  ("a also an and approximately at center corner directly direction exactly from in is it its " +
    "just located of off on placed position positioned presents relative situated side sitting " +
    "slightly standing the to too").split(" "),
);

/** Phrases read as a whole; what they demand of the displacement is marked by `=`. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\bwith a small gap between them\b/g, " "],
  [
    /\b(?:at )?(?:approximately )?(?:an? )?(?:angle of )?(?:about )?45 degrees?(?: angle)?\b/g,
    " =diagonal ",
  ],
  [/\bdiagonally\b/g, " =diagonal "],
  [/\bon the same (horizontal|vertical) plane\b/g, " =$1 "],
  [/\b(horizontal|vertical)ly\b/g, " =$1 "],
  [/\bbetween (\d+) and (\d+)(?: o'clock)?\b/g, " =$1-$2 "],
  [/\b(\d+)(?: o'clock|:00)(?: position)?\b/g, " =$1-$1 "],
  [/\b(\d+) position of a clock face\b/g, " =$1-$1 "],
];

/** Every word that {@link readDirection} can understand, the words of its idioms among them. */
export const DIRECTION_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(DIRECTIONS),
  ...FILLERS,
  ..."between angle about degree degrees diagonally".split(" "),
  ..."same horizontal vertical plane horizontally vertically o'clock clock face".split(" "),
]);

/** A slip of the pen, such as "left of of". */
const DOUBLED = /(?:^|\s)(\S+)\s+\1(?!\S)/;

/**
 * The displacement that a phrase such as "above and slightly to the left" means; null when it has
 * a word that is not known or stands twice in a row, contradicts itself or tells no direction.
 */
export function readDirection(phrase: string): Step | null {
  requireForm(phrase, TEXT, "phrase");
  if (DOUBLED.test(phrase)) return null;
  let text = phrase;
  for (const [idiom, mark] of IDIOMS) text = text.replace(idiom, mark);
  const words = text.split(/[\s-]+(?![\d])/).filter((word) => word !== "" && !FILLERS.has(word));
  const demands = words.filter((word) => word.startsWith("="));
  const steps = words.filter((word) => !word.startsWith("=")).map((word) => DIRECTIONS[word]);
  for (const demand of demands) {
    if (/\d/.test(demand)) steps.push(hourStep(demand));
  }
  if (!steps.every((step) => step !== undefined)) return null;
  const sum = merge(steps);
  return sum !== null && demands.every((demand) => holds(demand, sum)) ? sum : null;
}

/** One step out of several words, none of which may contradict another; null for none at all. */
function merge(steps: readonly Step[]): Step | null {
  const xs = new Set(steps.map(([dx]) => dx).filter((dx) => dx !== 0));
  const ys = new Set(steps.map(([, dy]) => dy).filter((dy) => dy !== 0));
  if (xs.size > 1 || ys.size > 1 || xs.size + ys.size === 0) return null;
  return [[...xs][0] ?? 0, [...ys][0] ?? 0];
}

function holds(demand: string, [dx, dy]: Step): boolean {
  if (demand === "=horizontal") return dy === 0;
  if (demand === "=vertical") return dx === 0;
  if (demand === "=diagonal") return dx !== 0 && dy !== 0;
  const hour = hourStep(demand);
  return hour !== undefined && hour[0] === dx && hour[1] === dy;
}

/** The hours 12, 3, 6 and 9 are straight, every other one and each gap between two is diagonal. */
function hourStep(demand: string): Step | undefined {
  const [from, to] = demand.slice(1).split("-").map(Number) as [number, number];
  if (from < 1 || from > 12 || to < 1 || to > 12) return undefined;
  if (from !== to && to !== from % 12 + 1) return undefined;
  // Twice the hour, so that a gap has a whole number too.
  const half = from === to ? 2 * (from % 12) : 2 * (from % 12) + 1;
  const dx = half % 12 === 0 ? 0 : half < 12 ? 1 : -1;
  const dy = half % 12 === 6 ? 0 : half < 6 || half > 18 ? 1 : -1;
  return [dx, dy];
}
