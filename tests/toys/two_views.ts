import { schema } from "../../geometry/mod.ts";
import type { Drawing } from "../../render/mod.ts";
import { exact, type Outcome } from "../../solvers/mod.ts";
import { defineTask, type Kind, type Picture, type Task } from "../../tasks/mod.ts";

/** Balls in a row on a table, seen from above and from the front. */
interface Table {
  readonly balls: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly asked: string;
}

const SIZE = 96, UNIT = 8, R = 3;

const COLOURS = { red: "#d62728", green: "#2ca02c", blue: "#1f77b4" } as const;

/** How far a ball is from the wall, which only one of two pictures shows; near answers earn some. */
export const wallDistance: Kind<Table, number> = {
  name: "toy-wall-distance",
  margin: { unit: "step", places: 0 },
  schema: schema.object({
    balls: schema.list(
      schema.object({
        name: schema.word(["red", "green", "blue"]),
        x: schema.integer(1, 10),
        y: schema.integer(1, 10),
      }),
      1,
      3,
    ),
    asked: schema.word(["red", "green", "blue"]),
  }),
  solve: ({ balls, asked }): Outcome<number> =>
    exact(balls.find(({ name }) => name === asked)!.y, { value: 1, unit: "step" }),
  frame: () => "y away from the wall",
  say: (answer, _instance, wording) => wording === "de" ? `${answer} Schritte` : `${answer} steps`,
  read: (words) => {
    const found = /^(\d{1,2})(?: steps| Schritte)?$/.exec(words);
    return found === null ? null : Number(found[1]);
  },
  grade: ({ balls, asked }, answer) => {
    const right = balls.find(({ name }) => name === asked)!.y;
    return answer === right ? 1 : Math.max(0, 1 - Math.abs(answer - right) / right) / 2;
  },
  draw: ({ balls }) => [
    view("above", balls.map(({ name, x, y }) => ({ name, x, y }))),
    view("front", balls.map(({ name, x }) => ({ name, x, y: 1 }))),
  ],
  names: ({ balls }) => balls.map(({ name }) => name),
};

function view(camera: string, balls: Table["balls"]): Picture {
  const drawing: Drawing = {
    width: SIZE,
    height: SIZE,
    background: "#ffffff",
    alt: `from ${camera}: ${balls.map(({ name }) => name).join(", ")}`,
    shapes: balls.map(({ name, x, y }) => ({
      kind: "circle",
      cx: UNIT * x,
      cy: UNIT * y,
      r: R,
      fill: COLOURS[name as keyof typeof COLOURS],
      of: name,
    })),
  };
  return { drawing, camera };
}

/** Two pictures an item, graded answers, choices that are offered. */
export const twoViews: Task = defineTask({
  name: "toy-two-views",
  version: 1,
  summary: "How far a ball is from the wall, from two pictures",
  kind: wallDistance,
  forms: ["open", "choice", "true-false"],
  wordings: ["en", "de"],
  knobs: {
    balls: { type: "integer", least: 1, most: 3, default: 2, doc: "balls on the table" },
  },
  begin(knobs) {
    const names = Object.keys(COLOURS);
    return {
      make({ chance, aim }) {
        const y = 1 + aim.below(10);
        const balls = names.slice(0, knobs.balls).map((name, i) => ({
          name,
          x: 1 + 3 * i + chance.below(2),
          y: i === 0 ? y : 1 + chance.below(10),
        }));
        return { instance: { balls, asked: names[0]! } };
      },
      ask: ({ asked }) => ({
        given: "",
        isSeen: true,
        question: knobs.wording === "de"
          ? `Wie weit liegt ${asked} von der Wand?`
          : `How far is ${asked} from the wall?`,
        claim: (answer) => `${asked}: ${answer}.`,
      }),
      offers: {
        claim: (chance, shown) => shown + 1 + chance.below(3),
        options(chance, shown, count) {
          const first = shown - chance.below(Math.min(shown, count));
          return Array.from({ length: count }, (_, i) => first + i);
        },
      },
    };
  },
});
