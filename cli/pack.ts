import {
  CardCounts,
  croissantOf,
  type Item,
  ItemProof,
  type PackedColumns,
  picturesOf,
  type Split,
  splitOf,
} from "../tasks/mod.ts";
import { SWIFT_TYPES } from "../tasks/loop/record_format.ts";
import { writeAside } from "./_aside.ts";
import { BadLines, ERRORS_HELP } from "./_bad_lines.ts";
import { makeFolderForNow } from "./_disk.ts";
import { onInterrupt, removeQuietly } from "./_interrupt.ts";
import { type ItemLine, itemLines } from "./_item_lines.ts";
import { LIMIT_HELP, limitOf } from "./_limits.ts";
import { messageOf } from "./_lines.ts";
import { type Options, readOptions } from "./_options.ts";
import { allTasks, withOwn } from "./_own.ts";
import { readPicture } from "./_picture_files.ts";
import { PicturePlaces } from "./_picture_places.ts";
import { trainerFeatures } from "./_trainer_lines.ts";
import {
  endingOf,
  PACK_KINDS,
  type PackKind,
  patternOf,
  SplitFiles,
  type WrittenFile,
} from "./_split_files.ts";
import { datasetInfo, useOf } from "./_trainer_notes.ts";
import { folderOf } from "./_place.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade pack: turn generated items into a dataset that trainers load

Usage: alidade pack FILE... --as KIND --out DIR [OPTION...]

  FILE              items, as generate wrote them; pictures are found beside the file
  --as KIND         parquet: for Hugging Face datasets and pandas, pictures embedded;
                    webdataset: tar files with a .json and a picture for each item;
                    llava: JSON lists for LLaVA, pictures beside them in images/;
                    swift, sharegpt: JSON Lines for ms-swift or LLaMA-Factory, likewise
  --out DIR         gets data/SPLIT-00000-of-0000N.parquet (or another ending; LLaVA's is one file
                    a split), the card, README.md, and croissant.json
  --split NAME=N    a split and its share; may be repeated; train alone when left out.
                    Items that show the same always stand in the same split
  --rows N          items a file holds at most; 10000 when left out
  --title TEXT      the title of the card
  --licence NAME    the licence by Hugging Face's short name; mit when left out
  --load MODULE     where the items' own tasks are, such as ./my_task.ts; may be repeated
  --drop-bad        leaves out, and counts, what is wrong instead of ending there
${ERRORS_HELP}
${LIMIT_HELP}

Each item is proven again from its instance: a false answer, an id of other settings, an id that
came before are errors with their line. The words of a question may be other ones, and stay so.

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
    await using bad = await BadLines.open(job.options, io);
    const found = await survey(job, bad);
    const files = await inPlace(job, async (folder) => {
      const written = await writeSplits(job, folder, found);
      await writeCard(job, found, written);
      await bad.commit();
      return written;
    });
    const left = found.dropped.size === 0 ? "" : `, left out ${found.dropped.size} items`;
    io.log(
      `Wrote ${files.length} files to ${job.out}/data and the card ${job.out}/README.md${left}`,
    );
    return 0;
  },
};

