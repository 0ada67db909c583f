import type { PlaneFrame } from "../geometry/frame.ts";
import { type SectorClassifier, tiedBoundary } from "../geometry/sector_classifier.ts";
import { SECTOR_SYSTEMS } from "../geometry/sector_systems.ts";
import { exact, impossible, tie } from "../solvers/outcome.ts";
import type { Chance } from "./chance.ts";
import { FORM_KNOBS, Forms } from "./_forms.ts";
import { type NamedPoint, readFields, readPointName, readPoints, readWord } from "./_instance.ts";
import type { KnobValues } from "./knobs.ts";
import { drawPoints } from "./_draw_points.ts";
import { classifierOf, SYSTEMS } from "./_sectors.ts";
import { POINT_KNOBS, Points } from "./_points.ts";
import { onlyWord } from "./_replies.ts";
import type { Plan, Task } from "./task.ts";
import { choice, decimal, fill, object, type Text, text } from "./template.ts";
import { COMMON_WORDS } from "./words/common.ts";
import { DIRECTION_WORDS, type DirectionWords } from "./words/direction.ts";

const KNOBS = {
  ...POINT_KNOBS,
  ...FORM_KNOBS,
  sectors: {
    type: "word",
    of: SYSTEMS,
    default: "image-eight",
    doc: "how the directions are divided",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 40,
    default: 1,
    doc: "the least angle to the nearest boundary, in degrees",
  },
  balance: {
    type: "flag",
    default: true,
    doc: "every direction equally often, item by item; else as the points fall",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether directions on a boundary, with two right answers, are left out",
  },
} as const;

type Values = KnobValues<typeof KNOBS>;

/** Sparkle's order of the options, by its labels. */
export const SPARKLE_ORDER: readonly string[] = [
  "top left",
  "top",
  "top right",
  "left",
  "right",
  "down left",
  "down",
  "down right",
];

/** Where one point lies from another, as one of some directions. */
export const direction: Task = {
  name: "direction",
  version: 1,
  summary: "In which direction one point lies from another",
  knobs: KNOBS,
  profiles: {
    fair: {},
    sparkle: {
      sectors: "sparkle-eight",
      border: 5,
      spacing: 30,
      decimals: 2,
      names: "sparkle",
      margin: 0,
      balance: false,
      options: 8,
    },
  },
  plan,
  solve(instance) {
    const { classifier, from, to } = readInstance(instance);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const labels = classifier.system.labels;
    const code = classifier.code(dx, dy);
    if (code >= 0) {
      return exact(labels[code]!, { value: classifier.margin(dx, dy), unit: "degree" });
    }
    const boundary = tiedBoundary(code);
    if (boundary >= 0) return tie([labels.at(boundary - 1)!, labels[boundary]!]);
    if (dx === 0 && dy === 0) return impossible("the two points are the same");
    return impossible("exactly 180 degrees has no direction in Sparkle's sectors");
  },
  parse(words, knobs, instance) {
    const { wording } = knobs as Values;
    const { directions } = DIRECTION_WORDS[wording];
    const { classifier } = readInstance(instance);
    const labels = [...new Set(classifier.system.labels)];
    return onlyWord(words, labels, labels.map((l) => directions[l]!), COMMON_WORDS[wording]);
  },
  accepts(instance, answer) {
    const outcome = this.solve(instance);
    if (outcome.status === "tie") return outcome.values.includes(answer);
    return outcome.status === "exact" && outcome.value === answer;
  },
  draw(instance, alt) {
    const { points, frame } = readInstance(instance);
    return drawPoints(points, { frame, alt });
  },
};

/** The greatest margin there is, in hundredths of a degree: half a quadrant. */
const MOST_MARGIN = 4500;

