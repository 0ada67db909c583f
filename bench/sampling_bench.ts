/**
 * Sampling and solving direction, distance and region, written to rows of integers: the WebAssembly
 * kernel, and what one writes first: Math.random, rejection, atan2 and hypot in doubles. The rival draws from one sequence, so that none of its items can be made again.
 */
import { direction, distance, region, Run, type Task } from "../tasks/mod.ts";
import { assert, assertEquals } from "../tests/_assert.ts";

const ITEMS = 25_600;
const LATTICE = 1000, GAP = 100;
const COLOURS = 9, POINTS = 3;

/** Names, x and y of three points, a phrase, and the answer. */
const WIDTH = 3 * POINTS + 2;
const rows = new Float64Array(ITEMS * WIDTH);

function whole(below: number): number {
  return Math.floor(Math.random() * below);
}

function drawPoints(at: number): void {
  const names = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  for (let i = 0; i < POINTS;) {
    const x = whole(LATTICE + 1), y = whole(LATTICE + 1);
    let near = false;
    for (let j = 0; j < i; j++) {
      near ||= Math.hypot(x - rows[at + 3 * j + 1]!, y - rows[at + 3 * j + 2]!) < GAP;
    }
    if (near) continue;
    const pick = i + whole(COLOURS - i);
    [names[i], names[pick]] = [names[pick]!, names[i]!];
    rows.set([names[i]!, x, y], at + 3 * i);
    i++;
  }
}

/** The direction of the second point from the first; NaN within a degree of a boundary. */
function sector(at: number): number {
  const angle = Math.atan2(rows[at + 5]! - rows[at + 2]!, rows[at + 4]! - rows[at + 1]!);
  const turns = (angle * 180 / Math.PI + 382.5) / 45;
  const rest = (turns - Math.floor(turns)) * 45;
  return rest < 1 || rest > 44 ? NaN : Math.floor(turns) % 8;
}

function hypot(at: number): number {
  return Math.round(Math.hypot(rows[at + 4]! - rows[at + 1]!, rows[at + 5]! - rows[at + 2]!) * 100);
}

/** The cell of the first point; NaN within 5 of a cut. */
function cell(at: number): number {
  let cells = 0;
  for (const value of [rows[at + 1]!, rows[at + 2]!]) {
    const thirds = 3 * value / LATTICE;
    if (Math.abs(value - LATTICE / 3) < 5 || Math.abs(value - 2 * LATTICE / 3) < 5) return NaN;
    cells = 3 * cells + Math.min(2, Math.floor(thirds));
  }
  return cells;
}

/** Draws items whose answers, of so many, are balanced by drawing the answer first. */
function sampleNaive(solve: (at: number) => number, answers: number): void {
  for (let i = 0, at = 0; i < ITEMS; i++, at += WIDTH) {
    const target = answers > 0 ? whole(answers) : -1;
    let answer = NaN;
    do {
      drawPoints(at);
      answer = solve(at);
    } while (Number.isNaN(answer) || (target >= 0 && answer !== target));
    rows[at + WIDTH - 2] = whole(3);
    rows[at + WIDTH - 1] = answer;
  }
}

const SECTORS = [
  "right",
  "top right",
  "top",
  "top left",
  "left",
  "bottom left",
  "bottom",
  "bottom right",
];

/** The rivals' answers are right where a margin is kept; ours are judged by the solver as well. */
function requireRight(task: Task): void {
  const run = new Run(task, { seed: 1 });
  for (let i = 0; i < 1000; i++) {
    const { instance, answer } = run.item(i);
    const parsed = task.parse(answer, run.values, instance);
    assert(parsed !== null && task.accepts(instance, parsed), `${task.name} ${i}`);
  }
}

for (
  const [task, solve, answers] of [[direction, sector, 8], [distance, hypot, 0], [
    region,
    cell,
    9,
  ]] as const
) {
  requireRight(task);
  const { fill, batch } = Run.writers([new Run(task, { seed: 1 })]);
  sampleNaive(solve, answers);
  if (task === direction) {
    for (let i = 0; i < 1000; i++) {
      const [ax, ay, , bx, by] = rows.subarray(i * WIDTH + 1);
      const points = [["a", ax, ay], ["b", bx, by]];
      const instance = { sectors: "image-eight", frame: "y-up", points, from: "a", to: "b" };
      const outcome = direction.solve(instance);
      assertEquals(
        outcome.status === "exact" && outcome.value,
        SECTORS[rows[i * WIDTH + WIDTH - 1]!],
      );
    }
  }
  const group = `${task.name}, ${ITEMS} items`;
  Deno.bench("WebAssembly kernel", { group, baseline: true }, () => {
    for (let first = 0; first < ITEMS; first += batch) fill(0, first, batch);
  });
  Deno.bench("Math.random, rejection, doubles", { group }, () => sampleNaive(solve, answers));
}
