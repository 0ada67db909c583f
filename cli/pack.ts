import { CardCounts, picturesOf, type Split, splitOf } from "../tasks/mod.ts";
import { writeAside } from "./_aside.ts";
import { makeFolderForNow } from "./_disk.ts";
import { onInterrupt, removeQuietly } from "./_interrupt.ts";
import { itemsOf } from "./_item_lines.ts";
import { messageOf } from "./_lines.ts";
import { type Options, readOptions } from "./_options.ts";
import { withOwn } from "./_own.ts";
import { readPicture } from "./_picture_files.ts";
import { endingOf, PACK_KINDS, type PackKind, SplitFiles } from "./_split_files.ts";
import { folderOf } from "./_place.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade pack: turn generated items into a dataset that trainers load

Usage: alidade pack FILE... --as KIND --out DIR [OPTION...]

  FILE              items, as generate wrote them; pictures are found beside the file
  --as KIND         parquet: for Hugging Face datasets and pandas, pictures embedded;
                    webdataset: tar files with a .json and a picture for each item;
                    llava: JSON lists for LLaVA, pictures beside them in images/;
                    swift, sharegpt: JSON Lines for ms-swift or LLaMA-Factory, likewise
  --out DIR         gets data/SPLIT-00000-of-0000N.parquet (or another ending) and the card,
                    README.md
  --split NAME=N    a split and its share; may be repeated; train alone when left out.
                    Items that show the same always stand in the same split
  --rows N          items a file holds at most; 10000 when left out
  --title TEXT      the title of the card
  --licence NAME    the licence by Hugging Face's short name; mit when left out
  --load MODULE     where the items' own tasks are, such as ./my_task.ts; may be repeated

Exit code: 0 ran; 1 something could not be read or written; 2 usage.

Example:
  alidade pack data/items.jsonl --as parquet --split train=9 --split test=1 --out dataset
`;

/** `alidade pack`: items in, a dataset out. */
export const pack: Command = {
  name: "pack",
  summary: "Turn generated items into a dataset that trainers load",
  help: HELP,
  async run(args, io) {
    const job = await readJob(args);
    await requireEmpty(`${job.out}/data`);
    const card = new CardCounts();
    const counts = await survey(job, card);
    const files = await inPlace(job, async (folder) => {
      const written = await writeSplits(job, folder, counts);
      await writeCard(job, counts, card);
      return written;
    });
    io.log(`Wrote ${files} files to ${job.out}/data and the card ${job.out}/README.md`);
    return 0;
  },
};

interface Job {
  readonly paths: readonly string[];
  readonly kind: PackKind;
  readonly out: string;
  readonly splits: readonly Split[];
  readonly rows: number;
  readonly title: string;
  readonly licence: string;
}

async function readJob(args: readonly string[]): Promise<Job> {
  const options = readOptions(args, {
    text: ["as", "out", "rows", "title", "licence"],
    list: ["split", "load"],
  });
  await withOwn(options.list("load"), "tasks");
  if (options.words.length === 0) throw new UsageError("no file is named, must be FILE...");
  const kind = PACK_KINDS.find((name) => name === options.text("as"));
  if (kind === undefined) {
    const is = options.text("as") ?? "missing";
    throw new UsageError(`--as is ${is}, must be one of ${PACK_KINDS.join(", ")}`);
  }
  const out = options.path("out");
  if (out === undefined) throw new UsageError("--out is missing, must be a folder");
  const rows = options.number("rows") ?? 10_000;
  if (!Number.isSafeInteger(rows) || rows < 1) {
    throw new UsageError(`--rows is ${rows}, must be an integer of 1 or more`);
  }
  return {
    paths: options.words,
    kind,
    out,
    splits: readSplits(options),
    rows,
    title: options.text("title") ?? "Spatial questions",
    licence: options.text("licence") ?? "mit",
  };
}

function readSplits(options: Options): Split[] {
  const splits = options.list("split").map((word) => {
    const match = /^([a-z]\w*)=([1-9]\d{0,8})$/.exec(word);
    if (match === null) {
      throw new UsageError(`--split is ${JSON.stringify(word)}, must be NAME=N, N from 1`);
    }
    return { name: match[1]!, share: Number(match[2]) };
  });
  const twice = splits.find(({ name }, i) => splits.findIndex((s) => s.name === name) !== i);
  if (twice !== undefined) throw new UsageError(`--split ${twice.name} is given twice`);
  return splits.length > 0 ? splits : [{ name: "train", share: 1 }];
}

/** Files of an earlier, other dataset must not be loaded along. */
async function requireEmpty(folder: string): Promise<void> {
  try {
    for await (const entry of Deno.readDir(folder)) {
      throw new Error(`it holds ${entry.name}`);
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw new Error(`Cannot write to ${folder}: ${messageOf(error)}, must be an empty folder`);
  }
}

/** Has the data written beside its folder, and puts it there once all of it is whole. */
async function inPlace(
  { out }: Job,
  write: (folder: string) => Promise<number>,
): Promise<number> {
  const data = `${out}/data`;
  const aside = `${data}.${crypto.randomUUID().slice(0, 8)}.part`;
  const undo = makeFolderForNow(out);
  const clean = () => {
    removeQuietly(aside);
    undo();
  };
  using _ = onInterrupt(clean);
  try {
    await Deno.mkdir(aside);
    const files = await write(aside);
    // An empty folder gives way, another one does not.
    await Deno.rename(aside, data);
    return files;
  } catch (error) {
    clean();
    throw error;
  }
}

/** Counts before anything is written: a file's name says how many files its split has. */
async function survey(job: Job, card: CardCounts): Promise<Map<string, number>> {
  const counts = new Map(job.splits.map(({ name }) => [name, 0]));
  for await (const { item } of itemsOf(job.paths)) {
    const { name } = splitOf(item.instance, job.splits);
    counts.set(name, counts.get(name)! + 1);
    card.add(item);
  }
  const empty = [...counts].find(([, count]) => count === 0);
  if (empty === undefined) return counts;
  throw new Error(`Cannot pack: no item falls into ${empty[0]}, there must be more items`);
}

async function writeSplits(
  job: Job,
  folder: string,
  counts: ReadonlyMap<string, number>,
): Promise<number> {
  const { kind, rows: most } = job;
  const open = new Map(job.splits.map(({ name: split }) => {
    const rows = counts.get(split)!;
    return [split, new SplitFiles({ folder, split, kind, rows, most })];
  }));
  for await (const { path, item } of itemsOf(job.paths)) {
    const pictures: Uint8Array[] = [];
    for (const picture of picturesOf(item)) {
      pictures.push(await readPicture(folderOf(path), picture.path));
    }
    await open.get(splitOf(item.instance, job.splits).name)!.add({ item, pictures });
  }
  let files = 0;
  for (const split of open.values()) files += await split.close();
  return files;
}

async function writeCard(
  job: Job,
  splits: ReadonlyMap<string, number>,
  counts: CardCounts,
): Promise<void> {
  const { title, licence, kind } = job;
  const shares = job.splits.map(({ name, share }) => ` --split ${name}=${share}`).join("");
  const pack = `--as ${kind}${shares} --rows ${job.rows}`;
  await using target = await writeAside(`${job.out}/README.md`);
  await target.write(counts.card({ title, licence, splits, format: endingOf(kind), pack }));
  await target.commit();
}
