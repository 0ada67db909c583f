import type { GenerateJob } from "./_generate_job.ts";
import { onInterrupt, removeQuietly } from "./_interrupt.ts";
import { makePart, type Part, partOf, STATE, statePath } from "./_part.ts";
import { openPainter, picturePaths } from "./_pictures.ts";
import { piecesByWorkers, piecesHere } from "./_pieces.ts";
import type { Progress } from "./_progress.ts";
import { RunFolder } from "./_run_folder.ts";
import { GenerateWorkers } from "./_workers.ts";
import type { CommandIo } from "./command.ts";

const WHOLE = "items.jsonl";

/**
 * Makes the parts of a run that are not whole, and the manifest once none is missing.
 *
 * @throws Error when something cannot be written, or another process is at it
 */
export async function makeParts(
  job: GenerateJob,
  io: CommandIo,
  progress: Progress,
): Promise<void> {
  const { source, items, parts, shared, out } = job;
  const plan = { config: source.config, items, parts, whole: WHOLE };
  using folder = await RunFolder.open(out, plan, { shared });
  const kept = await new Making(job, folder, progress).run();
  const missing = folder.finish();
  const own = ownParts(job);
  io.log(
    `Wrote ${counted(own.length - kept, "part")} to ${out}` +
      (kept === 0 ? "" : `, kept ${kept} that stood there`) +
      (missing === 0 ? `: all ${items} items are there` : `: ${missing} of ${parts} are missing`),
  );
  if (missing > 0 && !shared) throw new Error(`Cannot finish ${out}: parts were taken away`);
}

function ownParts({ items, parts, own }: GenerateJob): Part[] {
  return Array.from(
    { length: own.count },
    (_, i) => partOf(items, { part: own.first + i + 1, of: parts, whole: WHOLE }),
  );
}

/** Makes one part, in one of several lanes. */
type Maker = (lane: number, part: Part) => Promise<unknown>;

/** One process at its share of the parts. */
class Making {
  readonly #job: GenerateJob;
  readonly #folder: RunFolder;
  readonly #progress: Progress;
  readonly #underWay = new Set<Part>();
  /** Begins the names of files that no other process may touch. */
  readonly #name = `${Deno.pid}-${crypto.randomUUID().slice(0, 8)}`;
  #kept = 0;
  #done = 0;

  constructor(job: GenerateJob, folder: RunFolder, progress: Progress) {
    this.#job = job;
    this.#folder = folder;
    this.#progress = progress;
  }

  /** Makes what is not whole; returns how many parts were. */
  async run(): Promise<number> {
    using _ = onInterrupt(() => {
      this.#clean();
      this.#folder[Symbol.dispose]();
    });
    try {
      if (this.#job.workers === 1) await this.#here();
      else await this.#byWorkers(this.#job.workers);
    } catch (error) {
      this.#clean();
      throw error;
    }
    return this.#kept;
  }

  async #here(): Promise<void> {
    const { path } = this.#folder;
    const { source } = this.#job;
    const painter = openPainter(source, path, `${path}/${STATE}/${this.#name}.picture.part`);
    await this.#inLanes(1, (_, part) => makePart(path, part, piecesHere(source, part, painter)));
  }

  /** Each worker makes parts of its own; a part that stands alone they make together. */
  async #byWorkers(count: number): Promise<void> {
    const { path } = this.#folder;
    const { spec, source, own } = this.#job;
    using workers = new GenerateWorkers(count, { spec, folder: path, name: this.#name });
    if (own.count > 1) return await this.#inLanes(count, (lane, part) => workers.part(lane, part));
    await this.#inLanes(
      1,
      (_, part) => makePart(path, part, piecesByWorkers(workers, source, part)),
    );
  }

  async #inLanes(lanes: number, make: Maker): Promise<void> {
    const parts = ownParts(this.#job).values();
    await Promise.all(Array.from({ length: lanes }, (_, lane) => this.#inLane(parts, lane, make)));
  }

  async #inLane(parts: Iterable<Part>, lane: number, make: Maker): Promise<void> {
    for (const part of parts) {
      const { source } = this.#job;
      if (await this.#folder.isWhole(part, () => picturePaths(source, part))) this.#kept++;
      else await this.#make(part, () => make(lane, part));
      this.#progress.update(this.#done += part.count, "items");
    }
  }

  async #make(part: Part, make: () => Promise<unknown>): Promise<void> {
    this.#underWay.add(part);
    try {
      await make();
    } finally {
      this.#underWay.delete(part);
    }
  }

  /** Removes what is half made. */
  #clean(): void {
    const state = `${this.#folder.path}/${STATE}`;
    for (const part of this.#underWay) removeQuietly(statePath(this.#folder.path, part, "part"));
    removeQuietly(`${state}/${this.#name}.picture.part`);
    for (let i = 0; i < this.#job.workers; i++) {
      removeQuietly(`${state}/${this.#name}-${i}.picture.part`);
    }
  }
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
