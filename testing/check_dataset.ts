import type { Dataset } from "../datasets/dataset.ts";
import { textFile } from "../datasets/text_file.ts";
import { type Checked, verify } from "../datasets/verify.ts";
import { type Finding, Findings } from "./finding.ts";

/** How a dataset is checked. */
export interface CheckDatasetOptions {
  /** The path of a sound file. */
  readonly path: string;
  /** What stands in it: one record or more, whose claims are right, or left open. */
  readonly text: string;
  /** Other files that are read beside it, by path. */
  readonly others?: Readonly<Record<string, string>>;
  /** The paths of companion files by key. */
  readonly companions?: Readonly<Record<string, string>>;
  /** Rules that need not hold, and why; an excuse for one that does hold is a finding. */
  readonly excused?: Readonly<Record<string, string>>;
}

/** Words that are exchanged, and digits that are raised, until a claim is wrong. */
const EXCHANGED: readonly (readonly [string, string])[] = [
  ["yes", "no"],
  ["Yes", "No"],
  ["true", "false"],
  ["True", "False"],
  ["above", "below"],
  ["left", "right"],
  ["front", "back"],
  ["before", "after"],
  ["inside", "outside"],
  ["north", "south"],
  ["east", "west"],
  ["consistent", "inconsistent"],
  ["satisfiable", "unsatisfiable"],
  ["entailment", "contradiction"],
  ["ec", "dc"],
];

/** So many texts with another claim are tried. */
const TRIES = 80;

/** What no format has. */
const JUNK = '@@ {"no": record, of any [kind @@';

/**
 * Holds a dataset to the contract of all datasets: it says what it is, reads a sound file record by
 * record and twice alike, tells what it cannot read, and finds a wrong claim wrong.
 *
 * @param dataset the dataset
 * @param options a sound file, what stands beside it, and what need not hold
 * @returns what was found, three of each rule at most; empty for a dataset that keeps the contract
 *
 * Cost: some milliseconds for a small file.
 *
 * @example
 * ```ts
 * import { bbhNavigate } from "@alidade/core/datasets";
 * import { checkDataset } from "@alidade/core/testing";
 * import { assertEquals } from "@std/assert";
 *
 * const input = "If you follow these instructions, do you return to the starting point? " +
 *   "Take 2 steps. Turn around. Take 2 steps.\nOptions:\n- Yes\n- No";
 * const text = JSON.stringify({ examples: [{ input, target: "Yes" }] });
 * assertEquals(await checkDataset(bbhNavigate, { path: "a.json", text }), []);
 * ```
 */
export async function checkDataset(
  dataset: Dataset,
  options: CheckDatasetOptions,
): Promise<readonly Finding[]> {
  const { text, excused = {} } = options;
  const findings = new Findings(excused);
  for (const field of ["name", "summary", "source", "licence"] as const) {
    findings.demand(dataset[field].trim().length > 1, "declared", `no ${field}`);
  }
  const sound = await read(dataset, options, text);
  findings.demand(sound.length > 0, "reads", "no record is read");
  for (const { verdict, reason } of sound) {
    const isRead = verdict !== "invalid" && verdict !== "unsupported";
    findings.demand(isRead, "reads", `a sound record is ${verdict}: ${reason}`);
  }
  const ids = sound.map(({ id, where }) => `${where.file} ${id}`);
  findings.demand(new Set(ids).size === ids.length, "ids", "two records have one id");
  for (const { where } of sound) {
    findings.demand(where.file === options.path, "where", `a record stands in ${where.file}`);
  }
  const again = await read(dataset, options, text);
  findings.demand(told(again) === told(sound), "repeats", "a second reading gives others");
  await checkJunk(dataset, options, sound, findings);
  await checkClaims(dataset, options, findings);
  return findings.list();
}

/** What cannot be read is told: alone, and behind what can. */
async function checkJunk(
  dataset: Dataset,
  options: CheckDatasetOptions,
  sound: readonly Checked[],
  findings: Findings,
): Promise<void> {
  const { text } = options;
  const alone = await read(dataset, options, `${JUNK}\n`);
  const isTold = alone.some(({ verdict }) => verdict === "invalid");
  findings.demand(isTold, "swallows", "a file without a record is read without a word");
  const behind = await read(dataset, options, `${text.trimEnd()}\n${JUNK}\n`);
  findings.demand(told(behind) !== told(sound), "swallows", "what stands behind is not told");
  const cut = await read(dataset, options, text.trimEnd().slice(0, -Math.ceil(text.length / 3)));
  findings.demand(told(cut) !== told(sound), "swallows", "a third is cut off without a word");
}

/** Among texts with other claims, or other facts, some claim is found wrong. */
async function checkClaims(
  dataset: Dataset,
  options: CheckDatasetOptions,
  findings: Findings,
): Promise<void> {
  let tries = 0;
  for (const text of otherTexts(options.text)) {
    if (tries++ === TRIES) break;
    const checked = await read(dataset, options, text).catch(() => []);
    if (checked.some(({ verdict }) => verdict === "disagree")) return;
  }
  findings.add("own claim", `of ${tries} altered files none has a claim that is found wrong`);
}

/** A text with one word exchanged or one number raised, the last ones first: claims stand behind. */
function* otherTexts(text: string): Generator<string> {
  for (const [a, b] of EXCHANGED) {
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const places = [...text.matchAll(new RegExp(`\\b${from}\\b`, "g"))].reverse();
      for (const { index } of places.slice(0, 3)) {
        yield text.slice(0, index) + to + text.slice(index + from.length);
      }
    }
  }
  for (const { index, 0: digit } of [...text.matchAll(/\d/g)].reverse()) {
    yield text.slice(0, index) + (Number(digit) + 1) % 10 + text.slice(index + 1);
  }
}

async function read(
  dataset: Dataset,
  { path, others = {}, companions = {} }: CheckDatasetOptions,
  text: string,
): Promise<Checked[]> {
  const files: Readonly<Record<string, string>> = { ...others, [path]: text };
  const open = (name: string) =>
    Object.hasOwn(files, name)
      ? Promise.resolve(textFile(name, files[name]!))
      : Promise.reject(new Error(`Cannot read ${name}: absent, must be there`));
  const given = Object.entries(companions).map(([key, name]) => [key, [name]] as const);
  return await Array.fromAsync(verify(dataset, [path], { open, companions: new Map(given) }));
}

/** What a reading says, without reasons. */
function told(checked: readonly Checked[]): string {
  return JSON.stringify(
    checked.map(({ id, claimed, answer, verdict }) => [id, claimed, answer, verdict]),
  );
}
