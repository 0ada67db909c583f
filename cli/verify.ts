import {
  addToSummary,
  type Checked,
  checkedJson,
  type Dataset,
  emptySummary,
  openFile,
  sortedGroups,
  type Summary,
  summaryJson,
  VERDICTS,
  verify as verifyFiles,
} from "../datasets/mod.ts";
import { type AsideFile, writeAside } from "./_aside.ts";
import { breather } from "./_interrupt.ts";
import { type Options, readOptions } from "./_options.ts";
import { withOwn } from "./_own.ts";
import { limitOf } from "./_limits.ts";
import { readParts } from "./_read_parts.ts";
import { startProgress } from "./_progress.ts";
import { verifyParts } from "./_verify_parts.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";
import { findDataset } from "./datasets.ts";

const HELP = `alidade verify: check every claimed answer of outside data

Usage: alidade verify DATASET FILE... [OPTION...]

  DATASET            a name (see: alidade datasets), or a module of one's own that exports a
                     dataset, such as ./my_dataset.ts

  --with KEY=FILE    a companion file; may be repeated (see: alidade datasets DATASET)
  --json FILE|-      one line of JSON a record: id, file, line, field, claimed, answer, verdict,
                     reason, margin, group
  --summary FILE|-   the counts as JSON
  --errors FILE      records that cannot be read, one line of JSON each; they fail the run only
                     without this option
  --line-limit MB    the longest line that is read, in millions of characters; 64 when left out
  --strict           a disagreement fails the run too
  --budget SECONDS   the time one record may take where a solver can run long
  --out DIR          a folder, which gets the verdicts, a line of JSON a record, as
                     verdicts.jsonl and manifest.json, instead of the three files above
  --parts P          P files part-00001-of-0000P.jsonl, each of some of the files in their order
  --shard I/N        of N processes this is the I-th; it makes its share of the parts

A folder is protected as that of generate: a file stands at its name only once it is whole and on
the disk; a run that was ended goes on where it stopped, and keeps a part as long as its verdicts
and the files it read are what they were.

Verdicts: agree; disagree: the claim is proven wrong; ambiguous: too close to call by the
dataset's own rule; undetermined: the facts leave it open, or the budget ran out; unsupported: a
question the reader does not understand; invalid: a record that cannot be read.

Exit code: 0 ran; 1 records that cannot be read, a file that cannot, or a disagreement with
--strict; 2 usage.

Example:
  alidade verify stepgame qa1_test.json --json wrong.jsonl --summary counts.json
`;

/** `alidade verify`: outside data in, verdicts out. */
export const verify: Command = {
  name: "verify",
  summary: "Check every claimed answer of outside data",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, {
      text: ["json", "summary", "errors", "budget", "out", "parts", "shard", "line-limit"],
      list: ["with"],
      flag: ["strict"],
    });
    const [name, ...paths] = options.words;
    if (name === undefined) throw new UsageError("no dataset is named, must be DATASET FILE...");
    const [known, ...others] = await withOwn([name], "datasets");
    if (known === undefined || others.length > 0) {
      throw new UsageError(`${name} exports ${others.length + 1} datasets, must be one`);
    }
    const dataset = findDataset(known);
    if (paths.length === 0) throw new UsageError("no file is named, must be DATASET FILE...");
    const companions = readCompanions(dataset, options.list("with"));
    const job = { dataset, paths, companions, options, io };
    if (options.path("out") !== undefined) return await runParts(job, options.path("out")!);
    for (const name of ["parts", "shard"]) {
      if (options.text(name) !== undefined) throw new UsageError(`--${name} needs --out DIR`);
    }
    const summary = await run(job);
    const failed = summary.invalid > 0 && options.text("errors") === undefined ||
      summary.disagree > 0 && options.flag("strict");
    return failed ? 1 : 0;
  },
};

/** So many invalid records are logged; the others are only counted. */
const LOGGED = 20;

interface Job {
  readonly dataset: Dataset;
  readonly paths: readonly string[];
  readonly companions: ReadonlyMap<string, readonly string[]>;
  readonly options: Options;
  readonly io: CommandIo;
}

async function runParts({ dataset, paths, companions, options, io }: Job, out: string) {
  for (const name of ["json", "summary", "errors"]) {
    if (options.text(name) !== undefined) throw new UsageError(`--${name} with --out, must be one`);
  }
  const { parts, own, shared } = readParts(options);
  using progress = startProgress(await totalSize(paths), io.terminal);
  let bytes = 0;
  const { summary, kept, missing } = await verifyParts({
    ...{ dataset, paths, companions, budget: readBudget(options), out, parts, own, shared },
    ...limitOf(options),
    onRead: (n) => progress.update(bytes += n, "bytes"),
  });
  await io.out(table(dataset, summary));
  const keeping = kept === 0 ? "" : `, kept ${kept} that stood there`;
  const rest = missing === 0 ? "none is missing" : `${missing} of ${parts} are missing`;
  const made = own.count - kept;
  io.log(`Wrote ${made} part${made === 1 ? "" : "s"} to ${out}${keeping}: ${rest}`);
  if (missing > 0 && !shared) throw new Error(`Cannot finish ${out}: parts were taken away`);
  return summary.disagree > 0 && options.flag("strict") ? 1 : 0;
}

