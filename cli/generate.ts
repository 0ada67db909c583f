import { type GenerateJob, readGenerateJob } from "./_generate_job.ts";
import { type Options, readOptions } from "./_options.ts";
import { isModule, moduleUrl, withOwn } from "./_own.ts";
import { makeParts } from "./_parts.ts";
import { piecesByWorkers, piecesHere } from "./_pieces.ts";
import { type Progress, startProgress } from "./_progress.ts";
import { GenerateWorkers } from "./_workers.ts";
import type { Command, CommandIo } from "./command.ts";
import { shardRange } from "../tasks/mod.ts";

const HELP = `alidade generate: make questions with proven answers, a line of JSON each

Usage: alidade generate TASK... --count N --out DIR|- [OPTION...]

  TASK                a name (see: alidade tasks), or a module of one's own that exports tasks,
                      such as ./my_task.ts
  --count N           how many items; several tasks take turns, TASK=3 three for one
  --out DIR|-         a folder, which gets items.jsonl, images/ and manifest.json; or - for
                      standard output
  --seed S            an integer of 0 or more; 0 when left out
  --profile NAME      fair (the default) or sparkle
  --level NAME        easy, medium or hard (see: alidade tasks TASK)
  --curriculum ORDER  all levels, or those of --level NAME=SHARE, which may then be repeated:
                      ordered, one behind the other; or mixed, in turn
  --set KNOB=VALUE    a knob of the tasks, or TASK.KNOB=VALUE of one of several; may be repeated
                      (see: alidade tasks TASK)
  --images KIND       none (the default), svg or png
  --boxes KIND        where the picture shows what it names, as boxes [left, top, right, bottom]:
                      pixels, thousandths (0 to 1000) or fractions (0 to 1) from the top left
                      corner; right and bottom are the edges behind the last painted pixel
  --format NAME       items (our own records, the default), llava, swift, sharegpt or
                      sparkle (rows of query, response, images); a line each; for JSON lists
                      and splits see: alidade pack
  --workers N         make items in N threads; 1 when left out
  --parts P           P files part-00001-of-0000P.jsonl instead of items.jsonl
  --shard I/N         of N processes this is the I-th, from 1/N to N/N: it makes its share of the
                      parts, which are N unless --parts says more

An item depends on task, version, seed, knobs and its index alone: the parts one behind the other
are the whole, byte for byte, however many workers and processes made them.

A file stands at its name only once it is whole and on the disk. A run that was ended goes on
where it stopped when it is started again: parts that are whole by the checksums of their records
are kept, the others made anew. The manifest stands once every part does. A folder that holds
another run, or in which another process is at work on the same part, is refused.

Exit code: 0 ran; 1 something could not be written, or the knobs leave no room; 2 usage.

Example:
  alidade generate direction --count 1000 --seed 42 --set form=choice --images png --out data
`;

const TEXT_OPTIONS = [
  ...["count", "out", "seed", "profile", "curriculum", "images", "boxes", "format"],
  ...["workers", "parts", "shard"],
];

/** `alidade generate`: items out. */
export const generate: Command = {
  name: "generate",
  summary: "Make questions with proven answers",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, {
      text: TEXT_OPTIONS,
      list: ["set", "level"],
    });
    const job = readGenerateJob(await withOwnTasks(options));
    using progress = startProgress(ownItems(job).count, io.terminal);
    if (job.out === "-") await toStdout(job, io, progress);
    else await makeParts(job, io, progress);
    return 0;
  },
};

/** The same words, with the names of the tasks that a module exports in place of it. */
async function withOwnTasks(options: Options): Promise<Options & { modules: readonly string[] }> {
  const modules: string[] = [];
  const words: string[] = [];
  for (const word of options.words) {
    const [name, ...weight] = word.split("=");
    if (!isModule(name!)) words.push(word);
    else {
      modules.push(moduleUrl(name!));
      const names = await withOwn([name!], "tasks");
      words.push(...names.map((own) => [own, ...weight].join("=")));
    }
  }
  return { ...options, words, modules };
}

async function toStdout(job: GenerateJob, io: CommandIo, progress: Progress): Promise<void> {
  const { spec, source } = job;
  using workers = job.workers === 1
    ? null
    : new GenerateWorkers(job.workers, { spec, folder: null, name: "worker" });
  const range = ownItems(job);
  const pieces = workers === null
    ? piecesHere(source, range, null)
    : piecesByWorkers(workers, source, range);
  let done = 0;
  for await (const { lines, count } of pieces) {
    await io.out(lines);
    progress.update(done += count, "items");
  }
}

/** The items of the parts that are to be made. */
function ownItems({ items, parts, own }: GenerateJob) {
  const cut = (part: number) => part === 0 ? 0 : lastOf(shardRange(items, { part, of: parts }));
  const first = cut(own.first);
  return { first, count: cut(own.first + own.count) - first };
}

function lastOf({ first, count }: { first: number; count: number }): number {
  return first + count;
}
