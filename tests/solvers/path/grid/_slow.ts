import type { CornerRule } from "../../../../solvers/path/grid/mod.ts";

/** What a walk over every way without repeated cells finds out about the ways to one cell. */
export interface SlowAnswer {
  /** Least `straight + diagonal * sqrt(2)`. */
  best: number;
  /** How many ways have it. */
  count: number;
  /** The least length above it; Infinity where there is none. */
  second: number;
  /** The cells on all of the best ways, a bit each. */
  always: number;
}

/** Every rule there is. */
export const RULES: readonly (CornerRule | null)[] = [null, "both-free", "one-free", "always"];

/**
 * Walks over every way without repeated cells from one cell of a small map (a bit a cell, row by
 * row, 1 = free), and says what was found for each other cell. No search is cut short, and no code
 * is shared with the solvers.
 */
export function slowAnswers(
  width: number,
  height: number,
  free: number,
  corners: CornerRule | null,
  start: number,
): SlowAnswer[] {
  const answers = Array.from(
    { length: width * height },
    () => ({ best: Infinity, count: 0, second: Infinity, always: 0 }),
  );
  const next = Array.from(
    { length: width * height },
    (_, i) => neighbours(width, height, free, corners, i),
  );
  const walk = (at: number, seen: number, straight: number, diagonal: number) => {
    const length = straight + diagonal * Math.SQRT2;
    const answer = answers[at]!;
    if (length < answer.best) {
      answer.second = answer.best;
      answer.best = length;
      answer.count = 1;
      answer.always = seen;
    } else if (length === answer.best) {
      answer.count++;
      answer.always &= seen;
    } else if (length < answer.second) answer.second = length;
    for (const v of next[at]!) {
      if (seen >> v & 1) continue;
      const isDiagonal = v % width !== at % width &&
        Math.floor(v / width) !== Math.floor(at / width);
      walk(v, seen | 1 << v, straight + (isDiagonal ? 0 : 1), diagonal + (isDiagonal ? 1 : 0));
    }
  };
  walk(start, 1 << start, 0, 0);
  return answers;
}

function neighbours(
  width: number,
  height: number,
  free: number,
  corners: CornerRule | null,
  i: number,
): number[] {
  const [x, y] = [i % width, Math.floor(i / width)];
  const isFree = (u: number, v: number) =>
    u >= 0 && v >= 0 && u < width && v < height && (free >> (v * width + u) & 1) === 1;
  const found: number[] = [];
  for (const dx of [-1, 0, 1]) {
    for (const dy of [-1, 0, 1]) {
      if ((dx === 0 && dy === 0) || !isFree(x + dx, y + dy)) continue;
      if (dx !== 0 && dy !== 0) {
        const sides = Number(isFree(x + dx, y)) + Number(isFree(x, y + dy));
        const needed = { "both-free": 2, "one-free": 1, always: 0 };
        if (corners === null || sides < needed[corners]) continue;
      }
      found.push((y + dy) * width + x + dx);
    }
  }
  return found;
}
