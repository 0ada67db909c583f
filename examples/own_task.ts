// A task of one's own, with pictures, boxes, choices and claims:
//   alidade generate ./own_task.ts --count 100 --images png --boxes pixels --out data
import { schema } from "@alidade/core/geometry";
import type { Colour, Shape } from "@alidade/core/render";
import { solveSide } from "@alidade/core/solvers";
import { defineTask, type Draft, type Kind } from "@alidade/core/tasks";

interface Walk {
  readonly home: readonly [number, number];
  readonly tree: readonly [number, number];
}

const point = schema.tuple("[x, y]", [schema.integer(0, 9), schema.integer(0, 9)]);

/** On which side of somebody who walks up from the middle of the bottom stands a tree? */
const sideOfWalk: Kind<Walk, string> = {
  name: "side-of-walk",
  margin: { unit: "unit", places: 0 },
  schema: schema.object({ home: point, tree: point }),
  solve: ({ home, tree }) =>
    solveSide({ from: home, to: [home[0], home[1] + 1], point: tree, frame: "y-up" }),
  frame: () => "y up, as one sees it who walks up",
  say: (answer) => answer,
  read: (words) => /^(left|right|on)$/.test(words) ? words : null,
  answers: () => ["left", "right", "on"],
  draw: ({ home, tree }) => [{
    drawing: {
      width: 200,
      height: 200,
      background: "#ffffff",
      alt: "A house and a tree",
      shapes: [disc("house", home, "#d62728"), disc("tree", tree, "#2ca02c")],
    },
  }],
};

function disc(of: string, [x, y]: Walk["home"], fill: Colour): Shape {
  return { kind: "circle", cx: 10 + 20 * x, cy: 190 - 20 * y, r: 8, fill, of };
}

export default defineTask({
  name: "side-of-walk",
  version: 1,
  summary: "On which side of a way up stands a tree",
  kind: sideOfWalk,
  knobs: {},
  forms: ["open", "choice", "true-false"],
  begin: () => ({
    make({ chance, aim }): Draft<Walk, string> {
      const step = (1 + chance.below(4)) * (aim.below(2) === 0 ? 1 : -1);
      return { instance: { home: [5, 0], tree: [5 + step, 1 + chance.below(9)] } };
    },
    ask: ({ home, tree }) => ({
      given: `The house is at (${home.join(", ")}), the tree at (${
        tree.join(", ")
      }); y points up. `,
      question: "Walking up from the house, is the tree on your left or on your right?",
      claim: (answer) => `Walking up from the house, the tree is on your ${answer}.`,
    }),
  }),
});
