/**
 * The thread of a worker: told what to generate, it makes chunks or parts until it is ended.
 *
 * @module
 */
import { messageOf } from "./_lines.ts";
import { loadModule } from "./_own.ts";
import { makePart } from "./_part.ts";
import { piecesHere } from "./_pieces.ts";
import { openPainter, type Painter } from "./_pictures.ts";
import { openSource, type Source } from "./_source.ts";
import { STATE } from "./_part.ts";
import type { ChunkJob, ChunkReply, WorkerJob, WorkerReply, WorkerSetup } from "./_workers.ts";

/** What a worker's global scope has; the types of a window do not know it. */
interface WorkerScope {
  onmessage: (event: MessageEvent) => void;
  postMessage(reply: WorkerReply, transfer: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;

/** A chunk's buffer at first; it grows to what the longest chunk takes. */
const BUFFER = 1 << 21;

scope.onmessage = ({ data }: MessageEvent<WorkerSetup>) => {
  const bench = openBench(data);
  let last: Promise<unknown> = bench;
  // One job after the other: answers come in the order of the questions.
  scope.onmessage = ({ data }: MessageEvent<WorkerJob>) => {
    last = last.then(() => answer(bench, data));
  };
};

/** What the jobs of a worker share. */
interface Bench {
  readonly source: Source;
  readonly folder: string | null;
  readonly painter: Painter | null;
}

async function openBench({ spec, folder, name }: WorkerSetup): Promise<Bench> {
  for (const url of spec.modules) await loadModule(url);
  const source = openSource(spec);
  const painter = folder === null
    ? null
    : openPainter(source, folder, `${folder}/${STATE}/${name}.picture.part`);
  return { source, folder, painter };
}

async function answer(opened: Promise<Bench>, job: WorkerJob): Promise<void> {
  try {
    const bench = await opened;
    if (job.kind === "chunk") {
      const ok = await makeChunk(bench, job.job);
      scope.postMessage({ ok }, [ok.buffer.buffer]);
    } else {
      const pieces = piecesHere(bench.source, job.job, bench.painter);
      scope.postMessage({ ok: await makePart(bench.folder!, job.job, pieces) }, []);
    }
  } catch (error) {
    scope.postMessage({ error: messageOf(error) }, []);
  }
}

async function makeChunk(bench: Bench, { range, buffer }: ChunkJob): Promise<ChunkReply> {
  const pictures = bench.painter === null ? null : await bench.painter(range);
  let target = buffer ?? new Uint8Array(BUFFER);
  let length = 0;
  for (const lines of bench.source.items.lines(range.first, range.count)) {
    if (length + lines.length > target.length) target = grown(target, length + lines.length);
    target.set(lines, length);
    length += lines.length;
  }
  return { buffer: target, length, count: range.count, pictures };
}

function grown(buffer: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * buffer.length));
  larger.set(buffer);
  return larger;
}
