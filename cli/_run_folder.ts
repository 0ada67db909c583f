import { createHash } from "node:crypto";
import type { JsonValue } from "../tasks/mod.ts";
import { digestOf, makeFolder, readJson, sizeOf } from "./_disk.ts";
import { removeQuietly } from "./_interrupt.ts";
import { LockedError, openLocked } from "./_lock.ts";
import { type Part, partOf, type PartRecord, STATE, statePath, writeSynced } from "./_part.ts";
import { requireNoLink } from "./_picture_files.ts";
import { readPictures } from "./_pictures.ts";

/** What a whole run comes to, for its manifest. */
export interface RunPlan {
  /** All that its bytes depend on. */
  readonly config: Readonly<Record<string, JsonValue>>;
  /** How many items. */
  readonly items: number;
  /** How many parts. */
  readonly parts: number;
  /** What a part that stands alone is called. */
  readonly whole: string;
}

/** The file that says what a folder holds. */
export interface Manifest {
  /** All that the bytes depend on. */
  readonly config: Readonly<Record<string, JsonValue>>;
  /** The SHA-256 of the configuration as JSON, in hexadecimal. */
  readonly config_sha256: string;
  /** How many items. */
  readonly items: number;
  /** How many bytes of lines. */
  readonly bytes: number;
  /** The parts in order. */
  readonly parts: readonly PartRecord[];
}

/** How {@link RunFolder.open} opens. */
export interface FolderOptions {
  /** Whether other processes may make other parts of the same run at the same time. */
  readonly shared: boolean;
}

/**
 * The folder of one run: its parts, a manifest once they are complete, and until then the state
 * that a later process goes on from.
 */
export class RunFolder implements Disposable {
  /** Where it stands. */
  readonly path: string;
  readonly #plan: RunPlan;
  readonly #lock: Deno.FsFile;
  #manifest: Manifest | null;
  #finished = false;

  private constructor(
    path: string,
    fields: { plan: RunPlan; lock: Deno.FsFile; manifest: Manifest | null },
  ) {
    this.path = path;
    this.#plan = fields.plan;
    this.#lock = fields.lock;
    this.#manifest = fields.manifest;
  }

  /**
   * Takes a folder for a run, making it where it is absent.
   *
   * @throws Error when it holds another run, files of other origin, or is in use
   */
  static async open(path: string, plan: RunPlan, options: FolderOptions): Promise<RunFolder> {
    makeFolder(path);
    for (const own of [STATE, "images"]) requireNoLink(`${path}/${own}`);
    requireNoLinksIn(`${path}/${STATE}`);
    const manifest = readManifest(path, plan);
    makeFolder(`${path}/${STATE}`);
    const lock = await lockRun(path, options);
    const folder = new RunFolder(path, { plan, lock, manifest });
    try {
      if (manifest === null) claim(path, plan);
      const { images = "none" } = plan.config;
      if (images !== "none") makeFolder(`${path}/images`);
    } catch (error) {
      folder[Symbol.dispose]();
      throw error;
    }
    return folder;
  }

  /**
   * Whether a part stands there as its record says, to the last byte of its pictures.
   *
   * @param part which part
   * @param pictures the paths of its pictures in order, where it has any
   */
  async isWhole(
    part: Part,
    pictures: () => Iterable<string> | AsyncIterable<string>,
  ): Promise<boolean> {
    const record = this.recordOf(part);
    if (record === null) return false;
    const found = await digestOf(`${this.path}/${part.file}`);
    if (found === null || found.bytes !== record.bytes || found.sha256 !== record.sha256) {
      return false;
    }
    if (record.pictures === null) return true;
    const standing = await readPictures(this.path, pictures());
    return standing !== null && standing.sha256 === record.pictures.sha256;
  }

  /**
   * Writes the manifest if every part is there.
   *
   * @returns how many parts are not
   */
  finish(): number {
    const records: PartRecord[] = [];
    for (let number = 1; number <= this.#plan.parts; number++) {
      const part = this.part(number);
      const record = this.recordOf(part);
      const size = record === null ? null : sizeOf(`${this.path}/${part.file}`);
      if (record !== null && size === record.bytes) records.push(record);
    }
    const missing = this.#plan.parts - records.length;
    if (missing === 0) this.#complete(records);
    return missing;
  }