async function run({ dataset, paths, companions, options, io }: Job): Promise<Summary> {
  const budget = readBudget(options);
  const toStdout = options.text("json") === "-";
  await using json = await maybeAside(toStdout ? undefined : options.text("json"));
  await using errors = await maybeAside(options.text("errors"));
  const isSummary = options.text("summary") === "-";
  await using counts = await maybeAside(isSummary ? undefined : options.text("summary"));
  using progress = startProgress(await totalSize(paths), io.terminal);
  let bytes = 0;
  const { lineLimit } = limitOf(options);
  const open = (path: string) => openFile(path, { onRead: (n) => bytes += n, lineLimit });
  const summary = emptySummary();
  const breathe = breather();
  let lines = "";
  for await (const checked of verifyFiles(dataset, paths, { companions, budget, open })) {
    addToSummary(summary, checked);
    if (checked.verdict === "invalid") {
      await reportInvalid({ checked, seen: summary.invalid - 1, errors, io });
    }
    if (json !== null) await json.write(checkedJson(checked) + "\n");
    if (toStdout) lines += checkedJson(checked) + "\n";
    if (lines.length > 1 << 16) {
      await io.out(lines);
      lines = "";
    }
    await breathe();
    progress.update(bytes, `${summary.total} records, ${summary.disagree} disagree`);
  }
  await io.out(toStdout ? lines : isSummary ? "" : table(dataset, summary));
  if (isSummary) await io.out(summaryJson(summary));
  await counts?.write(summaryJson(summary));
  for (const file of [json, errors, counts]) await file?.commit();
  return summary;
}

async function maybeAside(path: string | undefined): Promise<AsideFile | null> {
  return path === undefined ? null : await writeAside(path);
}

async function totalSize(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((p) => Deno.stat(p).then((s) => s.size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function readCompanions(dataset: Dataset, pairs: readonly string[]): Map<string, string[]> {
  const keys = dataset.companions.map((c) => c.key);
  const files = new Map<string, string[]>();
  for (const pair of pairs) {
    const [, key, path] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
    if (key === undefined || path === undefined || !keys.includes(key)) {
      const must = keys.length === 0
        ? `left out: ${dataset.name} takes no companion`
        : keys.map((k) => `${k}=FILE`).join(" or ");
      throw new UsageError(`--with is ${JSON.stringify(pair)}, must be ${must}`);
    }
    files.set(key, [...files.get(key) ?? [], path]);
  }
  for (const { key, summary, required } of dataset.companions) {
    if (required && !files.has(key)) {
      throw new UsageError(`${dataset.name} needs --with ${key}=FILE: ${summary}`);
    }
  }
  return files;
}

function readBudget(options: Options): number | null {
  const budget = options.number("budget") ?? null;
  if (budget === null || budget > 0) return budget;
  throw new UsageError(`--budget is ${budget}, must be a number of seconds above 0`);
}

interface Invalid {
  readonly checked: Checked;
  /** How many came before. */
  readonly seen: number;
  readonly errors: AsideFile | null;
  readonly io: CommandIo;
}

async function reportInvalid({ checked, seen, errors, io }: Invalid): Promise<void> {
  const { where: { file, line = null, field = null }, reason } = checked;
  if (errors !== null) {
    await errors.write(JSON.stringify({ file, line, field, message: reason }) + "\n");
    return;
  }
  if (seen > LOGGED) return;
  const place = [file, line, field].filter((part) => part !== null).join(":");
  io.log(seen < LOGGED ? `${place}: ${reason}` : "further invalid records: see --errors FILE");
}

function table(dataset: Dataset, summary: Summary): string {
  const width = Math.max(7, String(summary.total).length);
  const row = (name: string, n: number | bigint) => `${String(n).padStart(width)}  ${name}\n`;
  const groups = sortedGroups(summary).map(([name, n]) => row(name, n)).join("");
  const totals = Array.from(summary.totals, ([name, sum]) => row(name, sum)).join("");
  return `${dataset.name}\n` + row("records", summary.total) +
    VERDICTS.map((verdict) => row(verdict, summary[verdict])).join("") +
    (groups === "" ? "" : `\nby group\n${groups}`) +
    (totals === "" ? "" : `\ntotals\n${totals}`);
}
