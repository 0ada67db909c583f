import type { ShardRange } from "../tasks/mod.ts";
import { breather } from "./_interrupt.ts";
import type { Piece } from "./_part.ts";
import type { Painter } from "./_pictures.ts";
import type { Source } from "./_source.ts";
import type { GenerateWorkers } from "./_workers.ts";

/** Items of a chunk: enough that messages cost little, few enough that memory stays small. */
const CHUNK = 2048;

/** With pictures a chunk is smaller, for each of them takes milliseconds. */
const PICTURE_CHUNK = 64;

/** Chunks that each worker has before it, so that none waits for the main thread. */
const AHEAD = 3;

/** The pieces of a range, made in this thread. */
export async function* piecesHere(
  source: Source,
  range: ShardRange,
  painter: Painter | null,
): AsyncGenerator<Piece> {
  const breathe = breather();
  for (const { first, count } of chunksOf(range, source)) {
    const pictures = painter === null ? null : await painter({ first, count });
    yield { lines: new Uint8Array(), count, pictures };
    for (const lines of source.items.lines(first, count)) {
      yield { lines, count: 0, pictures: null };
    }
    await breathe();
  }
}

/** The pieces of a range in order, made by workers, chunk by chunk in turn. */
export async function* piecesByWorkers(
  workers: GenerateWorkers,
  source: Source,
  range: ShardRange,
): AsyncGenerator<Piece> {
  const chunks = chunksOf(range, source);
  const asked: ReturnType<GenerateWorkers["chunk"]>[] = [];
  let turn = 0;
  const ask = (buffer?: Uint8Array<ArrayBuffer>) => {
    const { value } = chunks.next();
    if (value === undefined) return;
    const reply = workers.chunk(turn++ % workers.size, { range: value, buffer });
    // It is awaited in its turn; until then, its failure is not unhandled.
    reply.catch(() => {});
    asked.push(reply);
  };
  for (let i = 0; i < AHEAD * workers.size; i++) ask();
  for (let reply = asked.shift(); reply !== undefined; reply = asked.shift()) {
    const { buffer, length, count, pictures } = await reply;
    yield { lines: buffer.subarray(0, length), count, pictures };
    ask(buffer);
  }
}

function* chunksOf(range: ShardRange, source: Source): Generator<ShardRange, undefined> {
  const size = source.images === "none" ? CHUNK : PICTURE_CHUNK;
  for (let done = 0; done < range.count; done += size) {
    yield { first: range.first + done, count: Math.min(size, range.count - done) };
  }
}