  #complete(parts: readonly PartRecord[]): void {
    const { items } = this.#plan;
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    this.#manifest = { ...headOf(this.#plan), items, bytes, parts };
    writeSynced(`${this.path}/manifest.json`, `${JSON.stringify(this.#manifest, null, 2)}\n`);
    this.#finished = true;
  }

  /** A part of the run. */
  part(number: number): Part {
    const { items, parts, whole } = this.#plan;
    return partOf(items, { part: number, of: parts, whole });
  }

  /** What an earlier process said of a part; one that was made again since has a newer record. */
  recordOf(part: Part): PartRecord | null {
    return readJson<PartRecord>(statePath(this.path, part, "json")) ??
      this.#manifest?.parts[part.number - 1] ?? null;
  }

  /** Gives the folder free, without its state once that holds nothing to go on from. */
  [Symbol.dispose](): void {
    const state = `${this.path}/${STATE}`;
    try {
      const names = Array.from(Deno.readDirSync(state), ({ name }) => name);
      const needed = names.some((name) => /^\d/.test(name)) && !this.#finished;
      // Of several processes, the last that is at the run takes the state away.
      this.#lock.unlockSync();
      if (!needed && this.#lock.tryLockSync(true)) Deno.removeSync(state, { recursive: true });
    } finally {
      this.#lock.close();
    }
  }
}

/** A link among a run's state would have what is half made written elsewhere. */
function requireNoLinksIn(folder: string): void {
  if (sizeOf(folder) === null) return;
  for (const { name } of Deno.readDirSync(folder)) requireNoLink(`${folder}/${name}`);
}

async function lockRun(path: string, { shared }: FolderOptions): Promise<Deno.FsFile> {
  try {
    return await openLocked(`${path}/${STATE}/lock`, { exclusive: !shared });
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    throw new Error(
      `Cannot write into ${path}: another process is at it, must be one at a time ` +
        `(or each with its own --shard)`,
      { cause: error },
    );
  }
}

/** The manifest of the same run; null when there is none. */
function readManifest(path: string, plan: RunPlan): Manifest | null {
  const manifest = readJson<Manifest>(`${path}/manifest.json`);
  if (manifest !== null) requireOwn(path, plan, manifest);
  return manifest;
}

/** Marks the folder as this run's; of several processes, all must be of the same run. */
function claim(path: string, plan: RunPlan): void {
  const mark = `${path}/${STATE}/run.json`;
  const own = `${mark}.${crypto.randomUUID().slice(0, 8)}`;
  const head = headOf(plan);
  try {
    const known = readJson<RunHead>(mark);
    if (known !== null) return requireOwn(path, plan, known);
    requireNoParts(path, plan);
    writeSynced(own, JSON.stringify(head));
    // A link is made whole or not at all, and never over another.
    Deno.linkSync(own, mark);
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    requireOwn(path, plan, readJson<RunHead>(mark)!);
  } finally {
    removeQuietly(own);
  }
}

/** A part that nobody has a record of is not ours to replace. */
function requireNoParts(path: string, plan: RunPlan): void {
  const first = partOf(plan.items, { part: 1, of: plan.parts, whole: plan.whole }).file;
  if (sizeOf(`${path}/${first}`) === null) return;
  throw new Error(
    `Cannot write into ${path}: it holds ${first} without a manifest, must be an empty folder`,
  );
}

/** What a run is, and its checksum. */
export type RunHead = Pick<Manifest, "config" | "config_sha256">;

/** The head of a run's manifest. */
export function headOf({ config, items, parts }: RunPlan): RunHead {
  const whole = { ...config, items, parts };
  const config_sha256 = createHash("sha256").update(JSON.stringify(whole)).digest("hex");
  return { config: whole, config_sha256 };
}

function requireOwn(path: string, plan: RunPlan, known: RunHead): void {
  const differing = differingOf(headOf(plan), known);
  if (differing === "") return;
  throw new Error(
    `Cannot write into ${path}: it holds another run (${differing}), ` +
      `must be an empty folder or one of the same run`,
  );
}

/**
 * Demands two plans of the same run.
 *
 * @param what begins the error
 */
export function requireSame(a: RunPlan, b: RunPlan, what: string): void {
  const differing = differingOf(headOf(a), headOf(b));
  if (differing !== "") throw new Error(`${what}: ${differing}, must be of one run`);
}

/** Ids follow from all the rest: a task is the same though its seed, which is told apart, is not. */
function exceptIds(key: string, value: unknown): unknown {
  return key === "ids" ? undefined : value;
}

function differingOf(own: RunHead, known: RunHead): string {
  if (own.config_sha256 === known.config_sha256) return "";
  const differing = Object.keys({ ...known.config, ...own.config }).filter((key) =>
    JSON.stringify(own.config[key], exceptIds) !== JSON.stringify(known.config?.[key], exceptIds)
  );
  const [first = "checksums", ...others] = differing;
  const isOne = others.length === 0 && !first.endsWith("s");
  return `${[first, ...others].join(", ")} ${isOne ? "differs" : "differ"}`;
}
