import { stepgame, verify } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { checkText, fixture } from "./_check.ts";
import { random } from "./_sparkle_maker.ts";

async function judge(story: readonly string[], question: string, label: string) {
  const checked = await checkText(stepgame, JSON.stringify({ 0: { label, question, story } }));
  assertEquals(checked.length, 1);
  return checked[0]!;
}

function ask(target: string, viewer: string): string {
  return `What is the relation of the agent ${target} to the agent ${viewer}?`;
}

Deno.test("stepgame: random walks are judged by where they really end", async () => {
  const SIGNS = [-1, 0, 1];
  const words = [
    "lower-left",
    "left",
    "upper-left",
    "below",
    "overlap",
    "above",
    "lower-right",
    "right",
    "upper-right",
  ];
  const phrases = [
    "to the lower left of",
    "to the left of",
    "to the upper left of",
    "below",
    "",
    "above",
    "to the lower right of",
    "to the right of",
    "to the upper right of",
  ];
  const index = (dx: number, dy: number) => 3 * (SIGNS.indexOf(dx)) + SIGNS.indexOf(dy);
  const steps = fc.array(fc.nat(8).filter((s) => s !== 4), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.nat(10),
      fc.nat(10),
      fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      fc.nat(8),
      async (walk, i, j, turned, claim) => {
        const at: [number, number][] = [[0, 0]];
        const story = walk.map((s, k) => {
          const [x, y] = at[k]!;
          at.push([x + Math.floor(s / 3) - 1, y + s % 3 - 1]);
          return turned[k]
            ? `K${k} is ${phrases[8 - s]} K${k + 1}.`
            : `K${k + 1} is ${phrases[s]} K${k}.`;
        });
        const [from, to] = [i % at.length, j % at.length];
        fc.pre(from !== to);
        const [dx, dy] = [at[to]![0] - at[from]![0], at[to]![1] - at[from]![1]];
        const truth = words[index(Math.sign(dx), Math.sign(dy))]!;
        const { verdict, answer } = await judge(
          story.reverse(),
          ask(`K${to}`, `K${from}`),
          words[claim]!,
        );
        assertEquals([verdict, answer], [words[claim] === truth ? "agree" : "disagree", truth]);
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("stepgame: sentences on others do not matter, a cut chain leaves it open", async () => {
  const chain = ["B is above A.", "C is to the right of B.", "Z is below Y."];
  assertEquals((await judge(chain, ask("C", "A"), "upper-right")).verdict, "agree");
  const open = await judge(chain, ask("C", "Z"), "above");
  assertEquals([open.verdict, open.answer], ["undetermined", null]);
});

Deno.test("stepgame: a story that contradicts itself leaves it open and says where", async () => {
  const round = ["B is above A.", "C is above B.", "C is to the left of A."];
  const { verdict, reason } = await judge(round, ask("C", "A"), "above");
  assertEquals(verdict, "undetermined");
  assertStringIncludes(reason!, "contradicts itself");
});

Deno.test("stepgame: unknown sentences and questions are unsupported and named", async () => {
  const sentence = await judge(["B is beside A."], ask("B", "A"), "above");
  assertEquals([sentence.verdict, sentence.reason], [
    "unsupported",
    'does not understand "B is beside A."',
  ]);
  const question = await judge(["B is above A."], "How far is B?", "above");
  assertEquals(question.verdict, "unsupported");
  assertStringIncludes(question.reason!, "How far is B?");
});

Deno.test("stepgame: the original's form, faults named", async () => {
  const checked = await checkText(stepgame, await Deno.readTextFile(fixture("stepgame.json")));
  assertEquals(
    checked.map(({ id, verdict, group }) => [id, verdict, group]),
    [
      ["0", "agree", null],
      ["1", "disagree", "X is over Y. (labelled left)"],
      ["2", "disagree", "X is over Y. (labelled left)"],
      ["3", "undetermined", "X is diagonally right and below X. (names one agent twice)"],
      [null, "invalid", null],
      [null, "invalid", null],
      ["6", "agree", null],
    ],
  );
  assertStringIncludes(checked[4]!.reason!, "story");
  assertStringIncludes(checked[5]!.reason!, '"north"');
});

Deno.test("stepgame: the corrected set's form", async () => {
  const checked = await checkText(stepgame, await Deno.readTextFile(fixture("stepgame.txt")));
  assertEquals(
    checked.map(({ where, verdict }) => [where.line, verdict]),
    [[3, "agree"], [5, "agree"], [7, "disagree"], [9, "invalid"], [10, "invalid"], [13, "agree"]],
  );
});

Deno.test("stepgame: a record a line", async () => {
  const record = (label: string) =>
    JSON.stringify({
      story: ["M is over N."],
      question: ask("M", "N"),
      label,
      k_hop: "1",
    });
  const checked = await checkText(stepgame, `${record("above")}\n{"story": [\n${record("left")}`);
  assertEquals(
    checked.map(({ where, verdict }) => [where.line, verdict]),
    [[1, "agree"], [2, "invalid"], [3, "disagree"]],
  );
});

type Pair = readonly [number, number];

/** Walks of some steps, each said by a phrase of its own and counted as it is meant. */
function walks(count: number, steps: number, meant: (phrase: number, walk: number) => Pair) {
  const said = ["above", "below", "left of", "right of", "right and above", "left and below"];
  const names = ["lower-left", "left", "upper-left", "below", "overlap", "above", "lower-right"];
  const answers = [...names, "right", "upper-right"];
  const next = random(3);
  const records = Array.from({ length: count }, (_, walk) => {
    let [x, y] = [0, 0];
    const story = Array.from({ length: steps }, (_, k) => {
      const phrase = Math.floor(next() * said.length);
      const [dx, dy] = meant(phrase, walk);
      [x, y] = [x + dx, y + dy];
      return `K${k + 1} is ${said[phrase]} K${k}.`;
    });
    const label = answers[3 * (Math.sign(x) + 1) + Math.sign(y) + 1]!;
    return [walk, { story, question: ask(`K${steps}`, "K0"), label }];
  });
  return JSON.stringify(Object.fromEntries(records));
}

const PLAIN: readonly Pair[] = [[0, 1], [0, -1], [-1, 0], [1, 0], [1, 1], [-1, -1]];

Deno.test("stepgame: faults in one axis are not put down to the opposite sentence", async () => {
  const next = random(4);
  const right: readonly Pair[] = [[1, -1], [-1, 1], [1, 1], [1, 1]];
  const text = walks(
    800,
    6,
    (phrase) => phrase === 4 ? right[Math.floor(next() * 4)]! : PLAIN[phrase]!,
  );
  const groups = new Set((await checkText(stepgame, text)).map(({ group }) => group));
  groups.delete(null);
  assertEquals([...groups].toSorted(), [
    "X is right and above Y. (labelled lower-right)",
    "X is right and above Y. (labelled upper-left)",
  ]);
});

Deno.test("stepgame: a lone wrong label is no fault of its sentence", async () => {
  const text = walks(100, 1, (phrase, walk) => walk === 50 ? [1, -1] : PLAIN[phrase]!);
  const wrong = (await checkText(stepgame, text)).filter(({ verdict }) => verdict !== "agree");
  assertEquals(wrong.map(({ id, verdict, group }) => [id, verdict, group]), [
    ["50", "disagree", null],
  ]);
});

Deno.test("stepgame: who stands off itself contradicts the story of all it is tied to", async () => {
  const twice = "B is diagonally left and above B.";
  const group = "X is diagonally left and above X. (names one agent twice)";
  const tied = ["B is to the left of C.", twice];
  for (const label of ["left", "right"]) {
    const { verdict, answer, reason, group: named } = await judge(tied, ask("B", "C"), label);
    assertEquals([verdict, answer, named], ["undetermined", null, group]);
    assertStringIncludes(reason!, `contradicts itself: ${JSON.stringify(twice)}`);
  }
  const far = ["A is above C.", "B is to the left of D.", twice];
  const agree = await judge(far, ask("A", "C"), "above");
  assertEquals([agree.verdict, agree.group], ["agree", group]);
  assertStringIncludes(agree.reason!, "left out");
  const wrong = await judge(far, ask("A", "C"), "below");
  assertEquals([wrong.verdict, wrong.group], ["disagree", group]);
  assertStringIncludes(wrong.reason!, "left out");
});

Deno.test("stepgame: a story that contradicts itself is counted in a group", async () => {
  const round = ["B is above A.", "C is above B.", "C is to the left of A."];
  assertEquals((await judge(round, ask("C", "A"), "above")).group, "the story contradicts itself");
});

Deno.test("stepgame: bytes that are no text leave the verdicts before them", async () => {
  const record = (label: string) =>
    JSON.stringify({ story: ["M is over N."], question: ask("M", "N"), label, k_hop: 1 });
  const path = await Deno.makeTempFile();
  try {
    for (const bad of [[0xff], [0x00], [0xc3, 0x28]]) {
      const lines = `${record("left")}\n${record("above")}\n${record("left")}\n`;
      const bytes = new TextEncoder().encode(`${lines}${record("below")}`);
      bytes.set(bad, bytes.length - 20);
      await Deno.writeFile(path, bytes);
      const checked = await Array.fromAsync(verify(stepgame, [path]));
      const found = checked.map(({ verdict, group, where }) => [verdict, group, where.line]);
      assertEquals(found, [
        ["disagree", "X is over Y. (labelled left)", 1],
        ["agree", null, 2],
        ["disagree", "X is over Y. (labelled left)", 3],
        ["invalid", null, 4],
      ]);
      assertStringIncludes(checked[3]!.reason!, "line 4 has");
    }
  } finally {
    await Deno.remove(path);
  }
});
