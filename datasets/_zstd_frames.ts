/** What the next bytes of a zstd file are. */
type Part = "magic" | "descriptor" | "header" | "block" | "data" | "checksum" | "size" | "skip";

/** Sizes of the dictionary's id and of the content's size by their two bits. */
const DICTIONARY = [0, 1, 2, 4];
const CONTENT = [0, 2, 4, 8];

/**
 * Follows the frames of a zstd file by the sizes that they state, to tell where each ends and that
 * none is cut off: some decoders end at both in silence.
 *
 * Source: RFC 8878, section 3.1.
 */
export class ZstdFrames {
  #part: Part = "magic";
  /** The bytes of the present part so far, where it is read; all are four at most. */
  #read: number[] = [];
  /** How many bytes the present part has still. */
  #left = 4;
  #hasChecksum = false;
  #isLast = false;

  /** Whether a frame has ended here, and the file may. */
  get isWhole(): boolean {
    return this.#part === "magic" && this.#left === 4;
  }

  /** Takes the next bytes up to the end of a frame; how many, or -1 where they are no zstd. */
  take(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length) {
      const isSkipped = this.#part === "header" || this.#part === "data" ||
        this.#part === "checksum" || this.#part === "skip";
      const step = isSkipped ? Math.min(this.#left, bytes.length - at) : 1;
      if (!isSkipped) this.#read.push(bytes[at]!);
      at += step;
      this.#left -= step;
      while (this.#left === 0) if (!this.#next()) return -1;
      if (this.isWhole) break;
    }
    return at;
  }

  /** Goes to the part behind one that is read. */
  #next(): boolean {
    const [a = 0, b = 0, c = 0, d = 0] = this.#read;
    this.#read = [];
    switch (this.#part) {
      case "magic": {
        const isFrame = a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd;
        const isSkippable = (a & 0xf0) === 0x50 && b === 0x2a && c === 0x4d && d === 0x18;
        return (isFrame || isSkippable) &&
          this.#go(isFrame ? "descriptor" : "size", isFrame ? 1 : 4);
      }
      case "descriptor": {
        const isSingle = ((a >> 5) & 1) === 1;
        this.#hasChecksum = ((a >> 2) & 1) === 1;
        const content = a >> 6 === 0 && isSingle ? 1 : CONTENT[a >> 6]!;
        return this.#go("header", DICTIONARY[a & 3]! + content + (isSingle ? 0 : 1));
      }
      case "header":
        return this.#go("block", 3);
      case "block": {
        const header = a | (b << 8) | (c << 16);
        this.#isLast = (header & 1) === 1;
        const kind = (header >> 1) & 3;
        return kind < 3 && this.#go("data", kind === 1 ? 1 : header >> 3);
      }
      case "data":
        if (!this.#isLast) return this.#go("block", 3);
        return this.#hasChecksum ? this.#go("checksum", 4) : this.#go("magic", 4);
      case "size":
        return this.#go("skip", (a | (b << 8) | (c << 16)) + d * 2 ** 24);
      default:
        return this.#go("magic", 4);
    }
  }

  #go(part: Part, left: number): true {
    this.#part = part;
    this.#left = left;
    return true;
  }
}
