import {
  addSummary,
  addToSummary,
  checkedJson,
  type Dataset,
  emptySummary,
  openFile,
  type SourceFile,
  type Summary,
  summaryJson,
  type VERDICTS,
  verify as verifyFiles,
} from "../datasets/mod.ts";
import type { JsonValue, ShardRange } from "../tasks/mod.ts";
import { breather, onInterrupt, removeQuietly } from "./_interrupt.ts";
import { makePart, type Part, type PartRecord, type Piece, statePath } from "./_part.ts";
import { digestOf, sizeOf } from "./_disk.ts";
import { RunFolder } from "./_run_folder.ts";

/** A verification whose verdicts go to a folder, part by part. */
export interface VerifyPartsJob {
  /** The reader. */
  readonly dataset: Dataset;
  /** The files, in order; each part is some that follow each other. */
  readonly paths: readonly string[];
  /** The companion files by key. */
  readonly companions: ReadonlyMap<string, readonly string[]>;
  /** Seconds for a record, or null. */
  readonly budget: number | null;
  /** The folder. */
  readonly out: string;
  /** How many parts there are. */
  readonly parts: number;
  /** Which of them are to be made, counted from 0. */
  readonly own: ShardRange;
  /** Whether other processes make the other parts. */
  readonly shared: boolean;
  /** The most characters of a line. */
  readonly lineLimit: number;
  /** Told of every record, and of the bytes that were read. */
  readonly onRead: (bytes: number) => void;
}

/** What came of it. */
export interface VerifiedParts {
  /** The counts of this process's parts, those that stood there included. */
  readonly summary: Summary;
  /** How many parts stood there. */
  readonly kept: number;
  /** How many parts of the whole are missing. */
  readonly missing: number;
}

/**
 * Makes the parts that are not whole: verdicts by the very protection of `generate`. A part counts
 * as whole as long as its files are those that were read.
 *
 * @throws Error when something cannot be read or written, or another process is at it
 */
export async function verifyParts(job: VerifyPartsJob): Promise<VerifiedParts> {
  const { dataset, paths, companions, budget, out, parts, own, shared } = job;
  const files = [...paths, ...companionFiles(job)];
  const config = {
    dataset: dataset.name,
    files: files.map((path) => ({ path, bytes: requiredSize(path) })),
    companions: Object.fromEntries(companions) as Record<string, JsonValue>,
    budget,
  };
  const plan = { config, items: paths.length, parts, whole: "verdicts.jsonl" };
  using folder = await RunFolder.open(out, plan, { shared });
  const summary = emptySummary();
  let kept = 0;
  for (let number = own.first + 1; number <= own.first + own.count; number++) {
    const part = folder.part(number);
    const standing = await wholeRecord(folder, part, job);
    if (standing !== null) kept++;
    const record = standing ?? await makeVerdicts(folder, part, job);
    addSummary(summary, readSummary(record));
  }
  return { summary, kept, missing: folder.finish() };
}

/** A file is read twice, for its digest and for its records, which a pipe is not. */
function requiredSize(path: string): number {
  const size = sizeOf(path);
  if (size !== null && Deno.statSync(path).isFile) return size;
  const is = size === null ? "not there" : "no regular file";
  throw new Error(`Cannot read ${path}: it is ${is}, must be a file that can be read twice`);
}

/** The record of a part that is whole, and whose files are what they were. */
async function wholeRecord(
  folder: RunFolder,
  part: Part,
  job: VerifyPartsJob,
): Promise<PartRecord | null> {
  if (!await folder.isWhole(part, () => [])) return null;
  const record = folder.recordOf(part)!;
  const inputs = await inputsOf(part, job);
  return JSON.stringify(inputs) === JSON.stringify(record.more?.inputs) ? record : null;
}

/** The companions that are files. */
function companionFiles({ dataset, companions }: VerifyPartsJob): string[] {
  const words = new Set(dataset.companions.filter((c) => c.isWord).map(({ key }) => key));
  return [...companions].flatMap(([key, paths]) => words.has(key) ? [] : paths);
}

/** The files of a part and its companions, with their digests. */
async function inputsOf({ first, count }: Part, job: VerifyPartsJob) {
  const inputs: Record<string, string> = {};
  for (const path of [...job.paths.slice(first, first + count), ...companionFiles(job)]) {
    inputs[path] = (await digestOf(path))!.sha256;
  }
  return inputs;
}

async function makeVerdicts(
  folder: RunFolder,
  part: Part,
  job: VerifyPartsJob,
): Promise<PartRecord> {
  using _ = onInterrupt(() => {
    removeQuietly(statePath(folder.path, part, "part"));
    folder[Symbol.dispose]();
  });
  const summary = emptySummary();
  const inputs = await inputsOf(part, job);
  return await makePart(
    folder.path,
    part,
    verdicts(part, job, summary),
    () => ({ inputs, summary: writeSummary(summary) }),
  );
}

/** So many characters of verdicts are gathered. */
const BUFFER = 1 << 16;

async function* verdicts(
  { first, count }: Part,
  { dataset, paths, companions, budget, lineLimit, onRead }: VerifyPartsJob,
  summary: Summary,
): AsyncGenerator<Piece> {
  const encoder = new TextEncoder();
  const breathe = breather();
  const open = (path: string): Promise<SourceFile> => openFile(path, { onRead, lineLimit });
  const own = paths.slice(first, first + count);
  let text = "";
  for await (const checked of verifyFiles(dataset, own, { companions, budget, open })) {
    addToSummary(summary, checked);
    text += `${checkedJson(checked)}\n`;
    await breathe();
    if (text.length < BUFFER) continue;
    yield { lines: encoder.encode(text), count: 0, pictures: null };
    text = "";
  }
  yield { lines: encoder.encode(text), count, pictures: null };
}

/** A summary as it is recorded; sums are texts, for they may be longer than numbers of JSON. */
function writeSummary(summary: Summary): JsonValue {
  const totals = Object.fromEntries(Array.from(summary.totals, ([k, sum]) => [k, String(sum)]));
  return { ...JSON.parse(summaryJson(summary)), totals };
}

function readSummary({ more }: PartRecord): Summary {
  const recorded = more!.summary as {
    readonly groups: Record<string, number>;
    readonly totals: Record<string, string>;
  } & Record<"total" | typeof VERDICTS[number], number>;
  const { groups, totals } = recorded;
  return {
    ...recorded,
    groups: new Map(Object.entries(groups)),
    totals: new Map(Object.entries(totals).map(([name, sum]) => [name, BigInt(sum)])),
  };
}
