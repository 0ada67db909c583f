import { countGridPaths } from "../solvers/path/grid/count_grid_paths.ts";
import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { exact, type Outcome } from "../solvers/outcome.ts";
import { FORM_KNOBS } from "./_forms.ts";
import { END_KNOBS, GridEnds } from "./_grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS, obstacles } from "./_grid_layout.ts";
import { drawGrid, GridRows, readMarkedGrid } from "./_grid_rows.ts";
import { readFields } from "./_instance.ts";
import { NumberForms } from "./_number_forms.ts";
import { onlyNumber } from "./_replies.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, type JsonValue, object, type Text } from "./template.ts";
import { COMMON_WORDS } from "./words/common.ts";
import { GRID_WORDS } from "./words/grid.ts";

const KNOBS = {
  ...OBSTACLE_KNOBS,
  least: END_KNOBS.least,
  most: END_KNOBS.most,
  detour: END_KNOBS.detour,
  fewest: { type: "integer", least: 1, most: 50, default: 2, doc: "the fewest shortest ways" },
  ways: { type: "integer", least: 1, most: 5000, default: 40, doc: "the most shortest ways" },
  ...GRID_KNOBS,
  ...FORM_KNOBS,
} as const;

type Values = KnobValues<typeof KNOBS>;

/** How many shortest ways lead from one cell of a grid to another. */
export const pathCount: Task = {
  name: "path-count",
  version: 1,
  summary: "How many shortest ways lead from one cell of a grid to another",
  knobs: KNOBS,
  profiles: { fair: {}, open: { blocked: 0 } },
  plan,
  solve(instance) {
    const { map, start, goal } = readInstance(instance);
    const count = countGridPaths({ map, start, goal, neighbours: 4 });
    return count.status === "exact"
      ? exact(Number(count.value)) as Outcome<JsonValue>
      : count as Outcome<never>;
  },
  parse(words) {
    const number = onlyNumber(words);
    return number === null ? null : Number(number);
  },
  accepts(instance, answer) {
    const outcome = this.solve(instance);
    return outcome.status === "exact" && outcome.value === answer;
  },
  draw(instance, alt) {
    return drawGrid(readInstance(instance).rows, { alt });
  },
};

function readInstance(instance: unknown) {
  return readMarkedGrid(readFields(instance, ["rows"]).rows);
}

function plan(knobs: Values): Plan {
  if (knobs.fewest > knobs.ways) {
    throw new RangeError(
      `Cannot use knobs: fewest ${knobs.fewest} and ways ${knobs.ways}, fewest must not be greater`,
    );
  }
  const grid = new StepGrid(knobs.width, knobs.height);
  const settings = { ...knobs, unique: false, gap: 0 };
  const ends = new GridEnds(grid, obstacles(knobs.blocked), settings, {
    suits: (goal) => grid.ways[goal]! >= knobs.fewest && grid.ways[goal]! <= knobs.ways,
  });
  const cells = new GridRows(grid, 0);
  const forms = new NumberForms({ ...knobs, most: knobs.ways, scale: 0 }, cells.width);
  const phrase = cells.width + forms.width;
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing() };

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.count.length);
      ends.draw(chance);
      cells.write(rows, at, ends.start, ends.goal);
      rows[at + forms.answer] = grid.ways[ends.goal]!;
      forms.draw(chance, rows, at);
    },
    marks: cells.letterMarks(2, knobs.wording),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.count),
        claim: (claim) => fill(words.countClaim, { ...slots, claim }),
        words: COMMON_WORDS[knobs.wording],
      }),
      frame: "y-down",
      margin: null,
      unit: null,
      instance: object({ rows: cells.shape() }),
      alt: fill(words.alt, slots),
    },
  };
}
