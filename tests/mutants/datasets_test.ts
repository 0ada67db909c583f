import { type Claim, type Dataset, DATASETS, type Reading } from "../../datasets/mod.ts";
import { checkDataset, type Finding } from "../../testing/mod.ts";
import { assertEquals } from "../_assert.ts";
import { SOUND } from "../datasets/_sound.ts";

const NO_CLAIM = "nothing that one record says can be wrong";
const ENDS = "what stands behind the end of its format is no part of it";

/** What need not hold, by dataset, and why; an excuse for what holds is a fault. */
const EXCUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mesh: { "own claim": "a mesh claims nothing", swallows: ENDS },
  tsplib: {
    "own claim": "claims stand in a file of tours or of optima",
    where: "a record stands where its claim does",
    swallows: ENDS,
  },
  hardtsplib: { swallows: ENDS },
  matres: { "own claim": NO_CLAIM },
  tiger: { "own claim": NO_CLAIM },
  vsr: { "own claim": NO_CLAIM },
  robospatial: { "own claim": "a scene is read, and claims nothing" },
};

for (const sound of SOUND) {
  Deno.test(`suite: the dataset ${sound.dataset} keeps the contract of datasets`, async () => {
    const dataset = DATASETS.find(({ name }) => name === sound.dataset)!;
    const excused = EXCUSED[sound.dataset] ?? {};
    assertEquals(await checkDataset(dataset, { ...sound, excused }), []);
  });
}

/** A toy: each line is two numbers and their claimed sum. */
const sums: Dataset = {
  name: "sums",
  summary: "Sums of two numbers",
  source: "https://example.org",
  licence: "MIT",
  companions: [],
  async *read(file) {
    let line = 0;
    for await (const text of file.lines()) {
      line++;
      if (text.trim() !== "") yield sumOf(text, { file: file.path, line });
    }
  },
};

function sumOf(text: string, where: Claim["where"]): Reading {
  const found = /^(\d+) (\d+) (\d+)$/.exec(text);
  if (found === null) {
    return { kind: "bad", where, message: `Cannot read ${text}: must be three numbers` };
  }
  const [, a, b, claimed] = found.map(String);
  const sum = String(Number(a) + Number(b));
  return {
    ...{ kind: "claim", id: `${where.line}`, where, claimed: claimed! },
    judge: () => ({
      verdict: sum === claimed ? "agree" : "disagree",
      ...{ answer: sum, reason: sum === claimed ? null : `is ${sum}`, margin: null },
    }),
  };
}

const TEXT = "1 2 3\n2 2 4\n10 5 15\n";

/** The toy with each record that it reads changed, or left out. */
function changed(change: (reading: Reading, count: number) => Reading | null): Dataset {
  return {
    ...sums,
    async *read(file, context) {
      let count = 0;
      for await (const reading of sums.read(file, context)) {
        const other = change(reading, count++);
        if (other !== null) yield other;
      }
    },
  };
}

let calls = 0;

/** Every fault that was planted, each with the rule that must find it. */
const MUTANTS: readonly (readonly [name: string, rule: string, dataset: Dataset])[] = [
  ["no licence", "declared", { ...sums, licence: "" }],
  ["bad records are swallowed", "swallows", changed((r) => r.kind === "bad" ? null : r)],
  [
    "a claim is judged by its own claim",
    "own claim",
    changed((r) =>
      r.kind === "bad" ? r : {
        ...r,
        judge: () => ({ verdict: "agree", answer: r.claimed, reason: null, margin: null }),
      }
    ),
  ],
  ["records share an id", "ids", changed((r) => r.kind === "bad" ? r : { ...r, id: "1" })],
  ["records stand nowhere", "where", changed((r) => ({ ...r, where: { file: "elsewhere" } }))],
  [
    "a sound record is refused",
    "reads",
    changed((r, i) =>
      i === 1 ? { kind: "bad", where: r.where, message: "Cannot read it, must be better" } : r
    ),
  ],
  [
    "every other reading is another",
    "repeats",
    changed((r) => r.kind === "bad" ? r : { ...r, id: `${r.id} ${calls++}` }),
  ],
];

Deno.test("mutants: nothing is found in a dataset without a fault", async () => {
  assertEquals(await checkDataset(sums, { path: "sums.txt", text: TEXT }), []);
});

Deno.test("mutants: each fault of a dataset is found, by the rule for it", async () => {
  const alive: string[] = [];
  for (const [name, rule, dataset] of MUTANTS) {
    const findings = await checkDataset(dataset, { path: "sums.txt", text: TEXT });
    const reason: Finding | undefined = findings.find((finding) => finding.rule === rule);
    if (reason === undefined) alive.push(name);
    console.log(`${name.padEnd(40)} ${rule.padEnd(10)} ${reason?.says ?? "NOT FOUND"}`);
  }
  assertEquals(alive, []);
});
