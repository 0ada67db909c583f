// The slow reader: works the answer out from nothing but the words of a question, by regular
// expressions, BigInt and brute force. It shares no code with the library.
import {
  directionsOf,
  isRounded,
  lengthOf,
  plainDirection,
  type ReadPoint,
  readPoints,
  square,
} from "./_reader_numbers.ts";
import { readObstacleQuestion } from "./_reader_obstacles.ts";
import { readPathQuestion } from "./_reader_path.ts";

/** Whether an open answer is right. */
export type Judge = (answer: string) => boolean;

/** What a question asks: a judge of answers, and the claim to judge if there is one. */
export interface Asked {
  readonly judge: Judge;
  readonly claim?: string;
}

/**
 * Whether an answer is right by the words of the question alone.
 *
 * @throws Error for a question that is not understood
 */
export function isRight(question: string, answer: string): boolean {
  const options = /^(.*) Options: (.*)\. Answer with the letter in \\boxed\{\}\.$/s.exec(question);
  if (options !== null) {
    const { judge } = ask(options[1]!);
    const texts = options[2]!.split(/(?:^|, )[A-Z]\. /).slice(1);
    const right = texts.map((text) => judge(text));
    if (new Set(texts).size !== texts.length) throw new Error(`options repeat: ${question}`);
    return /^[A-Z]$/.test(answer) && right[answer.charCodeAt(0) - 65] === true;
  }
  const { judge, claim } = ask(question);
  if (claim === undefined) return judge(answer);
  return answer === (judge(claim) ? "true" : "false");
}

function ask(question: string): Asked {
  const path = readPathQuestion(question);
  if (path !== null) return path;
  const obstacles = readObstacleQuestion(question);
  if (obstacles !== null) return obstacles;
  const given =
    /^(?:Points[^:]*, y (up|down|north|south)|A map from 0 to ([\d.]+) in x, .*? and in y, (up|down|north|south), shows)(?::)? (.*?\))\. (.*)$/s
      .exec(question);
  if (given === null) throw new Error(`no points in: ${question}`);
  const [, axis, most, mapAxis, list, rest] = given;
  const { points, decimals } = readPoints(list!);
  const up = /up|north/.test((axis ?? mapAxis)!);
  const scene: Scene = {
    decimals,
    up,
    most: most === undefined ? 0n : BigInt(most.replace(".", "")),
    points,
    named: (name) => {
      const found = points.find((p) => p.name === name);
      if (found === undefined) throw new Error(`no point ${name} in: ${question}`);
      return found;
    },
  };
  const words = rest!.replace(/^True or false: /, "");
  for (const reader of READERS) {
    const asked = reader(words, scene);
    if (asked !== null) return asked;
  }
  throw new Error(`not understood: ${words}`);
}

interface Scene {
  readonly points: readonly ReadPoint[];
  readonly decimals: number;
  readonly up: boolean;
  readonly most: bigint;
  named(name: string): ReadPoint;
}

type Reader = (words: string, scene: Scene) => Asked | null;

/** The first pattern that matches the whole text. */
function match(words: string, patterns: readonly RegExp[]): Record<string, string> | null {
  for (const pattern of patterns) {
    const groups = pattern.exec(words)?.groups;
    if (groups !== undefined) return { ...groups } as Record<string, string>;
  }
  return null;
}

function withClaim(judge: Judge, claim: string | undefined): Asked {
  return claim === undefined ? { judge } : { judge, claim };
}

function sectorsOf(words: string): string {
  if (/^eight (compass )?directions of 45 degrees each$/.test(words)) return "eight";
  if (/^four (compass )?directions of 90 degrees each$/.test(words)) return "four";
  if (/^four quadrants( of the compass)?$/.test(words)) return "quadrants";
  if (/^eight .* 22\.5 degrees wide, the others 67\.5\)$/.test(words)) return "sparkle";
  throw new Error(`sectors: ${words}`);
}

