import { orient3d } from "robust-predicates";
import { DOUBLE_MAX, DOUBLE_MIN, orientation } from "../geometry/mod.ts";
import { readDouble } from "./_double.ts";
import { exactSign } from "./_exact_sign.ts";
import { compare } from "./_judging.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * Hard orientation cases: a number, the coordinates of points a, b, c of the plane or a, b, c, d
 * of space, and a sign. In the plane it is that of (b - a) x (c - a); in space that of the
 * determinant of a - d, b - d, c - d. The coordinates are doubles, the sign is exact.
 */
export const orient: Dataset = {
  name: "orient",
  summary: "orient2d and orient3d cases of robust-predicates: the exact sign of a determinant",
  source: "https://github.com/mourner/robust-predicates, test/fixtures",
  licence: "Unlicense, as the package they test",
  companions: [],
  read,
};

/** How many numbers a line has: an index, the coordinates, the sign. */
const COLUMNS_2D = 8;
const COLUMNS_3D = 14;

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
    if (words.length !== COLUMNS_2D && words.length !== COLUMNS_3D) {
      const must = `${COLUMNS_2D} for the plane or ${COLUMNS_3D} for space`;
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
  const dimension = coordinates.length === COLUMNS_2D - 2 ? 2 : 3;
  // The predicates hold where no product can leave the doubles.
  if (!coordinates.every(isInRange)) return exactSign(coordinates, dimension);
  if (dimension === 2) {
    const [ax, ay, bx, by, cx, cy] = coordinates as Six;
    return orientation(ax, ay, bx, by, cx, cy);
  }
  const [ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz] = coordinates as [...Six, ...Six];
  return Math.sign(orient3d(ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz)) + 0;
}

function isInRange(x: number): boolean {
  const size = Math.abs(x);
  return size === 0 || (size >= DOUBLE_MIN && size <= DOUBLE_MAX);
}

type Six = [number, number, number, number, number, number];
