import { errorWords } from "../geometry/error_words.ts";
import type { Margin } from "../solvers/outcome.ts";
import type {
  BadRecord,
  Claim,
  Dataset,
  Judgement,
  ReadContext,
  Reading,
  SourceFile,
  Verdict,
  Where,
} from "./dataset.ts";
import { TextFault } from "./_decode_text.ts";
import { judgeClaim } from "./judge_claim.ts";
import { openFile } from "./open_file.ts";

/** One record, checked. */
export interface Checked {
  /** The record's id; null for a record that cannot be read. */
  readonly id: string | null;
  /** Where the record stands. */
  readonly where: Where;
  /** The claimed answer, as words; null for a record that cannot be read. */
  readonly claimed: string | null;
  /** Our answer, as words; null when there is none. */
  readonly answer: string | null;
  /** How the claim stands. */
  readonly verdict: Verdict;
  /** Why, wherever the verdict is not a plain agreement. */
  readonly reason: string | null;
  /** How far the nearest decision boundary is, at least. */
  readonly margin: Margin | null;
  /** A kind under which the summary counts this record; null when it has none. */
  readonly group: string | null;
  /** Exact figures that the summary adds up. */
  readonly totals: Readonly<Record<string, bigint>>;
}

/** What {@link verify} may use beside the files. */
export interface VerifyOptions {
  /** The companion files by key, such as the graph of a file of distances. */
  readonly companions?: ReadonlyMap<string, readonly string[]>;
  /** Seconds one record may take where a solver can run long; null, the default, is unbounded. */
  readonly budget?: number | null;
  /** Opens a file by path; the default reads the disk. */
  readonly open?: (path: string) => Promise<SourceFile>;
  /** The names in a folder; the default reads the disk. */
  readonly list?: (folder: string) => Promise<readonly string[]>;
}

/**
 * Checks every claimed answer of files of outside data, as a stream: memory does not grow with the
 * number of records. A record that cannot be read is yielded as `invalid`, and reading goes on; so
 * is a file that cannot be read further, or holds no record, and the next file is read.
 *
 * @param dataset the reader, from {@link DATASETS} or one's own
 * @param paths the files, in order
 * @param options companions, budget and how to open files
 * @returns one result a record, in the order of the files
 * @throws Error, at the first step, when a companion is not given or a file cannot be opened
 *
 * @example
 * ```ts
 * import { bbhNavigate, textFile, verify } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const input = "If you follow these instructions, do you return to the starting point? " +
 *   "Take 2 steps. Turn around. Take 2 steps.\nOptions:\n- Yes\n- No";
 * const text = JSON.stringify({ examples: [{ input, target: "Yes" }] });
 * const open = (path: string) => Promise.resolve(textFile(path, text));
 *
 * for await (const { verdict } of verify(bbhNavigate, ["navigate.json"], { open })) {
 *   assertEquals(verdict, "agree");
 * }
 * ```
 */
export async function* verify(
  dataset: Dataset,
  paths: Iterable<string>,
  options: VerifyOptions = {},
): AsyncGenerator<Checked> {
  const { companions = new Map(), budget = null, open = openFile, list = listFolder } = options;
  requireCompanions(dataset, companions);
  const exists = (path: string) => open(path).then(() => true, () => false);
  const context: ReadContext = { companions, budget, open, exists, list };
  // Opened before the first is read: a mistyped last name is told at once.
  const files = await Promise.all(Array.from(paths, async (path) => {
    if (!dataset.readsFolders) return await open(path);
    return await open(path).catch((error) =>
      list(path).then(() => folder(path), () => {
        throw error;
      })
    );
  }));
  for (const file of files) {
    let last: Checked | null = null;
    for await (const reading of readWhole(dataset, file, context)) {
      if (last !== null) yield last;
      last = await check(reading);
    }
    if (last !== null) yield dataset.claimEndsLine === true ? await unlessCut(last, file) : last;
  }
}

/** The last record; one that may be wrong because its file is cut off inside the claim is bad. */
async function unlessCut(checked: Checked, file: SourceFile): Promise<Checked> {
  const { verdict, claimed, answer, where } = checked;
  if (verdict !== "disagree" || answer === null || where.file !== file.path) return checked;
  const said = lastWord(claimed!);
  const right = lastWord(answer);
  if (said === right || !right.startsWith(said) || await hasLineEnd(file)) return checked;
  const message =
    `Cannot trust the last line: it has no line end, so ${JSON.stringify(said)} may ` +
    `be cut off from ${JSON.stringify(right)}, must have one`;
  return fromBad({ kind: "bad", where, message });
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

async function hasLineEnd(file: SourceFile): Promise<boolean> {
  let last = "";
  for await (const chunk of file.chunks()) last = chunk.at(-1) ?? last;
  return last === "\n";
}

/** A folder in the place of a file. */
function folder(path: string): SourceFile {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error(`Cannot read ${path}: it is a folder`));
  return {
    path,
    text: refuse,
    bytes: refuse,
    async *chunks() {
      yield await refuse();
    },
    async *lines() {
      yield await refuse();
    },
  };
}

async function listFolder(path: string): Promise<readonly string[]> {
  return (await Array.fromAsync(Deno.readDir(path), (entry) => entry.name)).sort();
}

/** The records of one file; one that cannot be read further, or holds none, ends with a bad one. */
async function* readWhole(
  dataset: Dataset,
  file: SourceFile,
  context: ReadContext,
): AsyncIterable<Reading> {
  const where = { file: file.path };
  let isEmpty = true;
  try {
    for await (const reading of dataset.read(file, context)) {
      isEmpty = false;
      yield reading;
    }
  } catch (error) {
    // A TypeError is a fault of the reader's, not of the file.
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    const isHere = error instanceof TextFault && error.path === file.path;
    const at = isHere ? { ...where, line: error.line } : where;
    yield { kind: "bad", where: at, message: errorWords(error) };
    return;
  }
  if (!isEmpty) return;
  const message = `Cannot read ${file.path}: it has no record of ${dataset.name}, must have one`;
  yield { kind: "bad", where, message };
}

function requireCompanions(dataset: Dataset, given: ReadonlyMap<string, readonly string[]>): void {
  for (const { key, summary, required } of dataset.companions) {
    if (required && !given.get(key)?.length) {
      throw new Error(
        `Cannot verify ${dataset.name}: no companion "${key}", must be given: ${summary}`,
      );
    }
  }
}

function check(reading: Reading): Checked | Promise<Checked> {
  if (reading.kind === "bad") return fromBad(reading);
  try {
    if ("question" in reading) return fromClaim(reading, judgeClaim(reading));
    const judgement = reading.judge();
    if (!(judgement instanceof Promise)) return fromClaim(reading, judgement);
    return judgement.then((j) => fromClaim(reading, j), (error) => fromError(reading, error));
  } catch (error) {
    return fromError(reading, error);
  }
}

function fromClaim({ id, where, claimed }: Claim, judgement: Judgement): Checked {
  const { verdict, answer, reason, margin, group = null, totals = {} } = judgement;
  return { id, where, claimed, answer, verdict, reason, margin, group, totals };
}

function fromError(claim: Claim, error: unknown): Checked {
  const reason = errorWords(error);
  return fromClaim(claim, { verdict: "invalid", answer: null, reason, margin: null });
}

function fromBad({ where, message }: BadRecord): Checked {
  return {
    id: null,
    where,
    claimed: null,
    answer: null,
    verdict: "invalid",
    reason: message,
    margin: null,
    group: null,
    totals: {},
  };
}