const direction: Reader = (words, { named, up }) => {
  const found = match(words, [
    /^Of (?<s>.*), in which is (?<b>\w+) from (?<a>\w+)\?$/,
    /^Which of (?<s>.*) leads from (?<a>\w+) to (?<b>\w+)\?$/,
    /^Seen from (?<a>\w+), in which of (?<s>.*) does (?<b>\w+) lie\?$/,
    /^In which of (?<s>.*) does one go from (?<a>\w+) to reach (?<b>\w+)\?$/,
    /^Which of (?<s>.*) is that from (?<a>\w+) to (?<b>\w+)\?$/,
    /^of (?<s>.*), the one from (?<a>\w+) to (?<b>\w+) is (?<claim>[a-z ]+)\.$/,
  ]);
  if (found === null) return null;
  const [a, b] = [named(found.a!), named(found.b!)];
  const right = directionsOf(b.x - a.x, up ? b.y - a.y : a.y - b.y, sectorsOf(found.s!));
  return withClaim((answer) => right.includes(plainDirection(answer)), found.claim);
};

const PLACES: Readonly<Record<string, number>> = {
  "a whole number": 0,
  "1 decimal": 1,
  "2 decimals": 2,
  "3 decimals": 3,
};

const distance: Reader = (words, { named, decimals }) => {
  const found = match(words, [
    /^What is the Euclidean distance between (?<a>\w+) and (?<b>\w+), rounded to (?<p>.*)\?$/,
    /^How far is (?<b>\w+) from (?<a>\w+) in a straight line, rounded to (?<p>.*)\?$/,
    /^rounded to (?<p>.*), the Euclidean distance between (?<a>\w+) and (?<b>\w+) is (?<claim>[\d.]+)\.$/,
  ]);
  if (found === null) return null;
  const squares = [square(named(found.a!), named(found.b!))];
  const places = PLACES[found.p!]!;
  return withClaim((answer) => isRounded(answer, squares, { decimals, places }), found.claim);
};

/** The pairs with the least or greatest distance. */
function extreme(pairs: readonly (readonly [ReadPoint, ReadPoint])[], near: boolean): string[] {
  const keys = pairs.map(([a, b]) => square(a, b));
  const best = keys.reduce((x, y) => (near ? y < x : y > x) ? y : x);
  return pairs.filter((_, i) => keys[i] === best).map(([a, b]) => [a.name, b.name].sort().join());
}

const pairOf = (answer: string) => answer.split(" and ").sort().join();

function isFar(word: string): boolean {
  return /^(?:farthe|greatest|longer)/.test(word);
}

const order: Reader = (words, { named }) => {
  const one = match(words, [
    /^Which of (?<of>.*) is (?<w>nearest|farthest) (?:to|from) (?<a>\w+)\?$/,
    /^Of (?<of>.*), which is (?<w>closest|farthest) (?:to|away from) (?<a>\w+)\?$/,
    /^Which one of (?<of>.*) lies (?<w>nearest|farthest) (?:to|from) (?<a>\w+)\?$/,
    /^Of (?<of>.*), which has the (?<w>least|greatest) distance to (?<a>\w+)\?$/,
    /^Starting at (?<a>\w+), which of (?<of>.*) is the (?<w>nearest|farthest)\?$/,
    /^of (?<of>.*), the one (?<w>nearest|farthest) (?:to|from) (?<a>\w+) is (?<claim>\w+)\.$/,
  ]);
  if (one !== null) {
    const a = named(one.a!);
    const right = extreme(one.of!.split(", ").map((n) => [a, named(n)]), !isFar(one.w!));
    return withClaim((answer) => right.includes([a.name, answer].sort().join()), one.claim);
  }
  const two = match(words, [
    /^Which two of (?<of>.*) are (?<w>nearest|farthest) (?:to|from) each other\?$/,
    /^Of (?<of>.*), which two are (?<w>closest together|farthest apart)\?$/,
    /^Which two of (?<of>.*) lie (?<w>nearest|farthest) (?:to|from) each other\?$/,
    /^Of (?<of>.*), which two have the (?<w>least|greatest) distance between them\?$/,
    /^Name the two of (?<of>.*) that are (?<w>nearest|farthest) (?:to|from) each other\.$/,
    /^of (?<of>.*), the two (?<w>nearest|farthest) (?:to|from) each other are (?<claim>.*)\.$/,
  ]);
  if (two !== null) {
    const of = two.of!.split(", ").map(named);
    const pairs = of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const));
    const right = extreme(pairs, !isFar(two.w!));
    return withClaim((answer) => right.includes(pairOf(answer)), two.claim);
  }
  const either = match(words, [
    /^Which two are (?<w>nearer|farther) (?:to|from) each other: (?<a>\w+) and (?<b>\w+), or (?<c>\w+) and (?<d>\w+)\?$/,
    /^(?:Of these, which two lie|Which two are) (?<w>nearer|farther|closer|farther) (?:to each other|from each other|together|apart): (?<a>\w+) and (?<b>\w+), or (?<c>\w+) and (?<d>\w+)\?$/,
    /^Which distance is (?<w>shorter|longer), that between (?<a>\w+) and (?<b>\w+), or (?<c>\w+) and (?<d>\w+)\?$/,
    /^Are (?<a>\w+) and (?<b>\w+), or (?<c>\w+) and (?<d>\w+) (?<w>nearer|farther) (?:to|from) each other\?$/,
    /^of (?<a>\w+) and (?<b>\w+), and (?<c>\w+) and (?<d>\w+), the two (?<w>nearer|farther) (?:to|from) each other are (?<claim>.*)\.$/,
  ]);
  if (either === null) return null;
  const { a, b, c, d, w, claim } = either;
  const right = extreme([[named(a!), named(b!)], [named(c!), named(d!)]], !isFar(w!));
  return withClaim((answer) => right.includes(pairOf(answer)), claim);
};

