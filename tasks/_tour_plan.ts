import { commas } from "./_commas.ts";
import { NumberForms } from "./_number_forms.ts";
import { pointMarks } from "./points/draw_points.ts";
import { openParts } from "./loop/forms.ts";
import { Points } from "./points/points.ts";
import { roundedDouble } from "./_rounded_sum.ts";
import { TourSolver, UNIQUE } from "./_tour_solver.ts";
import { scattered } from "./sampling/scatter_sampler.ts";
import type { Parts, Plan } from "./task.ts";
import { choice, fill, object, type Text, text } from "../lines/template.ts";
import type { TourValues } from "./_tour_knobs.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { TOUR_WORDS } from "../text/wordings/tour.ts";

/** The batch could not tell. */
const OPEN = 0;

/** Makes the tour task ready. */
export function tourPlan(knobs: TourValues): Plan {
  const { objects, ask } = knobs;
  requireFit(knobs);
  const points = new Points(knobs, 0);
  const columns = { order: points.width, length: points.width + objects };
  const lengths = lengthForms(knobs, columns.length);
  const solver = new TourRows(knobs, points, columns);
  const plan: Plan = {
    width: columns.length + lengths.width,
    parts: partsOf(knobs, points, columns.order, lengths),
    marks: pointMarks(points, knobs),
    ...scattered(points, columns.length + lengths.width),
    settle: (rows, count, kept) => solver.settle(rows, count, kept, plan.width),
  };
  return ask === "length" ? { ...plan, ...lengths.completion() } : plan;
}

function requireFit({ ask, form, places, decimals }: TourValues): void {
  if (ask === "order" && form !== "open") {
    throw new RangeError(`Cannot ask for a tour's order as ${form}, must be open`);
  }
  if (places < decimals) {
    throw new RangeError(
      `Cannot round lengths to ${places} decimals of coordinates with ${decimals}, must be as many`,
    );
  }
}

function lengthForms(knobs: TourValues, base: number): NumberForms {
  const { lattice, objects, places, decimals } = knobs;
  const most = Math.ceil(10 ** (places - decimals) * objects * lattice * Math.SQRT2);
  return new NumberForms({ ...knobs, most, scale: places }, base);
}

function partsOf(knobs: TourValues, points: Points, order: number, lengths: NumberForms): Parts {
  const { objects, tour, ask, places, unique, margin } = knobs;
  const words = TOUR_WORDS[knobs.wording];
  const common = COMMON_WORDS[knobs.wording];
  const names = Array.from({ length: objects }, (_, i) => points.name(i));
  const slots: Record<string, Text> = {
    a: points.name(0),
    of: commas(tour === "open-fixed" ? names.slice(1) : names),
    points: points.listed(),
    places: words.places[places]!,
    yAxis: common.yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
  const given = fill(knobs.given === "text" ? words.given : words.shown, slots);
  const walk = fill(words.tour[tour], slots);
  const visited = Array.from({ length: objects }, (_, i) => choice(order + i, points.names));
  const asked = ask === "order"
    ? openParts([given, walk, words.order], commas(visited))
    : lengths.parts({
      given,
      question: [walk, fill(words.length, slots)],
      claim: (claim) => fill(words.claim, { ...slots, tour: walk, claim }),
      words: common,
    });
  const bound = ask === "order" ? (unique ? margin / 10 ** knobs.decimals : 0) : null;
  return {
    ...asked,
    frame: knobs.frame,
    margin: bound,
    unit: bound === null ? null : "unit",
    instance: object({
      frame: knobs.frame,
      points: points.shape(),
      of: names.map((name) => text(name)),
      tour,
      ask,
      places,
    }),
    alt: points.listed(),
  };
}

/** Solves the tours of rows, many at once. */
class TourRows {
  readonly #knobs: TourValues;
  readonly #points: Points;
  readonly #columns: { readonly order: number; readonly length: number };
  readonly #solver: TourSolver;

  constructor(
    knobs: TourValues,
    points: Points,
    columns: { readonly order: number; readonly length: number },
  ) {
    this.#knobs = knobs;
    this.#points = points;
    this.#columns = columns;
    this.#solver = new TourSolver(knobs, points.column(0));
  }

  settle(rows: Int32Array, count: number, kept: Uint8Array, width: number): void {
    const { objects: n, margin, unique, ask } = this.#knobs;
    this.#solver.solve(rows, count, width, ask === "order" && unique ? margin : 0);
    const { verdicts } = this.#solver;
    for (let i = 0; i < count; i++) {
      const at = i * width;
      const proven = ask === "order" && unique ? verdicts[i] === UNIQUE : verdicts[i] !== OPEN;
      kept[i] = proven && this.#write(rows, at, n * i) ? 1 : 0;
    }
  }

  /** Writes the order by names, and the length; false where doubles cannot round it. */
  #write(rows: Int32Array, at: number, from: number): boolean {
    const { objects: n, tour, ask, places, decimals } = this.#knobs;
    const { orders } = this.#solver;
    const base = at + this.#points.column(0);
    for (let i = 0; i < n; i++) {
      rows[at + this.#columns.order + i] = rows[base + 3 * orders[from + i]!]!;
    }
    if (ask === "order") return true;
    let sum = tour === "closed" ? this.#step(rows, base, orders[from + n - 1]!, orders[from]!) : 0;
    for (let i = 1; i < n; i++) {
      sum += this.#step(rows, base, orders[from + i - 1]!, orders[from + i]!);
    }
    const length = roundedDouble(sum * 10 ** (places - decimals));
    rows[at + this.#columns.length] = length;
    return length >= 0;
  }

  #step(rows: Int32Array, base: number, i: number, j: number): number {
    const dx = rows[base + 3 * i + 1]! - rows[base + 3 * j + 1]!;
    const dy = rows[base + 3 * i + 2]! - rows[base + 3 * j + 2]!;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
