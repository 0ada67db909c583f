import { descriptionText, directionWords } from "./description.ts";
import { pointMarks } from "./points/draw_points.ts";
import { PLACES } from "./points/description_facts.ts";
import { SPARKLE_ORDER as DIRECTION_ORDER } from "./direction.ts";
import { lettered } from "./loop/forms.ts";
import { LETTERS } from "./option_marks.ts";
import type { Points } from "./points/points.ts";
import { OBJECTS, ORDERS, SparkleScene } from "./_sparkle_scene.ts";
import { SPARKLE_ORDER as CELL_ORDER } from "./region.ts";
import type { SparkleValues } from "./_sparkle_knobs.ts";
import type { Form, Plan } from "./task.ts";
import {
  choice,
  decimal,
  fill,
  type LineShape,
  object,
  oneOf,
  type Text,
  text,
} from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { DESCRIPTION_WORDS } from "../text/wordings/description.ts";
import { DIRECTION_WORDS } from "../text/wordings/direction.ts";
import { DISTANCE_WORDS } from "../text/wordings/distance.ts";
import { REGION_WORDS } from "../text/wordings/region.ts";

/** One of the seventeen questions. */
interface Question {
  readonly ask: string;
  readonly form: Form;
  readonly question: Text;
  readonly answer: Text;
  readonly choices: LineShape;
  readonly instance: LineShape;
  readonly margin: LineShape;
  readonly unit: string | null;
}

/** Makes the Sparkle task ready. */
export function sparklePlan(knobs: SparkleValues): Plan {
  const scene = new SparkleScene(knobs);
  const { points } = scene;
  const { questions, side } = new SparkleQuestions(knobs, scene);
  const by = <T>(get: (q: Question) => T) => questions.map(get);
  const kind = scene.width;
  const answers = by((q): Text => q.form === "choice" ? ["\\boxed{", q.answer, "}"] : q.answer);
  return {
    width: kind + 1,
    group: questions.length,
    sample(chance, rows, at, member) {
      points.drawNames(chance, rows, at);
      scene.draw(chance, rows, at);
      rows[at + kind] = member;
    },
    join(rows, at, member) {
      rows[at + kind] = member;
    },
    marks: pointMarks(points, { ...knobs, most: knobs.lattice }),
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
        side,
        instance: oneOf(kind, by((q) => q.instance)),
      }),
      alt: points.listed(),
    },
  };
}

/** Margins are hundredths, of a degree or of the last digit. */
const MOST_MARGIN = 1_000_000;

/** The questions about a scene. */
class SparkleQuestions {
  readonly points: Points;
  readonly questions: readonly Question[];
  readonly side: LineShape;
  readonly #knobs: SparkleValues;
  readonly #scene: SparkleScene;
  readonly #words: {
    readonly given: Text;
    readonly slots: Readonly<Record<string, Text>>;
  };

  constructor(knobs: SparkleValues, scene: SparkleScene) {
    this.#knobs = knobs;
    this.#scene = scene;
    this.points = scene.points;
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
    const words = REGION_WORDS[wording];
    return { given: fill(given === "text" ? words.given : words.measured, slots), slots };
  }

  #direction(pair: number): Question {
    const { sectors, frame, wording } = this.#knobs;
    const [a, b] = this.#scene.pairs.pairs[pair]!;
    const { labels } = this.#scene.pairs;
    const order = DIRECTION_ORDER.filter((label) => labels.includes(label));
    const words = DIRECTION_WORDS[wording];
    return {
      ask: "direction",
      ...this.#lettered(
        fill(words.questions[0]!, { ...this.#words.slots, ...this.#names(a, b) }),
        order.map((label) => words.directions[label]!),
        choice(this.#scene.pairs.direction(pair), labels.map((l) => LETTERS[order.indexOf(l)]!)),
      ),
      instance: object({
        sectors,
        frame,
        points: this.points.shape(),
        from: text(this.points.name(a)),
        to: text(this.points.name(b)),
      }),
      margin: decimal(this.#scene.columns.directionMargins + pair, RANGE, { scale: 2 }),
      unit: "degree",
    };
  }

  #order(i: number): Question {
    const { frame, wording, decimals } = this.#knobs;
    const words = DISTANCE_WORDS[wording];
    const ask = ORDERS[i]!;
    const [[a, b], [c, d]] = [this.#scene.pairs.pairs[0]!, this.#scene.pairs.pairs[1]!];
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
        this.#scene.columns.orders + i,
        this.#scene.pairs.pairs.map(([p, q]) => fill(words.pair, this.#names(p, q))),
      ),
      choices: null,
      instance: object({
        frame,
        points: this.points.shape(),
        ask,
        of: [0, 1, 2].map((p) => text(this.points.name(p))),
      }),
      margin: decimal(this.#scene.columns.orderMargins + i, RANGE, { scale: 2 + decimals }),
      unit: "unit",
    };
  }

  #distance(pair: number): Question {
    const { frame, wording, lattice, decimals } = this.#knobs;
    const [a, b] = this.#scene.pairs.pairs[pair]!;
    const most = Math.ceil(10 ** (PLACES - decimals) * lattice * Math.SQRT2);
    return {
      ask: "distance",
      form: "open",
      question: [
        this.#words.given,
        fill(DISTANCE_WORDS[wording].measure[0]!, { ...this.#words.slots, ...this.#names(a, b) }),
      ],
      answer: decimal(this.#scene.pairs.distance(pair), { least: 0, most }, {
        scale: PLACES,
        form: "fixed",
      }) as Text,
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
        choice(this.#scene.columns.cells + point, letters),
      ),
      instance: object({
        frame,
        points: this.points.shape(),
        of: text(this.points.name(point)),
        side: this.side,
        cuts: "sparkle",
      }),
      margin: decimal(this.#scene.columns.cellMargins + point, RANGE, { scale: 2 + decimals }),
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
        x: this.points.coordinate(point, 0),
        y: this.points.coordinate(point, 1),
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
        fill(DESCRIPTION_WORDS[wording].question, {
          ...this.#words.slots,
          labels: directionWords(this.#knobs),
        }),
      ],
      answer: descriptionText({ ...this.#knobs, objects: OBJECTS }, this.points, this.#scene.pairs),
      choices: null,
      instance: object({
        frame,
        sectors,
        points: this.points.shape(),
        of: [0, 1, 2].map((p) => text(this.points.name(p))),
        side: this.side,
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
}

const RANGE = { least: 0, most: MOST_MARGIN };
