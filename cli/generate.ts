import { drawingToSvg, pngRenderer } from "../render/mod.ts";
import {
  type ImageKind,
  type Item,
  type ItemSource,
  Mix,
  RECORD_FORMATS,
  type RecordFormat,
  Run,
  type ShardRange,
  shardRange,
  type Task,
} from "../tasks/mod.ts";
import { writeAside } from "./_aside.ts";
import { type Options, readOptions } from "./_options.ts";
import { type Progress, startProgress } from "./_progress.ts";
import { findTask, onWords, readSettings } from "./_tasks.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";

const HELP = `alidade generate: make questions with proven answers, a line of JSON each

Usage: alidade generate TASK... --count N --out DIR|- [OPTION...]

  --count N           how many items; several tasks take turns, TASK=3 three for one
  --out DIR|-         a folder, which gets items.jsonl and images/; or - for standard output
  --seed S            an integer of 0 or more; 0 when left out
  --profile NAME      fair (the default) or sparkle
  --set KNOB=VALUE    a knob of the task; may be repeated (see: alidade tasks TASK)
  --images KIND       none (the default), svg or png
  --format NAME       items (our own records, the default), llava, swift or sharegpt
  --shard I/N         part I of N, from 1/N to N/N; the parts one behind the other are the whole

An item depends on task, version, seed, knobs and its index alone. The file stands at its name
only once it is complete.

Exit code: 0 ran; 1 something could not be written, or the knobs leave no room; 2 usage.

Example:
  alidade generate direction --count 1000 --seed 42 --set form=choice --images png --out data
`;

/** `alidade generate`: items out. */
export const generate: Command = {
  name: "generate",
  summary: "Make questions with proven answers",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, {
      text: ["count", "out", "seed", "profile", "images", "format", "shard"],
      list: ["set"],
    });
    const job = readJob(options);
    const { range, out } = job;
    using progress = startProgress(range.count, io.terminal);
    if (out === "-") await toStdout(job, io, progress);
    else await toFolder(job, io, progress);
    return 0;
  },
};

interface Job {
  readonly source: ItemSource;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly range: ShardRange;
  readonly images: ImageKind;
  readonly out: string;
  readonly file: string;
}

function readJob(options: Options): Job {
  const names = options.words;
  if (names.length === 0) throw new UsageError("no task is named, must be TASK...");
  const count = options.number("count");
  if (count === undefined) throw new UsageError("--count is missing, must be how many items");
  const out = options.text("out");
  if (out === undefined) throw new UsageError("--out is missing, must be a folder or -");
  const images = readImages(options.text("images") ?? "none");
  if (images !== "none" && out === "-") {
    throw new UsageError(`--images ${images} with --out -, must be a folder`);
  }
  const profile = options.text("profile");
  const settings = {
    seed: options.number("seed") ?? 0,
    knobs: readSettings(options.list("set")),
    images,
    format: readFormat(options.text("format") ?? "items"),
    ...(profile === undefined ? {} : { profile }),
  };
  const shard = readShard(options.text("shard"));
  const weighted = names.map(readWeight);
  const tasks = weighted.map(({ name }) => findTask(name));
  const weights = weighted.map(({ weight }) => weight);
  return onWords(() => ({
    source: new Mix(tasks.map((task) => new Run(task, settings)), weights),
    tasks: new Map(tasks.map((task) => [task.name, task])),
    range: shardRange(count, shard),
    images,
    out,
    file: fileName(shard),
  }));
}

/** `direction=3`: three items for one of a task that stands alone. */
function readWeight(word: string): { readonly name: string; readonly weight: number } {
  const [name, weight, ...rest] = word.split("=");
  if (weight === undefined) return { name: word, weight: 1 };
  if (/^[1-9]\d{0,4}$/.test(weight) && rest.length === 0) {
    return { name: name!, weight: Number(weight) };
  }
  throw new UsageError(`${JSON.stringify(word)} must be TASK or TASK=WEIGHT, an integer from 1`);
}

function readFormat(word: string): RecordFormat {
  const format = RECORD_FORMATS.find((name) => name === word);
  if (format !== undefined) return format;
  throw new UsageError(
    `--format is ${JSON.stringify(word)}, must be one of ${RECORD_FORMATS.join(", ")}`,
  );
}

function readImages(word: string): ImageKind {
  if (word === "none" || word === "svg" || word === "png") return word;
  throw new UsageError(`--images is ${JSON.stringify(word)}, must be none, svg or png`);
}

interface Shard {
  readonly part: number;
  readonly of: number;
}

function readShard(text: string | undefined): Shard {
  if (text === undefined) return { part: 1, of: 1 };
  const match = /^(\d+)\/(\d+)$/.exec(text);
  if (match === null) throw new UsageError(`--shard is ${JSON.stringify(text)}, must be I/N`);
  return { part: Number(match[1]), of: Number(match[2]) };
}

/** Names that sort in the order of the parts. */
function fileName({ part, of }: Shard): string {
  const padded = (n: number) => String(n).padStart(5, "0");
  return of === 1 ? "items.jsonl" : `items-${padded(part)}-of-${padded(of)}.jsonl`;
}

async function toStdout({ source, range }: Job, io: CommandIo, progress: Progress): Promise<void> {
  let done = 0;
  for (const bytes of source.lines(range.first, range.count)) {
    await io.out(bytes);
    progress.update(done += linesIn(bytes, io), "");
  }
}

async function toFolder(job: Job, io: CommandIo, progress: Progress): Promise<void> {
  const { source, range, out, file, images } = job;
  await makeFolder(images === "none" ? out : `${out}/images`);
  const path = `${out}/${file}`;
  await using target = await writeAside(path);
  if (images !== "none") await drawAll(job, progress);
  let done = 0;
  for (const bytes of source.lines(range.first, range.count)) {
    await target.write(bytes);
    progress.update(done += linesIn(bytes, io), "items");
  }
  await target.commit();
  io.log(`Wrote ${range.count} items to ${path}`);
}

/** Counted for the progress bar alone. */
function linesIn(bytes: Uint8Array, io: CommandIo): number {
  if (!io.terminal) return 0;
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot make folder ${path}: ${why}, must be a folder that can be written`);
  }
}

async function drawAll(job: Job, progress: Progress): Promise<void> {
  const { source, range, out, images } = job;
  const render = images === "png" ? await pngRenderer() : drawingToSvg;
  for (let i = 0; i < range.count; i++) {
    const item = source.item(range.first + i);
    const picture = render(drawingOf(job, item));
    await using target = await writeAside(`${out}/${item.image}`);
    await target.write(picture);
    await target.commit();
    progress.update(i, "pictures");
  }
}

function drawingOf({ tasks }: Job, item: Item) {
  return tasks.get(item.task)!.draw(item.instance, item.alt!);
}
