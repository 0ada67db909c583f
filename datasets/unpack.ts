import { ZstdFrames } from "./_zstd_frames.ts";

/** The endings of packed files, which the names of what is in them lack. */
export const PACKED = /\.(?:gz|gzip|zst|zstd)$/i;

/** So many bytes a file may unpack to whatever its size, and so many times its size beyond. */
const FREE = 256e6;
const RATIO = 250;

/** The first bytes of each way of packing. */
const KINDS = [
  { name: "gzip", mark: [0x1f, 0x8b] },
  { name: "zstd", mark: [0x28, 0xb5, 0x2f, 0xfd] },
] as const;

/**
 * The bytes of a file, unpacked where it begins as one packed by gzip or zstd does; as a stream.
 *
 * @param path the path, for errors
 * @param pieces the bytes as they are on disk; a piece may be used again once the next is asked for
 * @throws SyntaxError for data that are damaged or cut off, and for a file that unpacks to more than
 * 256 million bytes and 250 times its size, as one made to fill memories does
 */
export async function* unpack(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    const head = await readHead(iterator);
    const kind = KINDS.find(({ mark }) => mark.every((byte, i) => head[i] === byte));
    const whole = follow(head, iterator);
    if (kind === undefined) yield* whole;
    else yield* decompress(path, kind.name, whole);
  } finally {
    await iterator.return?.();
  }
}

/** The first pieces, up to four bytes at least where there are so many. */
async function readHead(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.length < 4) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  return head;
}

async function* follow(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    yield next.value;
  }
}

async function* decompress(
  path: string,
  kind: "gzip" | "zstd",
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const { Readable } = await import("node:stream");
  let [packed, unpacked] = [0, 0];
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) {
      packed += piece.length;
      yield piece.slice();
    }
  }
  try {
    for await (const part of kind === "gzip" ? [counted()] : framesOf(counted())) {
      const unpacker = await unpackerFor(path, kind);
      const source = Readable.from(part, { objectMode: false });
      source.on("error", (error) => unpacker.destroy(error));
      source.pipe(unpacker);
      try {
        for await (const piece of unpacker as AsyncIterable<Uint8Array>) {
          unpacked += piece.length;
          if (unpacked > FREE && unpacked > RATIO * packed) throw bomb(path);
          yield piece;
        }
      } finally {
        source.destroy();
        unpacker.destroy();
      }
    }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Cannot read ")) throw error;
    const message = `Cannot read ${path}: its ${kind} data are damaged or cut off, must be whole`;
    throw new SyntaxError(message, { cause: error });
  }
}

/** The frames of a zstd file, each as its pieces: decoders end with the first. */
async function* framesOf(
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<AsyncIterable<Uint8Array>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const frames = new ZstdFrames();
  let rest: Uint8Array = new Uint8Array(0);
  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const { value, done } = await iterator.next();
      if (done === true) return false;
      rest = value;
    }
    return true;
  };
  async function* frame(): AsyncIterable<Uint8Array> {
    do {
      if (!await fill()) throw new Error("the frame is cut off");
      const count = frames.take(rest);
      if (count < 0) throw new Error("this is no zstd");
      const piece = rest.subarray(0, count);
      rest = rest.subarray(count);
      yield piece;
    } while (!frames.isWhole);
  }
  while (await fill()) yield frame();
}

function bomb(path: string): SyntaxError {
  return new SyntaxError(
    `Cannot read ${path}: it unpacks to more than ${FREE / 1e6} MB and ${RATIO} times its size, ` +
      "must be unpacked by hand if that is meant",
  );
}

type Unpacker = import("node:stream").Transform;

async function unpackerFor(path: string, kind: "gzip" | "zstd"): Promise<Unpacker> {
  const zlib = await import("node:zlib") as unknown as {
    createGunzip(): Unpacker;
    createZstdDecompress?: () => Unpacker;
  };
  if (kind === "gzip") return zlib.createGunzip();
  if (zlib.createZstdDecompress !== undefined) return zlib.createZstdDecompress();
  throw new SyntaxError(
    `Cannot read ${path}: it is packed by zstd, which this version of Node cannot unpack, must be ` +
      "unpacked by hand, or read by Deno or Node 22.15",
  );
}
