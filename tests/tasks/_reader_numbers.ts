// Part of the slow reader: integers and square roots, sharing no code with the library.

/** A point as it is written, in integers of its last digit. */
export interface ReadPoint {
  readonly name: string;
  readonly x: bigint;
  readonly y: bigint;
}

/** Reads "name (x, y), name (x, y)"; all coordinates have as many decimals. */
export function readPoints(list: string): { points: ReadPoint[]; decimals: number } {
  const found = [...list.matchAll(/(\w+) \((\d+)(?:\.(\d+))?, (\d+)(?:\.(\d+))?\)/g)];
  const decimals = found[0]?.[3]?.length ?? 0;
  const points = found.map(([, name, x, xs = "", y, ys = ""]) => {
    if (xs.length !== decimals || ys.length !== decimals) throw new Error(`decimals in ${list}`);
    return { name: name!, x: BigInt(x! + xs), y: BigInt(y! + ys) };
  });
  return { points, decimals };
}

/** floor(sqrt(n)), bit by bit. */
export function root(n: bigint): bigint {
  let result = 0n;
  for (let bit = 1n << BigInt(n.toString(2).length / 2 + 1 | 0); bit > 0n; bit >>= 1n) {
    if ((result + bit) * (result + bit) <= n) result += bit;
  }
  return result;
}

export const square = (a: ReadPoint, b: ReadPoint): bigint =>
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);

const GUARD = 30;

/** A length times 10^(30 + decimals), rounded down term by term. */
export function lengthOf(squares: readonly bigint[]): bigint {
  return squares.reduce((sum, n) => sum + root(n * 10n ** BigInt(2 * GUARD)), 0n);
}

/** Whether `text` is the length rounded to `places` decimals. */
export function isRounded(
  text: string,
  squares: readonly bigint[],
  { decimals, places }: { decimals: number; places: number },
): boolean {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null || (match[2] ?? "").length > places) return false;
  const said = BigInt(match[1]! + (match[2] ?? "").padEnd(places, "0"));
  // Both sides at 10^-(30 + decimals + places).
  const length = lengthOf(squares) * 10n ** BigInt(places);
  const shown = said * 10n ** BigInt(GUARD + decimals);
  const half = 10n ** BigInt(GUARD + decimals) / 2n;
  const slack = BigInt(squares.length) * 10n ** BigInt(places);
  return length + slack >= shown - half && length <= shown + half;
}

/** tan(11.25 degrees) and tan(22.5 degrees) to 60 digits, from square roots. */
const ONE = 10n ** 60n;
const SQRT2 = root(2n * ONE * ONE);
const TAN_22 = SQRT2 - ONE;
const TAN_11 = root((4n * ONE + 2n * SQRT2) * ONE) - SQRT2 - ONE;

const WINDS = [
  "right",
  "top right",
  "top",
  "top left",
  "left",
  "bottom left",
  "bottom",
  "bottom right",
];

/** The direction of (dx, dy), y up, in words; several where it lies on a boundary. */
export function directionsOf(dx: bigint, dy: bigint, sectors: string): string[] {
  const [x, y] = [dx < 0n ? -dx : dx, dy < 0n ? -dy : dy];
  const horizontal = dx > 0n ? "right" : "left";
  const vertical = dy > 0n ? "top" : "bottom";
  const diagonal = `${vertical} ${horizontal}`;
  switch (sectors) {
    case "eight":
      return [y * ONE < x * TAN_22 ? horizontal : x * ONE < y * TAN_22 ? vertical : diagonal];
    case "sparkle":
      return [y * ONE < x * TAN_11 ? horizontal : x * ONE < y * TAN_11 ? vertical : diagonal];
    case "four":
      return x > y ? [horizontal] : x < y ? [vertical] : [horizontal, vertical];
    default: {
      // Quadrants: a vector on an axis has two.
      const rows = dy === 0n ? ["top", "bottom"] : [vertical];
      const columns = dx === 0n ? ["right", "left"] : [horizontal];
      return rows.flatMap((r) => columns.map((c) => `${r} ${c}`));
    }
  }
}

const COMPASS = [
  "east",
  "northeast",
  "north",
  "northwest",
  "west",
  "southwest",
  "south",
  "southeast",
];

/** Compass words and Sparkle's "down" as the words of this reader. */
export function plainDirection(words: string): string {
  const compass = COMPASS.indexOf(words);
  return compass >= 0 ? WINDS[compass]! : words.replace("down", "bottom");
}
