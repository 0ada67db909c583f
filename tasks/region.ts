import { exact, type Outcome, tie } from "../solvers/outcome.ts";
import type { Chance } from "./chance.ts";
import { drawPoints } from "./_draw_points.ts";
import { FORM_KNOBS, Forms } from "./_forms.ts";
import {
  type NamedPoint,
  readFields,
  readPointName,
  readPoints,
  readScaled,
  readWord,
} from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS, Points } from "./_points.ts";
import { onlyWord } from "./_replies.ts";
import type { Plan, Task } from "./task.ts";
import { choice, decimal, fill, type JsonValue, object, type Text, text } from "./template.ts";
import { COMMON_WORDS } from "./words/common.ts";
import { REGION_WORDS } from "./words/region.ts";

const KNOBS = {
  ...POINT_KNOBS,
  ...FORM_KNOBS,
  cuts: {
    type: "word",
    of: ["thirds", "sparkle"],
    default: "thirds",
    doc: "where the map is cut: into thirds, or at 40 and 60 percent",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 1000,
    default: 5,
    doc: "the least distance to the nearest cut, in the last digit shown",
  },
  balance: {
    type: "flag",
    default: true,
    doc: "every cell equally often, item by item; else as the points fall",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether points on a cut, with several right answers, are left out",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** A cut at `part / of` of the side. */
interface Cut {
  readonly part: number;
  readonly of: number;
}

const CUTS: Readonly<Record<Values["cuts"], readonly Cut[]>> = {
  thirds: [{ part: 1, of: 3 }, { part: 2, of: 3 }],
  sparkle: [{ part: 2, of: 5 }, { part: 3, of: 5 }],
};

/** Sparkle's order of the options, by column and row: top left, top, top right, left, ... */
export const SPARKLE_ORDER: readonly number[] = [2, 5, 8, 1, 4, 7, 0, 3, 6];

const CELLS = [
  "bottom left",
  "left",
  "top left",
  "bottom",
  "center",
  "top",
  "bottom right",
  "right",
  "top right",
];

/** In which of nine cells of a map a point lies. */
export const region: Task = {
  name: "region",
  version: 1,
  summary: "In which of the nine cells of a map a point lies",
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      cuts: "sparkle",
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle",
      wording: "en-sparkle",
      margin: 0,
      balance: false,
      options: 9,
    },
  },
  plan,
  solve(instance) {
    const { of, side, cuts, frame, scale } = readInstance(instance);
    const up = frame === "y-up" ? of.y : side - of.y;
    const columns = bandsOf(of.x, side, CUTS[cuts]);
    const rows = bandsOf(up, side, CUTS[cuts]);
    const cells = columns.flatMap((c) => rows.map((r) => CELLS[3 * c + r]!));
    if (cells.length > 1) return tie(cells);
    const gap = Math.min(cutGap(of.x, side, CUTS[cuts]), cutGap(up, side, CUTS[cuts]));
    return exact(cells[0]!, { value: gap / 10 ** scale * (1 - 2 ** -51), unit: "unit" });
  },
  parse(words, knobs) {
    const { wording } = knobs as Values;
    return onlyWord(words, CELLS, REGION_WORDS[wording].cells, COMMON_WORDS[wording]);
  },
  accepts(instance, answer) {
    const outcome: Outcome<JsonValue> = this.solve(instance);
    if (outcome.status === "tie") return outcome.values.includes(answer);
    return outcome.status === "exact" && outcome.value === answer;
  },
  draw(instance, alt) {
    const { points, frame, side } = readInstance(instance);
    return drawPoints(points, { frame, alt, span: { least: 0, most: side } });
  },
};

/** The bands a coordinate lies in: two where it lies on a cut. */
function bandsOf(x: number, side: number, cuts: readonly Cut[]): number[] {
  const signs = cuts.map(({ part, of }) => Math.sign(of * x - part * side));
  const on = signs.indexOf(0);
  return on >= 0 ? [on, on + 1] : [signs.filter((s) => s > 0).length];
}

/** The distance to the nearest cut; a double rounded down. */
function cutGap(x: number, side: number, cuts: readonly Cut[]): number {
  return Math.min(...cuts.map(({ part, of }) => Math.abs(of * x - part * side) / of)) *
    (1 - 2 ** -52);
}

/** Greater than any margin, in hundredths of the last digit. */
const MOST_MARGIN = 400_000;

/** Draws that may fail before the knobs are said to leave no room. */
const PATIENCE = 10_000;

