import { compare } from "./_judging.ts";
import type { SparkleRecord } from "./_sparkle_records.ts";
import type { Judgement } from "./dataset.ts";

type Grid = Extract<SparkleRecord, { kind: "grid" }>;

/** Judges the length of a shortest path on a free grid, and that labels stand where they should. */
export function judgeGrid(grid: Grid, claimed: string): Judgement {
  const [[sx, sy], [ex, ey]] = [cell(grid.start, "start"), cell(grid.end, "end")];
  const judgement = compare(claimed, String(Math.abs(sx - ex) + Math.abs(sy - ey)));
  const { start_text_label, end_text_label } = grid;
  if (!start_text_label || !end_text_label || judgement.verdict !== "agree") return judgement;
  const labels = [[sx, sy, start_text_label], [ex, ey, end_text_label]] as const;
  if (sizes(Math.max(sx, sy, ex, ey) + 1).some((n) => labels.every((l) => isLabel(l, n)))) {
    return judgement;
  }
  const reason = `no grid has ${start_text_label} at (${grid.start}) and ${end_text_label} at ` +
    `(${grid.end})`;
  return { ...judgement, verdict: "disagree", reason, group: "labels" };
}

/** The sizes a grid may have; its file does not tell. */
function sizes(least: number): number[] {
  return Array.from({ length: 100 }, (_, i) => least + i);
}

/** Labels count up the columns, from the left one on. */
function isLabel([x, y, label]: readonly [number, number, string], n: number): boolean {
  return label === `N${x * n + y + 1}`;
}

function cell(point: readonly [string, string], what: string): [number, number] {
  const [x, y] = point.map(Number) as [number, number];
  if (Number.isSafeInteger(x) && Number.isSafeInteger(y) && x >= 0 && y >= 0) return [x, y];
  throw new RangeError(`Cannot use ${what}: (${point}), must be a column and a row, 0 or more`);
}
