import { distanceGapBound } from "../solvers/distance/nearest_kernel.ts";
import type { Chance } from "./chance.ts";
import { descriptionText } from "./description.ts";
import { PLACES } from "./_description_facts.ts";
import { SPARKLE_ORDER as DIRECTION_ORDER } from "./direction.ts";
import { lettered, LETTERS } from "./_forms.ts";
import { PairColumns } from "./_pair_columns.ts";
import { Points } from "./_points.ts";
import { SPARKLE_ORDER as CELL_ORDER } from "./region.ts";
import { classifierOf } from "./_sectors.ts";
import type { SparkleValues } from "./sparkle.ts";
import type { Form, Plan } from "./task.ts";
import { choice, decimal, fill, object, oneOf, type Shape, type Text, text } from "./template.ts";
import { COMMON_WORDS } from "./words/common.ts";
import { DESCRIPTION_WORDS } from "./words/description.ts";
import { DIRECTION_WORDS } from "./words/direction.ts";
import { DISTANCE_WORDS, type DistanceAsk } from "./words/distance.ts";
import { REGION_WORDS } from "./words/region.ts";

const OBJECTS = 3;

/** Sparkle's questions about distances: of all pairs, then of the first two. */
const ORDERS: readonly DistanceAsk[] = ["shortest", "longest", "shorter", "longer"];

/** One of the seventeen questions. */
interface Question {
  readonly ask: string;
  readonly form: Form;
  readonly question: Text;
  readonly answer: Text;
  readonly choices: Shape;
  readonly instance: Shape;
  readonly margin: Shape;
  readonly unit: string | null;
}

/** Makes the Sparkle task ready. */
export function sparklePlan(knobs: SparkleValues): Plan {
  const writer = new SparkleQuestions(knobs);
  const { questions, points, columns } = writer;
  const by = <T>(get: (q: Question) => T) => questions.map(get);
  const { kind } = columns;
  const answers = by((q): Text => q.form === "choice" ? ["\\boxed{", q.answer, "}"] : q.answer);
  return {
    width: columns.width,
    group: questions.length,
    sample(chance, rows, at, member) {
      points.drawNames(chance, rows, at);
      writer.draw(chance, rows, at);
      rows[at + kind] = member;
    },
    parts: {
      form: oneOf(kind, by((q) => q.form)),
      question: choice(kind, by((q) => q.question)),
      answer: choice(kind, by((q) => q.answer)),
      reply: choice(kind, answers),
      choices: oneOf(kind, by((q) => q.choices)),
      claim: null,
      frame: knobs.frame,
      margin: oneOf(kind, by((q) => q.margin)),
      unit: oneOf(kind, by((q) => q.unit)),
      instance: object({
        ask: oneOf(kind, by((q) => q.ask)),
        side: writer.side,
        instance: oneOf(kind, by((q) => q.instance)),
      }),
      alt: points.listed(),
    },
  };
}

/** Margins are hundredths, of a degree or of the last digit. */
const MOST_MARGIN = 1_000_000;

/** Draws that may fail before the knobs are said to leave no room. */
const PATIENCE = 10_000;

