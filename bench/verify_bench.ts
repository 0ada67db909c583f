/**
 * Verification, end to end, per reader: 1,000 records of its form from memory, read, solved and
 * compared. Each text is checked to agree throughout before it is timed. Parsing the same JSON and
 * nothing else stands beside, as the floor.
 */
import {
  babi,
  bbhNavigate,
  type Dataset,
  geodesic,
  orient,
  sparkle,
  stepgame,
  textFile,
  verify,
} from "../datasets/mod.ts";
import { makePicture, makeTour, random, toFile } from "../tests/datasets/_sparkle_maker.ts";

const COUNT = 1000;
const next = random(1);
const records = <T>(make: (index: number) => T) => Array.from({ length: COUNT }, (_, i) => make(i));

/** A walk of ten steps to the right and up, in shuffled order. */
function stepgameRecord() {
  const story = Array.from(
    { length: 10 },
    (_, i) =>
      i % 2 === 0
        ? `P${i + 1} is diagonally above P${i} to the right at a 45 degree angle.`
        : `P${i} and P${i + 1} are side by side with P${i} to the left and P${i + 1} to the right.`,
  ).sort(() => next() - 0.5);
  const question = "What is the relation of the agent P10 to the agent P0?";
  return { story, question, label: "upper-right" };
}

function navigateRecord() {
  const steps = records(() => "").slice(0, 8).map(() =>
    `Take ${1 + Math.floor(9 * next())} steps.`
  );
  const walk = steps.join(" Turn left. ");
  const question = "If you follow these instructions, do you return to the starting point?";
  const away = ["Take 1000 steps.", "Turn left.", walk].join(" ");
  return { input: `${question} ${away}\nOptions:\n- Yes\n- No`, target: "No" };
}

const STORY = [
  "1 The garden is west of the bathroom.",
  "2 The bedroom is north of the hallway.",
  "3 The office is south of the hallway.",
  "4 The bathroom is north of the bedroom.",
  "5 The kitchen is east of the bedroom.",
  "6 How do you go from the bathroom to the hallway?\ts,s\t4 2",
].join("\n");

/** 30 degrees along the equator, by its closed form. */
const EQUATOR = [0, 0, 90, 0, 30, 90, 6378137 * Math.PI / 6, 0, 0, 0];
const ARC = 30 / (1 - 1 / 298.257223563);
EQUATOR[7] = ARC;
EQUATOR[8] = 6378137 * (1 - 1 / 298.257223563) * Math.sin(ARC * Math.PI / 180);

const TEXTS: readonly (readonly [Dataset, string])[] = [
  [stepgame, JSON.stringify(records(stepgameRecord))],
  [babi, records(() => STORY).join("\n")],
  [bbhNavigate, JSON.stringify({ examples: records(navigateRecord) })],
  [orient, records((i) => `${i} 0 0 ${1 + next()} 0 ${next()} ${0.5 + next()} 1`).join("\n")],
  [geodesic, records(() => EQUATOR.join(" ")).join("\n")],
  [sparkle, toFile(records((i) => makeTour(i, "open-free", next)))],
];

async function run(dataset: Dataset, text: string): Promise<number> {
  const open = (path: string) => Promise.resolve(textFile(path, text));
  let agree = 0;
  for await (const { verdict } of verify(dataset, ["memory"], { open })) {
    if (verdict === "agree") agree++;
  }
  return agree;
}

for (const [dataset, text] of TEXTS) {
  const agree = await run(dataset, text);
  if (agree !== COUNT) {
    throw new Error(`Cannot time ${dataset.name}: ${agree} agree, must be ${COUNT}`);
  }
  Deno.bench(
    `${dataset.name}: 1,000 records`,
    { group: dataset.name, baseline: true },
    async () => {
      await run(dataset, text);
    },
  );
  if (!text.startsWith("{") && !text.startsWith("[")) continue;
  Deno.bench(`${dataset.name}: JSON.parse alone`, { group: dataset.name }, () => {
    JSON.parse(text);
  });
}

const picturesText = toFile(records((i) => makePicture(i, 8, next)));
Deno.bench("sparkle: 1,000 pictures of nine facts", { group: "sparkle" }, async () => {
  await run(sparkle, picturesText);
});
