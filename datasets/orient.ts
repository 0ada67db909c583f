import { incircle, insphere, orient3d } from "robust-predicates";
import { DOUBLE_MAX, DOUBLE_MIN, orientation } from "../geometry/mod.ts";
import { readDouble } from "./_double.ts";
import { exactSign } from "./_exact_sign.ts";
import { compare } from "./_judging.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * Hard cases of the geometric predicates: a number, the coordinates of points, and a sign. Of three
 * points of the plane it is that of (b - a) x (c - a); of four points of space that of the
 * determinant of a - d, b - d, c - d. Of four points of the plane it is that of the same determinant
 * with the squares of the three lengths behind (positive where d is inside of the circle that runs
 * counter-clockwise through a, b, c), and of five points of space likewise, with rows for a, b, c, d
 * less e. The coordinates are doubles, the sign is exact.
 */
export const orient: Dataset = {
  name: "orient",
  summary: "orient2d, orient3d, incircle and insphere cases of robust-predicates: the exact sign " +
    "of a determinant",
  source: "https://github.com/mourner/robust-predicates, test/fixtures",
  licence: "Unlicense, as the package they test",
  companions: [],
  read,
};

/** How many numbers a line has: an index, the coordinates, the sign. */
const COLUMNS = { orient2d: 8, incircle: 10, orient3d: 14, insphere: 17 } as const;
const COUNTS: readonly number[] = Object.values(COLUMNS);

async function* read(file: SourceFile): AsyncIterable<Reading> {
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() !== "") yield toReading(file.path, line, text);
  }
}

function toReading(path: string, line: number, text: string): Reading {
  return reading({ file: path, line }, () => {
    const words = text.trim().split(/\s+/);
    const [id, sign] = [words[0]!, words.at(-1)!];
    const coordinates = words.slice(1, -1).map((word, i) =>
      readDouble(word, `coordinate ${i + 1}`)
    );
    if (!COUNTS.includes(words.length)) {
      const must = Object.entries(COLUMNS).map(([name, count]) => `${count} for ${name}`).join(
        ", ",
      );
      throw new SyntaxError(
        `Cannot read the line: it has ${words.length} columns, must have ${must}`,
      );
    }
    if (!/^[+-]?[01]$/.test(sign)) {
      throw new SyntaxError(`Cannot read the sign: is ${JSON.stringify(sign)}, must be -1, 0 or 1`);
    }
    const claimed = String(Number(sign) + 0);
    return { id, claimed, judge: () => judge(coordinates, claimed) };
  });
}

function judge(coordinates: readonly number[], claimed: string): Judgement {
  return compare(claimed, String(signOf(coordinates)));
}

function signOf(coordinates: readonly number[]): number {
  const columns = coordinates.length + 2;
  const inPlane = columns === COLUMNS.orient2d || columns === COLUMNS.incircle;
  // The predicates hold where no product can leave the doubles.
  if (!coordinates.every(isInRange)) {
    return exactSign(coordinates, inPlane ? 2 : 3);
  }
  switch (columns) {
    case COLUMNS.orient2d:
      return orientation(...coordinates as Six);
    case COLUMNS.incircle:
      return Math.sign(incircle(...coordinates as [...Six, number, number])) + 0;
    case COLUMNS.orient3d:
      return Math.sign(orient3d(...coordinates as [...Six, ...Six])) + 0;
  }
  // The package's sign is the opposite of the determinant's here.
  return -Math.sign(insphere(...coordinates as [...Six, ...Six, number, number, number])) + 0;
}

function isInRange(x: number): boolean {
  const size = Math.abs(x);
  return size === 0 || (size >= DOUBLE_MIN && size <= DOUBLE_MAX);
}

type Six = [number, number, number, number, number, number];
