import { parseDecimal } from "../decimal.ts";
import { EXACT_BELOW, Feature, type FeatureType, type Member, type Part } from "./feature.ts";

/** Digits of a number that are surely below 2^53. */
const SHORT = 15;

/** Gathers the parts of a feature while its text is read; coordinates stay what was written. */
export class FeatureBuilder {
  readonly #parts: Part[] = [];
  readonly #members: Member[] = [];
  /** Digits of every coordinate as a number, x before y, where they are few; else NaN. */
  readonly #digits: number[] = [];
  readonly #scales: number[] = [];
  /** The digits that are too many for a number, by their place. */
  readonly #long: Map<number, bigint> = new Map();
  #polygon = -1;
  #ring = 0;
  #start = 0;
  #written = 0;
  #unusable: string | null = null;

  /** Begins a member. */
  openMember(type: Member["type"]): void {
    this.#members.push({ type, start: this.#parts.length, end: this.#parts.length });
  }

  /** Ends the member begun last. */
  closeMember(): void {
    const member = this.#members.pop()!;
    this.#members.push({ ...member, end: this.#parts.length });
  }

  /** Begins a polygon: rings that follow are its own. */
  openPolygon(): void {
    this.#polygon++;
    this.#ring = 0;
  }

  /** A corner of the part that is being read. */
  add(x: string, y: string): void {
    this.#number(x);
    this.#number(y);
    this.#written++;
    const at = this.#digits.length - 4;
    if (at >= 2 * this.#start && this.#same(at, at + 2)) this.#drop();
  }

  /** Ends a part; one without corners leaves nothing, but for counting the rings. */
  close(kind: Part["kind"]): void {
    const first = 2 * this.#start;
    let end = this.#digits.length / 2;
    const isClosed = end > this.#start + 1 && this.#same(first, 2 * end - 2);
    if (kind === "ring" && isClosed) {
      this.#drop();
      end--;
    }
    const ring = kind === "ring" ? this.#ring++ : 0;
    if (end > this.#start) {
      const closed = isClosed || (kind === "ring" && end === this.#start + 1 && this.#written > 1);
      this.#parts.push({
        ...{ kind, start: this.#start, end, member: this.#members.length - 1, ring },
        polygon: kind === "ring" ? this.#polygon : -1,
        ...{ isClosed: closed, written: this.#written },
      });
    }
    this.#start = end;
    this.#written = 0;
  }

  /** What was gathered. */
  feature(type: FeatureType): Feature {
    const scale = this.#scales.reduce((most, s) => Math.max(most, s), 0);
    const count = this.#digits.length / 2;
    const [x, y] = [new Float64Array(count), new Float64Array(count)];
    let fits = this.#long.size === 0;
    for (let i = 0; fits && i < 2 * count; i++) {
      const value = this.#digits[i]! * 10 ** (scale - this.#scales[i]!) + 0;
      (i % 2 === 0 ? x : y)[i >> 1] = value;
      fits = Math.abs(value) < EXACT_BELOW;
    }
    const wide = fits ? null : Array.from({ length: 2 * count }, (_, i) => this.#integer(i, scale));
    wide?.forEach((value, i) => (i % 2 === 0 ? x : y)[i >> 1] = Number(value));
    return new Feature({
      ...{ type, scale, x, y, wide, parts: this.#parts, members: this.#members },
      unusable: this.#unusable,
    });
  }

  #integer(i: number, scale: number): bigint {
    const digits = this.#long.get(i) ?? BigInt(this.#digits[i]!);
    return digits * 10n ** BigInt(scale - this.#scales[i]!);
  }

  #same(i: number, j: number): boolean {
    return this.#equal(i, j) && this.#equal(i + 1, j + 1);
  }

  /** Numbers are kept in their shortest form, so that equal ones are written alike. */
  #equal(i: number, j: number): boolean {
    return this.#scales[i] === this.#scales[j] &&
      (this.#long.size === 0 || this.#long.get(i) === this.#long.get(j)) &&
      (this.#digits[i] === this.#digits[j] || this.#long.has(i));
  }

  #drop(): void {
    this.#long.delete(this.#digits.length - 1);
    this.#long.delete(this.#digits.length - 2);
    this.#digits.length -= 2;
    this.#scales.length -= 2;
  }

  #number(text: string): void {
    if (this.#short(text)) return;
    if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text)) {
      this.#unusable ??= text;
      this.#push(0, 0);
      return;
    }
    const { digits, scale } = parseDecimal(text, "coordinate");
    if (digits > -EXACT_BELOW && digits < EXACT_BELOW) return this.#push(Number(digits), scale);
    this.#long.set(this.#digits.length, digits);
    this.#push(NaN, scale);
  }

  /** Reads what has few digits and no exponent, without making anything. */
  #short(text: string): boolean {
    const isNegative = text.charCodeAt(0) === 45;
    let [digits, scale, zeros, isBehind, seen] = [0, 0, 0, false, 0];
    for (let i = isNegative ? 1 : 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 46 && !isBehind) {
        isBehind = true;
        continue;
      }
      if (code < 48 || code > 57 || ++seen > SHORT) return false;
      digits = 10 * digits + code - 48;
      if (isBehind) scale++;
      zeros = code === 48 ? zeros + 1 : 0;
    }
    if (seen === 0) return false;
    const cut = Math.min(zeros, scale);
    if (digits === 0) this.#push(0, 0);
    else this.#push((isNegative ? -digits : digits) / 10 ** cut, scale - cut);
    return true;
  }

  #push(digits: number, scale: number): void {
    this.#digits.push(digits);
    this.#scales.push(scale);
  }
}
