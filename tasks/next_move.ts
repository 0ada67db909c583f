import { GridDistances } from "../solvers/path/grid/grid_distances.ts";
import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { exact, impossible, type Outcome, tie } from "../solvers/outcome.ts";
import { FORM_KNOBS, Forms } from "./_forms.ts";
import { END_KNOBS, GridEnds } from "./_grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS, obstacles } from "./_grid_layout.ts";
import { drawGrid, GridRows, readMarkedGrid } from "./_grid_rows.ts";
import { readFields } from "./_instance.ts";
import { onlyWord } from "./_replies.ts";
import { MOVES, movesBy } from "./_route_columns.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, type JsonValue, object, type Text } from "./template.ts";
import { COMMON_WORDS } from "./words/common.ts";
import { GRID_WORDS } from "./words/grid.ts";

const KNOBS = { ...OBSTACLE_KNOBS, ...END_KNOBS, ...GRID_KNOBS, ...FORM_KNOBS } as const;

type Values = KnobValues<typeof KNOBS>;

/** The first move of a shortest way; grids where several moves are right are left out. */
export const nextMove: Task = {
  name: "next-move",
  version: 1,
  summary: "Which move begins a shortest way through a grid",
  knobs: KNOBS,
  profiles: { fair: {}, winding: { blocked: 35, detour: 50 } },
  plan,
  solve(instance): Outcome<JsonValue> {
    const { map, start, goal } = readInstance(instance);
    if (start.join() === goal.join()) return impossible("the start is the goal");
    const toGoal = new GridDistances({ map, neighbours: 4, start: goal });
    const least = toGoal.lengthTo(start);
    if (least === null) return impossible("no way leads from S to G");
    const [x, y] = start;
    const beside = [[x, y - 1], [x + 1, y], [x, y + 1], [x - 1, y]] as const;
    const right = MOVES.filter((_, d) =>
      toGoal.lengthTo(beside[d]!)?.straight === least.straight - 1
    );
    return right.length === 1 ? exact(right[0]!) : tie(right);
  },
  parse(words, knobs) {
    const { wording } = knobs as Values;
    return onlyWord(words, MOVES, GRID_WORDS[wording].moves, COMMON_WORDS[wording]);
  },
  accepts(instance, answer) {
    const outcome = this.solve(instance);
    if (outcome.status === "tie") return outcome.values.includes(answer);
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
  const grid = new StepGrid(knobs.width, knobs.height);
  const by = movesBy(grid);
  let target = 0;
  // The grid is spread from the goal, so that the moves towards it are known at the start.
  const ends = new GridEnds(grid, obstacles(knobs.blocked), knobs, {
    suits: (start) => onlyMove(grid, by, start) === target,
  });
  const cells = new GridRows(grid, 0);
  const forms = new Forms({ ...knobs, answers: 4 }, cells.width);
  const phrase = cells.width + forms.width;
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing() };

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.next.length);
      target = chance.below(4);
      ends.draw(chance);
      cells.write(rows, at, ends.goal, ends.start);
      rows[at + forms.answer] = target;
      forms.draw(chance, rows, at);
    },
    marks: cells.letterMarks(2, knobs.wording),
    parts: {
      ...forms.parts({
        given: fill(knobs.given === "text" ? words.given : words.shown, slots),
        question: choice(phrase, words.next),
        claim: (claim) => fill(words.nextClaim, { ...slots, claim }),
        answers: words.moves,
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

/** The one move from an id towards the source of the spread; -1 where there are several. */
function onlyMove(grid: StepGrid, by: readonly number[], id: number): number {
  let only = -1;
  for (let d = 0; d < 4; d++) {
    if (grid.steps[id + by[d]!] !== grid.steps[id]! - 1) continue;
    if (only >= 0) return -1;
    only = d;
  }
  return only;
}