function plan(knobs: Values): Plan {
  const words = DIRECTION_WORDS[knobs.wording];
  const points = new Points({ ...knobs, objects: 2 }, 0);
  const labels = [...new Set(SECTOR_SYSTEMS[knobs.sectors].labels)];
  const order = knobs.sectors.startsWith("sparkle")
    ? SPARKLE_ORDER.filter((l) => labels.includes(l)).map((l) => labels.indexOf(l))
    : undefined;
  const forms = new Forms(
    { ...knobs, answers: labels.length, ...(order === undefined ? {} : { order }) },
    points.width,
  );
  const phrase = points.width + forms.width;
  const margin = phrase + 1;
  const pair = new Pair(knobs, points, { labels, answer: forms.answer, margin });

  return {
    width: margin + 1,
    sample(chance, rows, at) {
      points.drawNames(chance, rows, at);
      rows[at + phrase] = chance.below(words.questions.length);
      pair.draw(chance, rows, at);
      forms.draw(chance, rows, at);
    },
    parts: {
      ...forms.parts(asked(knobs, points, phrase, words, labels)),
      frame: knobs.frame,
      margin: decimal(margin, { least: 0, most: MOST_MARGIN }, { scale: 2 }),
      unit: "degree",
      instance: object({
        sectors: knobs.sectors,
        frame: knobs.frame,
        points: points.shape(),
        from: text(points.name(0)),
        to: text(points.name(1)),
      }),
      alt: points.listed(),
    },
  };
}

function asked(
  knobs: Values,
  points: Points,
  phrase: number,
  words: DirectionWords,
  labels: readonly string[],
) {
  const common = COMMON_WORDS[knobs.wording];
  const slots: Record<string, Text> = {
    a: points.name(0),
    b: points.name(1),
    sectors: words.sectors[knobs.sectors]!,
    points: points.listed(),
    yAxis: common.yAxis[knobs.frame === "y-up" ? 0 : 1],
  };
  return {
    given: fill(knobs.given === "text" ? words.given : words.shown, slots),
    question: choice(phrase, words.questions.map((q) => fill(q, slots))),
    claim: (answer: Text) => fill(words.claim, { ...slots, claim: answer }),
    answers: labels.map((l) => words.directions[l]!),
    words: common,
  };
}

/** Draws that may fail before the knobs are said to leave no room. */
const PATIENCE = 10_000;

/** Where the pair's answer and margin stand. */
interface PairColumns {
  readonly labels: readonly string[];
  readonly answer: number;
  readonly margin: number;
}

/** The two points that are asked about, drawn so that the answer is the one drawn first. */
class Pair {
  readonly #points: Points;
  readonly #classifier: SectorClassifier;
  readonly #columns: PairColumns;
  readonly #answers: number;
  readonly #unique: boolean;
  readonly #balance: boolean;
  /** The least margin, in hundredths of a degree. */
  readonly #leastMargin: number;
  /** The answer of each code; a sector's label may stand in the system twice. */
  readonly #answerOf: Int32Array;
  /** For answers a and b, the symmetries of the square that take a to b: how many, and which. */
  readonly #counts: Uint8Array;
  readonly #symmetries: Uint8Array;
  /** Whether boundaries turn with the sectors: not where one is closed on one side, or a hole. */
  readonly #isSymmetric: boolean;
  readonly #x: number;
  #code = 0;

  constructor(knobs: Values, points: Points, columns: PairColumns) {
    const { labels } = columns;
    this.#points = points;
    this.#columns = columns;
    this.#answers = labels.length;
    this.#unique = knobs.unique;
    this.#balance = knobs.balance;
    this.#leastMargin = 100 * knobs.margin;
    this.#classifier = classifierOf(knobs.sectors, knobs.frame);
    const system = SECTOR_SYSTEMS[knobs.sectors];
    this.#answerOf = Int32Array.from(system.labels, (l) => labels.indexOf(l));
    const { counts, symmetries } = findSymmetries(this.#classifier, this.#answerOf, labels.length);
    this.#counts = counts;
    this.#symmetries = symmetries;
    this.#isSymmetric = (system.onBoundary ?? "tie") === "tie";
    this.#x = points.column(0) + 1;
  }

  /** Draws both places and those of the distractors; writes the answer and its margin. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    const target = this.#balance ? chance.below(this.#answers) : -1;
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (!this.#points.drawPair(chance, rows, at)) continue;
      const answer = this.#answer(chance, rows, at);
      if (answer < 0 || (target >= 0 && this.#counts[answer * this.#answers + target] === 0)) {
        continue;
      }
      let margin = this.#margin(rows, at);
      if (margin < this.#leastMargin || !this.#steer(chance, rows, at, { answer, target })) {
        continue;
      }
      // The images of a pair have its margin too, unless a boundary has no image.
      if (!this.#isSymmetric) margin = this.#margin(rows, at);
      if (margin < this.#leastMargin) continue;
      if (!this.#points.tryPlaces(chance, rows, at, 2)) continue;
      rows[at + this.#columns.answer] = target >= 0 ? target : answer;
      rows[at + this.#columns.margin] = margin;
      return;
    }
    throw this.#points.noRoom();
  }

  /**
   * Turns the places from their answer to the target by a symmetry of the square. All that fit are
   * equally likely, so that the places stay uniform among those with the target's answer.
   */
  #steer(
    chance: Chance,
    rows: Int32Array,
    at: number,
    { answer, target }: { readonly answer: number; readonly target: number },
  ): boolean {
    if (target < 0 || answer === target) return true;
    const pair = answer * this.#answers + target;
    const symmetry = this.#symmetries[8 * pair + chance.below(this.#counts[pair]!)]!;
    this.#points.turn(rows, at, 0, symmetry);
    this.#points.turn(rows, at, 1, symmetry);
    return this.#isSymmetric || this.#answer(chance, rows, at) === target;
  }