interface Job {
  readonly options: Options;
  /** The most characters of a line. */
  readonly limit: number;
  /** Whether items that are not proven are left out. */
  readonly dropBad: boolean;
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
    text: ["as", "out", "rows", "title", "licence", "errors", "line-limit"],
    list: ["split", "load"],
    flag: ["drop-bad"],
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
  const licence = options.text("licence") ?? "mit";
  if (!/^[a-z0-9][a-z0-9.+-]{0,60}$/i.test(licence)) {
    throw new UsageError(
      `--licence is ${JSON.stringify(licence)}, must be a short name such as mit`,
    );
  }
  return {
    ...{ options, limit: limitOf(options).lineLimit, dropBad: options.flag("drop-bad") },
    paths: options.words,
    kind,
    out,
    splits: readSplits(options),
    rows,
    title: options.text("title") ?? "Spatial questions",
    licence,
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
async function inPlace<T>(
  { out }: Job,
  write: (folder: string) => Promise<T>,
): Promise<T> {
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

/** What the items come to, before anything is written. */
interface Survey {
  /** How many items each split has: a file's name says how many files there are. */
  readonly counts: ReadonlyMap<string, number>;
  readonly card: CardCounts;
  readonly columns: PackedColumns;
  /** The places of what is left out. */
  readonly dropped: ReadonlySet<string>;
}

/** Proves each item, and counts. */
async function survey(job: Job, bad: BadLines): Promise<Survey> {
  const counts = new Map(job.splits.map(({ name }) => [name, 0]));
  const card = new CardCounts();
  const proof = new ItemProof(allTasks());
  const dropped = new Set<string>();
  let [pictures, boxes] = [0, false];
  for await (const found of itemLines(job.paths, job)) {
    const fault = "error" in found
      ? { field: found.field, message: found.error }
      : boxFault(job, found.item) ?? proof.faultOf(found.item);
    if (fault !== null) {
      await leaveOut(found, fault, job, bad);
      dropped.add(placeIn(found));
      continue;
    }
    const { item } = found as Extract<ItemLine, { readonly item: Item }>;
    const { name } = splitOf(item.instance, job.splits);
    counts.set(name, counts.get(name)! + 1);
    card.add(item);
    pictures = Math.max(pictures, picturesOf(item).length);
    boxes ||= item.boxes !== undefined;
  }
  const empty = [...counts].find(([, count]) => count === 0);
  if (empty === undefined) return { counts, card, columns: { pictures, boxes }, dropped };
  throw new Error(`Cannot pack: no item falls into ${empty[0]}, there must be more items`);
}

type Fault = { readonly field: string | null; readonly message: string };

function boxFault({ kind }: Job, { boxes }: Item): Fault | null {
  if (boxes === undefined || kind !== "swift" || SWIFT_TYPES[boxes] !== undefined) return null;
  const must = Object.keys(SWIFT_TYPES).join(" or ");
  return { field: "boxes", message: `Cannot write boxes for swift as ${boxes}, must be ${must}` };
}

/** Tells what is wrong with a line; the end of it unless such are to be left out. */
async function leaveOut(
  { path, line, text }: ItemLine,
  { field, message }: Fault,
  { dropBad }: Job,
  bad: BadLines,
): Promise<void> {
  if (!dropBad && !bad.isGiven) throw new Error(`${path}:${line}: ${message}`);
  const at = { file: path, line, ...field === null ? {} : { field } };
  if (bad.isGiven) await bad.add({ ...at, message, text });
}

function placeIn({ path, line }: ItemLine): string {
  return `${path}:${line}`;
}

async function writeSplits(
  job: Job,
  folder: string,
  { counts, columns, dropped }: Survey,
): Promise<WrittenFile[]> {
  const { kind, rows: most } = job;
  const open = new Map(job.splits.map(({ name: split }) => {
    const rows = counts.get(split)!;
    return [split, new SplitFiles({ folder, split, kind, rows, most, columns })];
  }));
  await using _ = {
    async [Symbol.asyncDispose]() {
      for (const split of open.values()) await split[Symbol.asyncDispose]();
    },
  };
  const places = new PicturePlaces();
  for await (const found of itemLines(job.paths, job)) {
    if (dropped.has(placeIn(found))) continue;
    if ("error" in found) throw new Error(`${placeIn(found)}: ${found.error}`);
    const { item } = found;
    const from = folderOf(found.path);
    const pictures: Uint8Array[] = [];
    const paths = new Map<string, string>();
    for (const { path } of picturesOf(item)) {
      const bytes = await readPicture(from, path);
      pictures.push(bytes);
      paths.set(path, await places.placeOf(path, bytes));
    }
    const placed = withPictures(item, (path) => paths.get(path)!);
    await open.get(splitOf(item.instance, job.splits).name)!.add({ item: placed, pictures });
  }
  const files: WrittenFile[] = [];
  for (const split of open.values()) files.push(...await split.close());
  return files;
}

/** The item with its pictures at other places. */
function withPictures(item: Item, placeOf: (path: string) => string): Item {
  const { image, images } = item;
  if (image !== undefined) return { ...item, image: placeOf(image) };
  if (images === undefined) return item;
  return { ...item, images: images.map((one) => ({ ...one, path: placeOf(one.path) })) };
}

async function writeCard(
  job: Job,
  { counts: splits, card, columns, dropped }: Survey,
  files: readonly WrittenFile[],
): Promise<void> {
  const { title, licence, kind, out } = job;
  const format = endingOf(kind);
  const shares = job.splits.map(({ name, share }) => ` --split ${name}=${share}`).join("");
  const pack = `--as ${kind}${shares} --rows ${job.rows}`;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const use = useOf(kind, files.map(({ name }) => name));
  const isTrainers = kind === "llava" || kind === "swift" || kind === "sharegpt";
  const settings = {
    ...{ title, licence, splits, pack, bytes, dropped: dropped.size, use },
    pattern: (split: string) => patternOf(kind, split),
    features: isTrainers ? trainerFeatures(kind, columns) : null,
  };
  await writeWhole(`${out}/README.md`, card.card(settings));
  const croissant = croissantOf({
    ...{ title, licence, format, languages: card.languages, pictures: columns.pictures },
    description: "Questions about space with proven answers, made by Alidade.",
    files: files.map((file) => ({ ...file, path: `data/${file.name}` })),
  });
  await writeWhole(`${out}/croissant.json`, `${JSON.stringify(croissant, null, 2)}\n`);
  if (kind !== "sharegpt") return;
  const info = datasetInfo(files.map(({ name }) => name), columns.pictures > 0);
  await writeWhole(`${out}/dataset_info.json`, `${JSON.stringify(info, null, 2)}\n`);
}

async function writeWhole(path: string, text: string): Promise<void> {
  await using target = await writeAside(path);
  await target.write(text);
  await target.commit();
}
