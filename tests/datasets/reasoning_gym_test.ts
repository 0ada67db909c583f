import { reasoningGym } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { checkText, summarize } from "./_check.ts";

const MAZE = `Navigate from 'S' (start) to '*' (goal):

\`\`\`
#####
#S.*#
#.#.#
#...#
#####
\`\`\`
Legend: '#' = Wall, '.' = Passage

What is the minimum number of steps to reach the goal?
Give only the number of steps as your final answer, no other text or formatting.`;

const GRID =
  `Your task is to find the shortest path from the start to the destination point in a grid.

The grid is represented as a matrix with the following types of cells:
- *: your starting point
- #: your destination point
- O: an open cell
- X: a blocked cell

Therefore, you need to find the shortest path from * to #, moving only through open cells.

You may only move in four directions: up, down, left, and right.

If there is no path from * to #, simply write "infeasible" (without quotes).

Now, find the shortest path from * to # in the following grid:
* O X
O X O
O O #
`;

async function check(generator: string, question: string, answer: unknown) {
  const record = { question, answer, metadata: { source_dataset: generator, source_index: 7 } };
  const [checked] = await checkText(reasoningGym, JSON.stringify(record));
  return checked!;
}

Deno.test("reasoningGym: mazes are counted in steps", async () => {
  const right = await check("maze", MAZE, "2");
  assertEquals([right.id, right.verdict, right.answer], ["7", "agree", "2"]);
  assertEquals((await check("maze", MAZE, "3")).verdict, "disagree");
  const closed = MAZE.replace("#S.*#", "#S#*#").replace("#.#.#", "###.#");
  assertEquals((await check("maze", closed, "2")).answer, "infeasible");
});

Deno.test("reasoningGym: any shortest way is right, and its word for none", async () => {
  const verdict = async (words: string, question = GRID) =>
    (await check("shortest_path", question, words)).verdict;
  assertEquals(await verdict("down down right right"), "agree");
  assertEquals(await verdict("down up down down right right"), "disagree");
  assertEquals(await verdict("infeasible"), "disagree");
  assertEquals(await verdict(""), "disagree");
  const closed = GRID.replace("X O\nO O #", "X X\nO X #");
  assertEquals(await verdict("infeasible", closed), "agree");
  assertEquals(await verdict("down", closed), "disagree");
  const fault = await check("shortest_path", GRID, "right right down down");
  assertStringIncludes(fault.reason!, "step 2, from (1, 0) to (2, 0), enters a blocked cell");
});

Deno.test("reasoningGym: what cannot be read is named", async () => {
  const other = await check("largest_island", "How large?", "5");
  assertEquals(other.verdict, "unsupported");
  assertStringIncludes(other.reason!, '"largest_island"');
  assertEquals((await check("maze", "Where am I?", "5")).verdict, "unsupported");
  assertEquals((await check("maze", MAZE, 5)).verdict, "invalid");
  const twice = await check("maze", MAZE.replace("#...#", "#.S.#"), "2");
  assertStringIncludes(twice.reason!, '"S" stands in 2 cells');
  const ragged = await check("maze", MAZE.replace("#...#", "#..#"), "2");
  assertStringIncludes(ragged.reason!, "row 3 has 4 cells");
});

for (const name of ["maze", "shortest_path"]) {
  conformance(
    `reasoningGym: every item of ${name} agrees`,
    { path: `reasoning_gym/${name}_default_s42.jsonl`, published: reasoningGym.source },
    async (path) => {
      const { total, agree } = await summarize(reasoningGym, path);
      assertEquals([total, agree], [1000, 1000]);
    },
  );
}
