/** Bytes that come in pieces. */
type Pieces = AsyncIterable<Uint8Array>;

const MARK = "\ufeff", REPLACEMENT = "\ufffd";
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });

/** A file that is no text from one of its lines on. */
export class TextFault extends SyntaxError {
  override readonly name = "TextFault";

  constructor(readonly path: string, readonly line: number, what: string) {
    super(`Cannot read ${path}: ${what}`);
  }
}

/**
 * Decodes UTF-8 piece by piece and skips a byte order mark. Where the bytes are no text, all text
 * before them is yielded first, so that no record before the fault is lost.
 *
 * @param path the path, for errors
 * @param bytes reads the file anew
 * @throws TextFault that names the line of bytes that are no UTF-8, or that no text has: zeros, as
 * of UTF-16 without a mark
 */
export async function* decodeText(path: string, bytes: () => Pieces): AsyncIterable<string> {
  let open: Uint8Array = new Uint8Array(0);
  let offset = 0;
  for await (const part of ended(bytes())) {
    const block = part === null ? open : joined(open, part);
    const size = part === null ? block.length : completeSize(block);
    const whole = block.subarray(0, size);
    const { text, isWhole } = decode(whole);
    yield offset === 0 && text.startsWith(MARK) ? text.slice(1) : text;
    if (!isWhole) {
      const line = await lineAt(bytes(), offset + new TextEncoder().encode(text).length);
      throw new TextFault(path, line, faultOf(block, offset, line));
    }
    offset += size;
    open = block.slice(size);
  }
}

function faultOf(block: Uint8Array, offset: number, line: number): string {
  if (offset === 0 && block[0] === 0x1f && block[1] === 0x8b) {
    return "it is packed by gzip once more, must be packed once";
  }
  const utf16 = block.includes(0) || block[0]! >= 0xfe ? ", as UTF-16 has them" : "";
  return `line ${line} has bytes that are no text${utf16}, must be UTF-8`;
}

/** The pieces, and null behind the last one. */
async function* ended(pieces: Pieces): AsyncIterable<Uint8Array | null> {
  yield* pieces;
  yield null;
}

function decode(bytes: Uint8Array): { text: string; isWhole: boolean } {
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { text: decode(bytes.subarray(0, zero)).text, isWhole: false };
  try {
    return { text: STRICT.decode(bytes), isWhole: true };
  } catch {
    const text = LENIENT.decode(bytes);
    return { text: text.slice(0, text.indexOf(REPLACEMENT)), isWhole: false };
  }
}

/** How many of the bytes end with a whole character. */
function completeSize(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return length;
    if (byte < 0xc0) continue;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return size > back ? length - back : length;
  }
  return length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The line, from 1, on which a byte stands. */
async function lineAt(pieces: Pieces, offset: number): Promise<number> {
  let line = 1;
  let left = offset;
  for await (const piece of pieces) {
    for (const byte of piece.subarray(0, left)) if (byte === 0x0a) line++;
    left -= piece.length;
    if (left <= 0) break;
  }
  return line;
}