const region: Reader = (words, { named, up, most }) => {
  const found = match(words, [
    /^The map is cut into (?<c>.*)\. In which cell is (?<a>\w+)\?$/,
    /^Of (?<c>.*) of the map, which one holds (?<a>\w+)\?$/,
    /^The map is cut into (?<c>.*)\. Which of them holds (?<a>\w+)\?$/,
    /^Where on the map is (?<a>\w+), if it is cut into (?<c>.*)\? Name the cell\.$/,
    /^Of (?<c>.*) of the map, in which one does (?<a>\w+) lie\?$/,
    /^of (?<c>.*) of the map, (?<a>\w+) is in the (?<claim>[a-z ]+) one\.$/,
  ]);
  if (found === null) return null;
  const cuts = /40 % and 60 %/.test(found.c!) ? [40n, 60n] : [100n / 3n, 200n / 3n];
  const thirds = cuts[0] !== 40n;
  const bands = (v: bigint): number[] => {
    const [low, high] = thirds
      ? [3n * v - most, 3n * v - 2n * most]
      : [100n * v - 40n * most, 100n * v - 60n * most];
    return [low <= 0n ? 0 : -1, low >= 0n && high <= 0n ? 1 : -1, high >= 0n ? 2 : -1]
      .filter((b) => b >= 0);
  };
  const { x, y } = named(found.a!);
  const columns = bands(x).map((b) => ["left", "", "right"][b]!);
  const rows = bands(up ? y : most - y).map((b) => ["bottom", "", "top"][b]!);
  const right = columns.flatMap((c) => rows.map((r) => `${r} ${c}`.trim() || "center"));
  return withClaim((answer) => right.includes(plainDirection(answer)), found.claim);
};

const position: Reader = (words, { named, decimals }) => {
  const found = match(words, [
    /^What are the coordinates of (?<a>\w+)\?$/,
    /^Where is (?<a>\w+)\? Give \(x, y\)\.$/,
    /^(?<a>\w+) is at (?<claim>\(.*\))\.$/,
  ]);
  if (found === null) return null;
  const { x, y } = named(found.a!);
  return withClaim((answer) => isPlace(answer, x, y, decimals), found.claim);
};

/** Whether "(x, y)" is a place, zeros at the end of a decimal left out or not. */
function isPlace(answer: string, x: bigint, y: bigint, decimals: number): boolean {
  const parts = /^\((\d+)(?:\.(\d+))?, (\d+)(?:\.(\d+))?\)$/.exec(answer);
  if (parts === null) return false;
  const whole = (a: string, b = "") => BigInt(a + b.padEnd(decimals, "0"));
  return whole(parts[1]!, parts[2]) === x && whole(parts[3]!, parts[4]) === y;
}

