import { bytesOf } from "../geometry/base64.ts";
import { FONT_BASE64 } from "./_font_base64.ts";

/** The name of the bundled font. */
export const FONT_FAMILY = "DejaVu Sans";

/** The height of a capital letter of it, for a size of 1. */
export const CAPITAL_HEIGHT: number = 1493 / 2048;

/**
 * A glyph for a size of 1, y down, the origin on its base line: quadratic curves of six numbers
 * each, x and y of the start, the control point and the end. A straight line has its control
 * point halfway.
 */
export interface Glyph {
  readonly advance: number;
  readonly curves: Float64Array;
}

let bytes: Uint8Array<ArrayBuffer> | null = null;
let reader: FontReader | null = null;

/** The font file, decoded at first use. */
export function fontBytes(): Uint8Array<ArrayBuffer> {
  return bytes ??= bytesOf(FONT_BASE64);
}

/** The glyphs of a text; throws RangeError for a character that the font has not. */
export function glyphsOf(text: string): Glyph[] {
  const font = reader ??= new FontReader(fontBytes());
  return Array.from(text, (character) => font.glyph(character));
}

/** Reads the tables of a TrueType file that the bundled font has: see the OpenType specification. */
class FontReader {
  readonly #view: DataView;
  readonly #tables = new Map<string, number>();
  readonly #unit: number;
  readonly #glyphs = new Map<string, Glyph>();

  constructor(file: Uint8Array<ArrayBuffer>) {
    this.#view = new DataView(file.buffer);
    for (let i = 0; i < this.#view.getUint16(4); i++) {
      const tag = String.fromCharCode(...file.subarray(12 + 16 * i, 16 + 16 * i));
      this.#tables.set(tag, this.#view.getUint32(20 + 16 * i));
    }
    this.#unit = 1 / this.#view.getUint16(this.#table("head") + 18);
  }

  glyph(character: string): Glyph {
    let glyph = this.#glyphs.get(character);
    if (glyph === undefined) {
      const index = this.#index(character.codePointAt(0)!);
      if (index === 0) {
        throw new RangeError(
          `Cannot draw ${JSON.stringify(character)}: the font has Latin, Greek, Cyrillic and ` +
            "arrows, must be one of its characters",
        );
      }
      const curves: number[] = [];
      this.#outline(index, [1, 0, 0, 1, 0, 0], curves);
      glyph = { advance: this.#advance(index), curves: Float64Array.from(curves) };
      this.#glyphs.set(character, glyph);
    }
    return glyph;
  }

  #table(tag: string): number {
    return this.#tables.get(tag)!;
  }

  /** The glyph of a code point by a character map of format 12; 0 for none. */
  #index(code: number): number {
    const cmap = this.#table("cmap");
    for (let i = 0; i < this.#view.getUint16(cmap + 2); i++) {
      const map = cmap + this.#view.getUint32(cmap + 8 + 8 * i);
      if (this.#view.getUint16(map) !== 12) continue;
      for (let group = 0; group < this.#view.getUint32(map + 12); group++) {
        const at = map + 16 + 12 * group;
        const first = this.#view.getUint32(at);
        if (code >= first && code <= this.#view.getUint32(at + 4)) {
          return this.#view.getUint32(at + 8) + code - first;
        }
      }
    }
    return 0;
  }