/** The questions about three points, and the columns their answers stand in. */
class SparkleQuestions {
  readonly points: Points;
  readonly questions: readonly Question[];
  readonly side: Shape;
  readonly columns: {
    /** Which question it is. */
    readonly kind: number;
    /** The cell of each point, and its margin; then the margin of each pair's direction. */
    readonly cells: number;
    readonly cellMargins: number;
    readonly directionMargins: number;
    /** The answer of each order, and its margin. */
    readonly orders: number;
    readonly orderMargins: number;
    readonly width: number;
  };
  readonly #knobs: SparkleValues;
  readonly #pairs: PairColumns;
  readonly #words: {
    readonly given: Text;
    readonly slots: Readonly<Record<string, Text>>;
  };

  constructor(knobs: SparkleValues) {
    this.#knobs = knobs;
    this.points = new Points({ ...knobs, objects: OBJECTS }, 0);
    this.#pairs = new PairColumns({ ...knobs, objects: OBJECTS }, this.points, this.points.width);
    const cells = this.points.width + this.#pairs.width;
    this.columns = {
      cells,
      cellMargins: cells + 3,
      directionMargins: cells + 6,
      orders: cells + 9,
      orderMargins: cells + 13,
      kind: cells + 17,
      width: cells + 18,
    };
    this.side = knobs.decimals === 0 ? knobs.lattice : this.points.side();
    this.#words = this.#makeWords();
    this.questions = [
      ...[0, 1, 2].map((pair) => this.#direction(pair)),
      ...ORDERS.map((_, i) => this.#order(i)),
      ...[0, 1, 2].map((pair) => this.#distance(pair)),
      ...[0, 1, 2].map((point) => this.#region(point)),
      ...[0, 1, 2].map((point) => this.#position(point)),
      this.#description(),
    ];
  }

  /** Draws places until every question has one right answer, and writes them all. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    for (let tries = 0; tries < PATIENCE; tries++) {
      this.#pairs.draw(chance, rows, at);
      if (this.#drawOrders(rows, at) && this.#drawCells(rows, at)) {
        this.#drawDirectionMargins(rows, at);
        return;
      }
    }
    throw this.points.noRoom();
  }

  #makeWords() {
    const { given, wording, frame } = this.#knobs;
    const slots: Record<string, Text> = {
      points: this.points.listed(),
      most: this.points.side(),
      of: this.points.listedNames(0, OBJECTS),
      sectors: DIRECTION_WORDS[wording].sectors[this.#knobs.sectors]!,
      cuts: REGION_WORDS[wording].cuts.sparkle,
      places: DISTANCE_WORDS[wording].places[PLACES]!,
      yAxis: COMMON_WORDS[wording].yAxis[frame === "y-up" ? 0 : 1],
    };
    // The map's extent is given to every question: one picture, one text.
    return { given: given === "text" ? fill(REGION_WORDS[wording].given, slots) : "", slots };
  }

  #direction(pair: number): Question {
    const { sectors, frame, wording } = this.#knobs;
    const [a, b] = this.#pairs.pairs[pair]!;
    const { labels } = this.#pairs;
    const order = DIRECTION_ORDER.filter((label) => labels.includes(label));
    const words = DIRECTION_WORDS[wording];
    return {
      ask: "direction",
      ...this.#lettered(
        fill(words.questions[0]!, { ...this.#words.slots, ...this.#names(a, b) }),
        order.map((label) => words.directions[label]!),
        // "left" stands in the system twice.
        choice(this.#pairs.direction(pair), labels.map((l) => LETTERS[order.indexOf(l)]!)),
      ),
      instance: object({
        sectors,
        frame,
        points: this.points.shape(),
        from: text(this.points.name(a)),
        to: text(this.points.name(b)),
      }),
      margin: decimal(this.columns.directionMargins + pair, RANGE, { scale: 2 }),
      unit: "degree",
    };
  }

  #order(i: number): Question {
    const { frame, wording, decimals } = this.#knobs;
    const words = DISTANCE_WORDS[wording];
    const ask = ORDERS[i]!;
    const [[a, b], [c, d]] = [this.#pairs.pairs[0]!, this.#pairs.pairs[1]!];
    const { a: c1, b: d1 } = this.#names(c, d);
    return {
      ask: "distance-order",
      form: "open",
      question: [
        this.#words.given,
        fill(words.order[ask][0]!, {
          ...this.#words.slots,
          ...this.#names(a, b),
          c: c1!,
          d: d1!,
        }),
      ],
      answer: choice(
        this.columns.orders + i,
        this.#pairs.pairs.map(([p, q]) => fill(words.pair, this.#names(p, q))),
      ),
      choices: null,
      instance: object({
        frame,
        points: this.points.shape(),
        ask,
        of: [0, 1, 2].map((p) => text(this.points.name(p))),
      }),
      margin: decimal(this.columns.orderMargins + i, RANGE, { scale: 2 + decimals }),
      unit: "unit",
    };
  }

  #distance(pair: number): Question {
    const { frame, wording, lattice, decimals } = this.#knobs;
    const [a, b] = this.#pairs.pairs[pair]!;
    const most = Math.ceil(10 ** (PLACES - decimals) * lattice * Math.SQRT2);
    return {
      ask: "distance",
      form: "open",
      question: [
        this.#words.given,
        fill(DISTANCE_WORDS[wording].measure[0]!, { ...this.#words.slots, ...this.#names(a, b) }),
      ],
      answer: decimal(this.#pairs.distance(pair), { least: 0, most }, { scale: PLACES }) as Text,
      choices: null,
      instance: object({
        frame,
        points: this.points.shape(),
        from: text(this.points.name(a)),
        to: text(this.points.name(b)),
        places: PLACES,
      }),
      margin: null,
      unit: null,
    };
  }

  #region(point: number): Question {
    const { frame, wording, decimals } = this.#knobs;
    const words = REGION_WORDS[wording];
    const letters = words.cells.map((_, cell) => LETTERS[CELL_ORDER.indexOf(cell)]!);
    return {
      ask: "region",
      ...this.#lettered(
        fill(words.questions[0]!, { ...this.#words.slots, a: this.points.name(point) }),
        CELL_ORDER.map((cell) => words.cells[cell]!),
        choice(this.columns.cells + point, letters),
      ),
      instance: object({
        frame,
        points: this.points.shape(),
        of: text(this.points.name(point)),
        side: this.side,
        cuts: "sparkle",
      }),
      margin: decimal(this.columns.cellMargins + point, RANGE, { scale: 2 + decimals }),
      unit: "unit",
    };
  }

  #position(point: number): Question {
    const words = REGION_WORDS[this.#knobs.wording];
    return {
      ask: "position",
      form: "open",
      question: [this.#words.given, fill(words.place[0]!, { a: this.points.name(point) })],
      answer: fill(words.coordinates, {
        x: this.points.coordinate(point, 0, "short"),
        y: this.points.coordinate(point, 1, "short"),
      }),
      choices: null,
      instance: object({
        frame: this.#knobs.frame,
        points: this.points.shape(),
        of: text(this.points.name(point)),
        side: this.side,
      }),
      margin: null,
      unit: null,
    };
  }

  #description(): Question {
    const { frame, sectors, wording } = this.#knobs;
    return {
      ask: "description",
      form: "open",
      question: [
        this.#words.given,
        fill(DESCRIPTION_WORDS[wording].question, this.#words.slots),
      ],
      answer: descriptionText({ ...this.#knobs, objects: OBJECTS }, this.points, this.#pairs),
      choices: null,
      instance: object({
        frame,
        sectors,
        points: this.points.shape(),
        of: [0, 1, 2].map((p) => text(this.points.name(p))),
      }),
      margin: null,
      unit: null,
    };
  }

  #lettered(
    question: Text,
    options: readonly string[],
    answer: Text,
  ): Pick<Question, "form" | "question" | "answer" | "choices"> {
    const { choose } = COMMON_WORDS[this.#knobs.wording];
    return {
      form: "choice",
      question: fill(choose, {
        question: [this.#words.given, question],
        options: lettered(options),
      }),
      answer,
      choices: options.map((o) => text(o)),
    };
  }

  #names(a: number, b: number): Record<string, Text> {
    return { a: this.points.name(a), b: this.points.name(b) };
  }

  #square(rows: Int32Array, at: number, pair: number): number {
    const [a, b] = this.#pairs.pairs[pair]!;
    const p = at + this.points.column(a) + 1, q = at + this.points.column(b) + 1;
    const dx = rows[p]! - rows[q]!, dy = rows[p + 1]! - rows[q + 1]!;
    return dx * dx + dy * dy;
  }

  /** Which pairs are nearest and farthest; false where two are equal. */
  #drawOrders(rows: Int32Array, at: number): boolean {
    const keys = [this.#square(rows, at, 0), this.#square(rows, at, 1), this.#square(rows, at, 2)];
    for (let i = 0; i < ORDERS.length; i++) {
      const near = i % 2 === 0;
      const count = i < 2 ? 3 : 2;
      let best = 0;
      for (let k = 1; k < count; k++) {
        if (near ? keys[k]! < keys[best]! : keys[k]! > keys[best]!) best = k;
      }
      let gap = Infinity;
      for (let k = 0; k < count; k++) {
        if (k !== best) gap = Math.min(gap, distanceGapBound("euclidean", keys[k]!, keys[best]!));
      }
      if (gap === 0) return false;
      rows[at + this.columns.orders + i] = best;
      rows[at + this.columns.orderMargins + i] = Math.floor(gap * (1 - 2 ** -50) * 100);
    }
    return true;
  }

  /** The cell of each point; false where one lies on a cut. */
  #drawCells(rows: Int32Array, at: number): boolean {
    const { lattice, frame } = this.#knobs;
    for (let point = 0; point < OBJECTS; point++) {
      const x = rows[at + this.points.column(point) + 1]!;
      const y = rows[at + this.points.column(point) + 2]!;
      const up = frame === "y-up" ? y : lattice - y;
      let gap = Infinity, cell = 0;
      for (const value of [x, up]) {
        const [low, high] = [5 * value - 2 * lattice, 5 * value - 3 * lattice];
        cell = 3 * cell + (low > 0 ? 1 : 0) + (high > 0 ? 1 : 0);
        gap = Math.min(gap, Math.abs(low), Math.abs(high));
      }
      if (gap === 0) return false;
      rows[at + this.columns.cells + point] = cell;
      // A fifth of the gap, in hundredths.
      rows[at + this.columns.cellMargins + point] = 20 * gap;
    }
    return true;
  }

  #drawDirectionMargins(rows: Int32Array, at: number): void {
    const classifier = classifierOf(this.#knobs.sectors, this.#knobs.frame);
    for (let pair = 0; pair < 3; pair++) {
      const [a, b] = this.#pairs.pairs[pair]!;
      const p = at + this.points.column(a) + 1, q = at + this.points.column(b) + 1;
      const code = rows[at + this.#pairs.direction(pair)]!;
      const margin = classifier.marginOf(code, rows[q]! - rows[p]!, rows[q + 1]! - rows[p + 1]!);
      rows[at + this.columns.directionMargins + pair] = Math.floor(margin * 100);
    }
  }
}

const RANGE = { least: 0, most: MOST_MARGIN };
