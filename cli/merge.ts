import { copiedPieces, imagesOf } from "./_copied_part.ts";
import { findRun, type FoundRun } from "./_found_run.ts";
import { onInterrupt, removeQuietly } from "./_interrupt.ts";
import { readOptions } from "./_options.ts";
import { makePart, partOf, type PartRecord, STATE, statePath } from "./_part.ts";
import { requireSame, RunFolder, type RunPlan } from "./_run_folder.ts";
import { startProgress } from "./_progress.ts";
import { placeOf } from "./_place.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";

const HELP = `alidade merge: join the parts of a run that were made on several machines

Usage: alidade merge DIR... --out DIR

  DIR        a folder that generate --shard I/N wrote parts and pictures to
  --out DIR  gets all parts, the pictures and the manifest: what a single process would have
             written, byte for byte

All folders must be of one run. Each part must stand in one of them: gaps and doubles are refused
before anything is written. Every part and picture is checked against its SHA-256 while it is
copied, written aside, synced and renamed. A merge that was ended goes on when it is started again.

Exit code: 0 all parts are there; 1 something is missing, doubled, damaged or cannot be written;
2 usage.

Example:
  alidade generate tour --count 1000000 --shard 1/2 --out a     on one machine
  alidade generate tour --count 1000000 --shard 2/2 --out b     on another
  alidade merge a b --out whole
`;

/** `alidade merge`: parts in, a whole run out. */
export const merge: Command = {
  name: "merge",
  summary: "Join the parts of a run made on several machines",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["out"] });
    const out = options.path("out");
    if (out === undefined) throw new UsageError("--out is missing, must be a folder");
    if (options.words.length === 0) throw new UsageError("no folder is named, must be DIR...");
    if (options.words.map(placeOf).includes(out)) {
      throw new UsageError(`--out is ${out}, must be another folder`);
    }
    const runs = options.words.map(findRun);
    const plan = samePlan(runs);
    await mergeParts({ plan, places: placesOf(runs, plan), out, io });
    return 0;
  },
};

/** So many missing parts are named. */
const NAMED = 20;

/** Where a part stands. */
interface Place {
  readonly folder: string;
  readonly record: PartRecord;
}

interface Job {
  readonly plan: RunPlan;
  /** Of each part in order. */
  readonly places: readonly Place[];
  readonly out: string;
  readonly io: CommandIo;
}

function samePlan([first, ...others]: readonly FoundRun[]): RunPlan {
  for (const { path, plan } of others) {
    requireSame(plan, first!.plan, `Cannot merge ${path} with ${first!.path}`);
  }
  return first!.plan;
}

/** Demands each part once. */
function placesOf(runs: readonly FoundRun[], { items, parts: of, whole }: RunPlan): Place[] {
  const places: Place[] = [];
  const missing: string[] = [];
  for (let part = 1; part <= of; part++) {
    const { file } = partOf(items, { part, of, whole });
    const [found, double] = runs.flatMap(({ path, parts }): Place[] => {
      const record = parts.get(part);
      return record === undefined ? [] : [{ folder: path, record }];
    });
    if (double !== undefined) {
      throw new Error(
        `Cannot merge: ${file} stands in ${found!.folder} and in ${double.folder}, must be in one`,
      );
    }
    if (found === undefined) missing.push(file);
    else places.push(found);
  }
  if (missing.length === 0) return places;
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : "";
  throw new Error(
    `Cannot merge: ${missing.length} of ${of} parts are missing: ` +
      `${missing.slice(0, NAMED).join(", ")}${more}`,
  );
}

async function mergeParts({ plan, places, out, io }: Job): Promise<void> {
  using folder = await RunFolder.open(out, plan, { shared: false });
  using progress = startProgress(plan.parts, io.terminal);
  const picture = `${out}/${STATE}/${Deno.pid}.picture.part`;
  let kept = 0;
  for (const [i, { folder: from, record }] of places.entries()) {
    const part = folder.part(i + 1);
    using _ = onInterrupt(() => {
      removeQuietly(statePath(out, part, "part"));
      removeQuietly(picture);
      folder[Symbol.dispose]();
    });
    if (await folder.isWhole(part, () => imagesOf(`${out}/${part.file}`))) kept++;
    else {
      try {
        const pieces = copiedPieces({ from, record, to: out, aside: picture }, part);
        await makePart(out, part, pieces, () => record.more);
      } finally {
        removeQuietly(picture);
      }
    }
    progress.update(i + 1, "parts");
  }
  folder.finish();
  const keeping = kept === 0 ? "" : `, kept ${kept} that stood there`;
  io.log(
    `Merged ${places.length - kept} parts to ${out}${keeping}: all ${plan.items} items are there`,
  );
}