  #advance(index: number): number {
    const last = this.#view.getUint16(this.#table("hhea") + 34) - 1;
    return this.#view.getUint16(this.#table("hmtx") + 4 * Math.min(index, last)) * this.#unit;
  }

  /** Adds the curves of a glyph under (x, y) -> (a x + c y + e, b x + d y + f) in font units. */
  #outline(index: number, matrix: Matrix, curves: number[]): void {
    const loca = this.#table("loca") + 2 * index;
    const glyf = this.#table("glyf");
    const start = glyf + 2 * this.#view.getUint16(loca);
    if (start === glyf + 2 * this.#view.getUint16(loca + 2)) return;
    const contours = this.#view.getInt16(start);
    if (contours < 0) this.#composite(start + 10, matrix, curves);
    else this.#simple(start + 10, contours, matrix, curves);
  }

  #composite(at: number, [a, b, c, d, e, f]: Matrix, curves: number[]): void {
    for (let flags = 0x20; flags & 0x20;) {
      flags = this.#view.getUint16(at);
      const index = this.#view.getUint16(at + 2);
      at += 4;
      const isWide = (flags & 1) !== 0;
      const dx = isWide ? this.#view.getInt16(at) : this.#view.getInt8(at);
      const dy = isWide ? this.#view.getInt16(at + 2) : this.#view.getInt8(at + 1);
      at += isWide ? 4 : 2;
      const part = this.#scale(at, flags);
      at += flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
      const [pa, pb, pc, pd] = part;
      this.#outline(index, [
        a * pa + c * pb,
        b * pa + d * pb,
        a * pc + c * pd,
        b * pc + d * pd,
        a * dx + c * dy + e,
        b * dx + d * dy + f,
      ], curves);
    }
  }

  #scale(at: number, flags: number): [number, number, number, number] {
    const fixed = (i: number) => this.#view.getInt16(at + 2 * i) / 16384;
    if (flags & 8) return [fixed(0), 0, 0, fixed(0)];
    if (flags & 0x40) return [fixed(0), 0, 0, fixed(1)];
    return flags & 0x80 ? [fixed(0), fixed(1), fixed(2), fixed(3)] : [1, 0, 0, 1];
  }

  #simple(at: number, contours: number, matrix: Matrix, curves: number[]): void {
    const ends = Array.from({ length: contours }, (_, i) => this.#view.getUint16(at + 2 * i));
    const count = ends.at(-1)! + 1;
    at += 2 * contours;
    at += 2 + this.#view.getUint16(at);
    const flags: number[] = [];
    while (flags.length < count) {
      const flag = this.#view.getUint8(at++);
      const repeats = flag & 8 ? this.#view.getUint8(at++) : 0;
      for (let i = 0; i <= repeats; i++) flags.push(flag);
    }
    const x = this.#coordinates(at, flags, 2, 16);
    const y = this.#coordinates(x.end, flags, 4, 32);
    const [a, b, c, d, e, f] = matrix;
    const points = flags.map((flag, i): OutlinePoint => ({
      x: (a * x.values[i]! + c * y.values[i]! + e) * this.#unit,
      y: -(b * x.values[i]! + d * y.values[i]! + f) * this.#unit,
      isOn: (flag & 1) !== 0,
    }));
    ends.forEach((end, i) =>
      addContour(points.slice(i > 0 ? ends[i - 1]! + 1 : 0, end + 1), curves)
    );
  }

  #coordinates(at: number, flags: readonly number[], short: number, same: number) {
    let value = 0;
    const values = flags.map((flag) => {
      if (flag & short) {
        value += flag & same ? this.#view.getUint8(at++) : -this.#view.getUint8(at++);
      } else if (!(flag & same)) {
        value += this.#view.getInt16(at);
        at += 2;
      }
      return value;
    });
    return { values, end: at };
  }
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** Two control points in a row have a point of the curve halfway between them. */
function addContour(points: readonly OutlinePoint[], curves: number[]): void {
  const full = points.flatMap((point, i) => {
    const before = points.at(i - 1)!;
    return point.isOn || before.isOn ? [point] : [halfway(before, point), point];
  });
  const start = full.findIndex((point) => point.isOn);
  const path = [...full.slice(start), ...full.slice(0, start)];
  for (let i = 0; i < path.length;) {
    const from = path[i]!;
    const next = path[(i + 1) % path.length]!;
    const to = next.isOn ? next : path[(i + 2) % path.length]!;
    const control = next.isOn ? halfway(from, next) : next;
    curves.push(from.x, from.y, control.x, control.y, to.x, to.y);
    i += next.isOn ? 1 : 2;
  }
}

function halfway(a: OutlinePoint, b: OutlinePoint): OutlinePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true };
}