function plan(knobs: Values): Plan {
  const points = new Points({ ...knobs, objects: 1 }, 0);
  const order = knobs.cuts === "sparkle" ? { order: SPARKLE_ORDER } : {};
  const forms = new Forms({ ...knobs, answers: 9, ...order }, points.width);
  const phrase = points.width + forms.width;
  const margin = phrase + 1;
  const cell = new Cell(knobs, points);
  const words = REGION_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    a: points.name(0),
    cuts: words.cuts[knobs.cuts],
    points: points.listed(),
    most: points.side(),
    yAxis: COMMON_WORDS[knobs.wording].yAxis[knobs.frame === "y-up" ? 0 : 1],
  };

  return {
    width: margin + 1,
    sample(chance, rows, at) {
      points.drawNames(chance, rows, at);
      rows[at + phrase] = chance.below(words.questions.length);
      rows[at + margin] = cell.draw(chance, rows, at);
      rows[at + forms.answer] = cell.answer;
      forms.draw(chance, rows, at);
    },
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.questions.map((q) => fill(q, slots))),
        claim: (claim) => fill(words.claim, { ...slots, claim }),
        answers: words.cells,
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: knobs.frame,
      margin: decimal(margin, { least: 0, most: MOST_MARGIN }, { scale: 2 + knobs.decimals }),
      unit: "unit",
      instance: object({
        frame: knobs.frame,
        points: points.shape(),
        of: text(points.name(0)),
        side: knobs.decimals === 0 ? knobs.lattice : points.side(),
        cuts: knobs.cuts,
      }),
      alt: points.listed(),
    },
  };
}

/** The point that is asked about, in a cell drawn beforehand. */
class Cell {
  /** The cell of the last draw. */
  answer = 0;
  readonly #knobs: Values;
  readonly #points: Points;
  readonly #cuts: readonly Cut[];
  /** For each band the first coordinate inside of it, and how many there are. */
  readonly #starts: Int32Array;
  readonly #counts: Int32Array;
  /** The distance to the nearest cut, in hundredths of the last digit, rounded down. */
  #gap = 0;

  constructor(knobs: Values, points: Points) {
    this.#knobs = knobs;
    this.#points = points;
    this.#cuts = CUTS[knobs.cuts];
    this.#starts = new Int32Array(3).fill(-1);
    this.#counts = new Int32Array(3);
    const { least, most } = points;
    for (let x = least; x <= most; x++) {
      for (const band of bandsOf(x, knobs.lattice, this.#cuts)) {
        if (this.#starts[band] === -1) this.#starts[band] = x;
        this.#counts[band]!++;
      }
    }
    if (knobs.balance && this.#counts.includes(0)) throw points.noRoom();
  }

  /** Draws the place and those of distractors; returns the margin in hundredths of the last digit. */
  draw(chance: Chance, rows: Int32Array, at: number): number {
    const { balance, margin, frame, lattice } = this.#knobs;
    const target = balance ? chance.below(9) : -1;
    const x = at + this.#points.column(0) + 1;
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (target >= 0) this.#drawInside(chance, rows, x, target);
      else this.#points.drawPlace(chance, rows, at, 0);
      this.#gap = Infinity;
      const column = this.#band(chance, rows[x]!);
      const row = this.#band(chance, frame === "y-up" ? rows[x + 1]! : lattice - rows[x + 1]!);
      this.answer = target >= 0 ? target : 3 * column + row;
      if (column < 0 || row < 0 || this.#gap < 100 * margin) continue;
      if (this.#points.tryPlaces(chance, rows, at, 1)) return this.#gap;
    }
    throw this.#points.noRoom();
  }

  /** A place in a cell; on a cut it may belong to a neighbour as well. */
  #drawInside(chance: Chance, rows: Int32Array, x: number, cell: number): void {
    const { frame, lattice } = this.#knobs;
    const column = (cell / 3) | 0;
    const row = cell - 3 * column;
    const up = this.#starts[row]! + chance.below(this.#counts[row]!);
    rows[x] = this.#starts[column]! + chance.below(this.#counts[column]!);
    rows[x + 1] = frame === "y-up" ? up : lattice - up;
  }

  /** The band of a coordinate; on a cut either of two, or -1 where those are left out. */
  #band(chance: Chance, x: number): number {
    const { lattice, unique } = this.#knobs;
    let band = 0;
    for (let i = 0; i < this.#cuts.length; i++) {
      const { part, of } = this.#cuts[i]!;
      const side = of * x - part * lattice;
      // A quotient of integers this small is an integer only where the true one is.
      this.#gap = Math.min(this.#gap, Math.floor(100 * Math.abs(side) / of));
      if (side > 0) band = i + 1;
      else if (side === 0) return unique ? -1 : i + chance.below(2);
    }
    return band;
  }
}

function readInstance(instance: unknown): {
  readonly frame: "y-up" | "y-down";
  readonly points: readonly NamedPoint[];
  readonly scale: number;
  readonly of: NamedPoint;
  readonly side: number;
  readonly cuts: Values["cuts"];
} {
  const fields = readFields(instance, ["frame", "points", "of", "side", "cuts"]);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const { points, scale, extra } = readPoints(fields.points, 1, [
    readScaled(fields.side, "side"),
  ]);
  const side = extra[0]!;
  if (side <= 0) throw new RangeError(`Cannot read side: ${fields.side}, must be above 0`);
  const outside = points.find((p) => p.x < 0 || p.y < 0 || p.x > side || p.y > side);
  if (outside !== undefined) {
    throw new RangeError(
      `Cannot read points: "${outside.name}" is outside of the map, must be from 0 to ${fields.side}`,
    );
  }
  const of = readPointName(fields.of, "of", points);
  return {
    frame,
    points,
    scale,
    of,
    side,
    cuts: readWord(fields.cuts, "cuts", ["thirds", "sparkle"]),
  };
}