const description: Reader = (words, { named, decimals, up }) => {
  const found = match(words, [
    /^Describe the places of (?<of>.*)\. Write "A is at \(x, y\)\." for each, and "B is D of A, L away\." for every two, A before B: D is the direction, of (?<s>.*), as (?:[a-z]+[ ,]*)+; L is the distance, rounded to 2 decimals\.$/,
  ]);
  if (found === null) return null;
  const of = found.of!.split(", ");
  const pairs = of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const));
  const sectors = sectorsOf(found.s!);
  return {
    judge(answer) {
      const sentences = answer.split(/(?<=\.) /);
      if (sentences.length !== of.length + pairs.length) return false;
      const placed = of.every((name, i) => {
        const said = /^(\w+) is at (\(.*\))\.$/.exec(sentences[i]!);
        const { x, y } = named(name);
        return said !== null && said[1] === capital(name) && isPlace(said[2]!, x, y, decimals);
      });
      return placed && pairs.every(([first, second], i) => {
        const said = /^(\w+) is ([a-z ]+) of (\w+), ([\d.]+) away\.$/.exec(
          sentences[of.length + i]!,
        );
        if (said === null || said[1] !== capital(second) || said[3] !== first) return false;
        const [a, b] = [named(first), named(second)];
        const right = directionsOf(b.x - a.x, up ? b.y - a.y : a.y - b.y, sectors);
        return right.includes(plainDirection(said[2]!)) &&
          isRounded(said[4]!, [square(a, b)], { decimals, places: 2 });
      });
    },
  };
};

function capital(name: string): string {
  return name.replace(/^./, (letter) => letter.toUpperCase());
}

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (let i = 0; i < items.length; i++) {
    const rest = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const tail of permutations(rest)) yield [items[i]!, ...tail];
  }
}

const tour: Reader = (words, { named, decimals }) => {
  const found = match(words, [
    /^A tour begins at (?<a>\w+), visits each of (?<of>.*) once and ends at the last of them, by straight lines\. (?<q>.*)$/,
    /^A tour begins at any of (?<of>.*), visits each once and ends at the last of them, by straight lines\. (?<q>.*)$/,
    /^A tour visits each of (?<of>.*) once and returns (?<back>to where it began), by straight lines\. (?<q>.*)$/,
  ]);
  if (found === null) return null;
  const { a, of, back, q } = found;
  const visited = of!.split(", ").map(named);
  const orders = a === undefined ? permutations(visited) : (function* () {
    for (const rest of permutations(visited)) yield [named(a), ...rest];
  })();
  const steps = (order: readonly ReadPoint[]) => {
    const ends = back === undefined ? order : [...order, order[0]!];
    return ends.slice(1).map((p, i) => square(ends[i]!, p));
  };
  const least = shortest(orders, steps);
  const asked = /^In which order does the shortest tour visit them\?$/.test(q!) ? null : match(q!, [
    /^How long is the shortest tour, rounded to (?<p>.*)\?$/,
    /^The shortest tour, rounded to (?<p>.*), is (?<claim>[\d.]+) long\.$/,
  ]);
  if (asked !== null) {
    const places = PLACES[asked.p!]!;
    return withClaim((answer) => isRounded(answer, least, { decimals, places }), asked.claim);
  }
  return {
    judge(answer) {
      const order = answer.split(", ").map(named);
      const all = a === undefined ? visited : [named(a), ...visited];
      if (a !== undefined && order[0]!.name !== a) return false;
      if (order.length !== all.length || !all.every((p) => order.includes(p))) return false;
      // Lengths that agree in thirty digits behind the point are taken for equal.
      const difference = lengthOf(steps(order)) - lengthOf(least);
      return difference >= -100n && difference <= 100n;
    },
  };
};

/** The steps of a shortest tour: doubles find it, thirty digits decide among near ones. */
function shortest(
  orders: Iterable<readonly ReadPoint[]>,
  steps: (order: readonly ReadPoint[]) => bigint[],
): bigint[] {
  let near: { length: number; squares: bigint[] }[] = [];
  let least = Infinity;
  for (const order of orders) {
    const squares = steps(order);
    const length = squares.reduce((sum, n) => sum + Math.sqrt(Number(n)), 0);
    if (length > least + 1e-6) continue;
    least = Math.min(least, length);
    near.push({ length, squares });
    if (near.length > 50) near = near.filter((x) => x.length <= least + 1e-6);
  }
  return near.map((x) => x.squares).reduce((x, y) => lengthOf(y) < lengthOf(x) ? y : x);
}

const READERS: readonly Reader[] = [
  direction,
  distance,
  order,
  region,
  position,
  description,
  tour,
];