  /** The answer of the places that stand in the row; of two tied ones either; -1 for none. */
  #answer(chance: Chance, rows: Int32Array, at: number): number {
    const x = at + this.#x;
    const code = this.#classifier.code(rows[x + 3]! - rows[x]!, rows[x + 4]! - rows[x + 1]!);
    this.#code = code;
    return code >= 0 ? this.#answerOf[code]! : this.#tied(chance, code);
  }

  #tied(chance: Chance, code: number): number {
    const boundary = tiedBoundary(code);
    if (boundary < 0 || this.#unique) return -1;
    const sectors = this.#answerOf.length;
    return this.#answerOf[(boundary + sectors - chance.below(2)) % sectors]!;
  }

  /** The margin in hundredths of a degree, rounded down, of the places that were classified last. */
  #margin(rows: Int32Array, at: number): number {
    const x = at + this.#x;
    const dx = rows[x + 3]! - rows[x]!, dy = rows[x + 4]! - rows[x + 1]!;
    return Math.floor(this.#classifier.marginOf(this.#code, dx, dy) * 100);
  }
}

/** Which symmetries of the square take which sector to which, up to eight for each two. */
function findSymmetries(classifier: SectorClassifier, answerOf: Int32Array, answers: number) {
  const found = Array.from({ length: answers * answers }, () => new Set<number>());
  // Odd angles, so that none of their images stands on a boundary.
  for (let step = 0; step < 720; step++) {
    const angle = (step + 0.3137) * Math.PI / 360;
    const vector = [Math.cos(angle), Math.sin(angle)] as const;
    const from = answerOf[classifier.code(vector[0], vector[1])]!;
    for (let symmetry = 0; symmetry < 8; symmetry++) {
      const x = vector[symmetry & 1]!, y = vector[1 - (symmetry & 1)]!;
      const code = classifier.code(symmetry & 2 ? -x : x, symmetry & 4 ? -y : y);
      found[from * answers + answerOf[code]!]!.add(symmetry);
    }
  }
  const symmetries = new Uint8Array(8 * found.length);
  found.forEach((set, i) => symmetries.set([...set], 8 * i));
  return { counts: Uint8Array.from(found, (set) => set.size), symmetries };
}

function readInstance(instance: unknown): {
  readonly classifier: SectorClassifier;
  readonly frame: PlaneFrame;
  readonly points: readonly NamedPoint[];
  readonly from: NamedPoint;
  readonly to: NamedPoint;
} {
  const fields = readFields(instance, ["sectors", "frame", "points", "from", "to"]);
  const sectors = readWord(fields.sectors, "sectors", SYSTEMS);
  const frame = readWord(fields.frame, "frame", ["y-up", "y-down"]);
  const { points } = readPoints(fields.points, 2);
  const from = readPointName(fields.from, "from", points);
  const to = readPointName(fields.to, "to", points);
  return { classifier: classifierOf(sectors, frame), frame, points, from, to };
}
