import { nlgraph, roads, tsplib } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { checkText, summarize } from "./_check.ts";

/** A square 0-1-2-3 with a diagonal: two ways of weight 3 lead from 0 to 2. */
const STORY = "In an undirected graph, the nodes are numbered from 0 to 4, and the edges are:\n" +
  "an edge between node 0 and node 1 with weight 1,\n" +
  "an edge between node 1 and node 2 with weight 2,\n" +
  "an edge between node 2 and node 3 with weight 2,\n" +
  "an edge between node 3 and node 0 with weight 1,\n" +
  "an edge between node 0 and node 2 with weight 4.\n";

async function verdictOf(from: number, to: number, answer: string) {
  const question = `${STORY}Q: Give the shortest path from node ${from} to node ${to}.\nA:`;
  const [checked] = await checkText(nlgraph, JSON.stringify({ 7: { question, answer } }));
  return checked!;
}

const says = (path: string, weight: number) =>
  `The shortest path from node 0 to node 2 is ${path} with a total weight of ${weight}`;

Deno.test("nlgraph: every shortest path is right", async () => {
  assertEquals((await verdictOf(0, 2, says("0,1,2", 3))).verdict, "agree");
  assertEquals((await verdictOf(0, 2, says("0, 3, 2", 3))).verdict, "agree");
});

Deno.test("nlgraph: the fault of a wrong answer is named", async () => {
  const reason = async (path: string, weight: number, from = 0, to = 2) => {
    const { verdict, reason } = await verdictOf(from, to, says(path, weight));
    assertEquals(verdict, "disagree");
    return reason!;
  };
  assertStringIncludes(await reason("0,2", 4), "the path weighs 4, the shortest 3");
  assertStringIncludes(await reason("0,1,2", 4), "the total is said to be 4, is 3");
  assertStringIncludes(await reason("0,1,3,2", 4), "the path: step 2: no edge leads from 1 to 3");
  assertStringIncludes(await reason("1,2", 2), "the path: begins at 1, not 0");
  const other = await verdictOf(0, 4, says("0,4", 2));
  assertStringIncludes(other.reason!, "no path leads there");
  const reverse = await verdictOf(2, 0, says("2,1,0", 3));
  assertEquals(reverse.verdict, "disagree");
  assertStringIncludes(reverse.reason!, "is on a path from node 0 to node 2");
});

Deno.test("nlgraph: what is not understood is named, a bad record does not stop the rest", async () => {
  const { verdict, reason } = await verdictOf(0, 2, "Take the bus.");
  assertEquals(verdict, "unsupported");
  assertStringIncludes(reason!, "Take the bus.");
  const checked = await checkText(
    nlgraph,
    '{"a": {"question": 3}, "b": {"question": "?", "answer": ""}}',
  );
  assertEquals(checked.map((c) => c.verdict), ["invalid", "unsupported"]);
});

Deno.test("nlgraph, roads, tsplib: a damaged number of nodes is refused before it takes memory", async () => {
  const many = STORY.replace("to 4", "to 99999999");
  const question = `${many}Q: Give the shortest path from node 0 to node 2.\nA:`;
  const [checked] = await checkText(
    nlgraph,
    JSON.stringify({ 7: { question, answer: says("0,1,2", 3) } }),
  );
  assertEquals(checked!.verdict, "invalid");
  assertStringIncludes(checked!.reason!, "must be below");
  const [graph] = await checkText(roads, "p sp 99999999 1\na 0 1 5\n", { graph: ["file"] });
  assertStringIncludes(graph!.reason!, "must be at most");
  const [tours] = await checkText(tsplib, "DIMENSION: 99999999999\n");
  assertStringIncludes(tours!.reason!, "must be a whole number from 1 to");
});

conformance(
  "nlgraph: the whole train part agrees",
  { path: "nlgraph/train.json", published: nlgraph.source },
  async (path) => {
    const { total, agree } = await summarize(nlgraph, path);
    assertEquals([total, agree], [316, 316]);
  },
);
