import { openParts } from "./loop/forms.ts";
import { nodeMarks } from "./_draw_nodes.ts";
import type { Chance } from "./chance.ts";
import { NumberForms } from "./_number_forms.ts";
import type { PathValues } from "./_shortest_path_knobs.ts";
import type { Plan } from "./task.ts";
import { choice, fill, integer, list, object, type Text } from "../lines/template.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";
import { PATH_WORDS } from "../text/wordings/shortest_path.ts";

/** Columns of a row; behind them the moves, then the labels of the path, then the form's. */
const FROM_X = 0, FROM_Y = 1, TO_X = 2, TO_Y = 3, FROM = 4, TO = 5, MOVES = 6, NODES = 7;
const PHRASE = 8, PATH = 9;

/** Makes the shortest path task ready. */
export function pathPlan(knobs: PathValues): Plan {
  const { size, ask, form } = knobs;
  if (ask !== "length" && form !== "open") {
    throw new RangeError(`Cannot ask for a path's ${ask} as ${form}, must be open`);
  }
  const most = 2 * (size - 1);
  const pairs = new NodePairs(knobs);
  const labels = PATH + most;
  const forms = new NumberForms({ ...knobs, most, scale: 0 }, labels + most + 1);
  const words = PATH_WORDS[knobs.wording];
  const common = COMMON_WORDS[knobs.wording];
  const label = (column: number): Text => ["N", integer(column, 1, size * size)];
  const slots: Record<string, Text> = {
    a: label(FROM),
    b: label(TO),
    n: String(size),
    last: `N${size}`,
  };
  const asked = {
    given: knobs.given === "text" ? fill(words.given, slots) : "",
    question: choice(PHRASE, words.questions[ask].map((q) => fill(q, slots))),
    claim: (claim: Text) => fill(words.claim, { ...slots, claim }),
    words: common,
  };
  const path = ask === "moves"
    ? list(MOVES, Array.from({ length: most }, (_, i) => choice(PATH + i, words.moves)))
    : list(NODES, Array.from({ length: most + 1 }, (_, i) => label(labels + i)));

  return {
    width: labels + most + 1 + forms.width,
    sample(chance, rows, at) {
      pairs.draw(chance, rows, at);
      rows[at + PHRASE] = chance.below(words.questions[ask].length);
      if (ask === "length") {
        rows[at + forms.answer] = rows[at + MOVES]!;
        forms.draw(chance, rows, at);
      } else drawPath(chance, rows, at, { size, labels });
    },
    marks: nodeMarks(knobs.size, knobs.wording),
    parts: {
      ...(ask === "length" ? forms.parts(asked) : openParts([asked.given, asked.question], path)),
      frame: "y-up",
      margin: null,
      unit: null,
      instance: object({
        size,
        from: [integer(FROM_X, 0, size - 1), integer(FROM_Y, 0, size - 1)],
        to: [integer(TO_X, 0, size - 1), integer(TO_Y, 0, size - 1)],
        ask,
      }),
      alt: fill(words.given, slots),
    },
  };
}

/** Writes one of the shortest paths, each as likely, by its moves and by its nodes. */
function drawPath(
  chance: Chance,
  rows: Int32Array,
  at: number,
  { size, labels }: { readonly size: number; readonly labels: number },
): void {
  let x = rows[at + FROM_X]!, y = rows[at + FROM_Y]!;
  const toX = rows[at + TO_X]!, toY = rows[at + TO_Y]!;
  let sideways = Math.abs(toX - x), upright = Math.abs(toY - y);
  rows[at + labels] = x * size + y + 1;
  for (let i = 0; sideways + upright > 0; i++) {
    if (chance.below(sideways + upright) < sideways) {
      sideways--;
      rows[at + PATH + i] = toX > x ? 0 : 2;
      x += Math.sign(toX - x);
    } else {
      upright--;
      rows[at + PATH + i] = toY > y ? 1 : 3;
      y += Math.sign(toY - y);
    }
    rows[at + labels + i + 1] = x * size + y + 1;
  }
}

/** Every pair of nodes by their distance, so that one draw finds a pair of a given distance. */
class NodePairs {
  readonly #size: number;
  readonly #balance: boolean;
  readonly #hops: number;
  readonly #most: number;
  readonly #pairs: Int32Array;
  /** Where the pairs of each distance begin. */
  readonly #starts: Int32Array;

  constructor({ size, hops, balance }: PathValues) {
    this.#size = size;
    this.#balance = balance;
    this.#most = 2 * (size - 1);
    if (hops > this.#most) {
      throw new RangeError(
        `Cannot ask for ${hops} moves on a grid of size ${size}, must be at most ${this.#most}`,
      );
    }
    this.#hops = hops;
    const byDistance: number[][] = Array.from({ length: this.#most + 1 }, () => []);
    const nodes = size * size;
    for (let pair = 0; pair < nodes * nodes; pair++) {
      const a = Math.floor(pair / nodes), b = pair % nodes;
      const dx = Math.floor(a / size) - Math.floor(b / size), dy = a % size - b % size;
      byDistance[Math.abs(dx) + Math.abs(dy)]!.push(pair);
    }
    this.#pairs = Int32Array.from(byDistance.flat());
    this.#starts = new Int32Array(this.#most + 2);
    for (let d = 0; d <= this.#most; d++) {
      this.#starts[d + 1] = this.#starts[d]! + byDistance[d]!.length;
    }
  }

  draw(chance: Chance, rows: Int32Array, at: number): void {
    const size = this.#size, nodes = size * size;
    const from = this.#hops, to = this.#most;
    const d = this.#balance ? from + chance.below(to - from + 1) : from;
    const start = this.#starts[d]!;
    const end = this.#starts[this.#balance ? d + 1 : to + 1]!;
    const pair = this.#pairs[start + chance.below(end - start)]!;
    const a = Math.floor(pair / nodes), b = pair % nodes;
    const ax = Math.floor(a / size), bx = Math.floor(b / size);
    const ay = a - ax * size, by = b - bx * size;
    const moves = Math.abs(ax - bx) + Math.abs(ay - by);
    rows[at + FROM_X] = ax;
    rows[at + FROM_Y] = ay;
    rows[at + TO_X] = bx;
    rows[at + TO_Y] = by;
    rows[at + FROM] = a + 1;
    rows[at + TO] = b + 1;
    rows[at + MOVES] = moves;
    rows[at + NODES] = moves + 1;
  }
}
