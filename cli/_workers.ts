import type { ShardRange } from "../tasks/mod.ts";
import type { Part, PartRecord } from "./_part.ts";
import type { Pictures } from "./_pictures.ts";
import type { SourceSpec } from "./_source.ts";

/** What a worker is told first. */
export interface WorkerSetup {
  /** What to generate. */
  readonly spec: SourceSpec;
  /** The run's folder; null when lines go elsewhere and there are no pictures. */
  readonly folder: string | null;
  /** Different for each worker of each process. */
  readonly name: string;
}

/** Items to be sent back. */
export interface ChunkJob {
  /** Which items. */
  readonly range: ShardRange;
  /** A buffer to fill, of an earlier chunk. */
  readonly buffer: Uint8Array<ArrayBuffer> | undefined;
}

/** A chunk: lines to be written, pictures that stand in their place. */
export interface ChunkReply {
  /** Begins with the lines. */
  readonly buffer: Uint8Array<ArrayBuffer>;
  /** How many bytes of the buffer are lines. */
  readonly length: number;
  /** How many lines. */
  readonly count: number;
  /** The pictures; null where none are made. */
  readonly pictures: Pictures | null;
}

/** What a worker is asked for. */
export type WorkerJob =
  | { readonly kind: "chunk"; readonly job: ChunkJob }
  | { readonly kind: "part"; readonly job: Part };

/** What a worker answers. */
export type WorkerReply =
  | { readonly ok: ChunkReply | PartRecord | null }
  | { readonly error: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** Threads that generate, each with the whole run before it. */
export class GenerateWorkers implements Disposable {
  readonly #workers: readonly Worker[];
  readonly #waiting: readonly Waiting[][];

  /**
   * Starts workers.
   *
   * @param size how many
   * @param setup what all of them are told
   */
  constructor(size: number, setup: WorkerSetup) {
    const url = new URL("./_generate_worker.ts", import.meta.url);
    this.#workers = Array.from({ length: size }, () => new Worker(url, { type: "module" }));
    this.#waiting = this.#workers.map(() => []);
    this.#workers.forEach((worker, i) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
        const { resolve, reject } = this.#waiting[i]!.shift()!;
        if ("error" in data) reject(new Error(data.error));
        else resolve(data.ok);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        const lost = new Error(`Cannot go on: a worker ended, ${event.message}`);
        for (const { reject } of this.#waiting[i]!.splice(0)) reject(lost);
      };
      worker.postMessage({ ...setup, name: `${setup.name}-${i}` });
    });
  }

  /** How many there are. */
  get size(): number {
    return this.#workers.length;
  }

  /** Has one of them make items and send them back; the buffer that is given goes to it. */
  chunk(worker: number, job: ChunkJob): Promise<ChunkReply> {
    const transfer = job.buffer === undefined ? [] : [job.buffer.buffer];
    return this.#ask(worker, { kind: "chunk", job }, transfer);
  }

  /** Has one of them make a part. */
  part(worker: number, job: Part): Promise<PartRecord> {
    return this.#ask(worker, { kind: "part", job }, []);
  }

  #ask<Reply>(worker: number, job: WorkerJob, transfer: Transferable[]): Promise<Reply> {
    return new Promise<Reply>((resolve, reject) => {
      this.#waiting[worker]!.push({ resolve: resolve as Waiting["resolve"], reject });
      this.#workers[worker]!.postMessage(job, transfer);
    });
  }

  /** Ends them at once. */
  [Symbol.dispose](): void {
    for (const worker of this.#workers) worker.terminate();
  }
}
