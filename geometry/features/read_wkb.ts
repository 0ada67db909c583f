import type { Feature, FeatureType, Member } from "./feature.ts";
import { FeatureBuilder } from "./_feature_builder.ts";

const TYPES: readonly FeatureType[] = [
  "Point",
  "LineString",
  "Polygon",
  "MultiPoint",
  "MultiLineString",
  "MultiPolygon",
  "GeometryCollection",
];

/** Collections in collections deeper than this are refused. */
const DEPTH = 64;

/**
 * Reads a feature from well-known binary, ISO's or PostGIS' extended form, of either byte order.
 * The doubles are taken as the shortest decimals that stand for them, as text would show them.
 *
 * @param source bytes, or the hexadecimal text that databases print
 * @returns the feature; Z, M and SRID are read and left out
 * @throws SyntaxError naming the byte and what must stand there
 *
 * Cost: linear in the bytes.
 *
 * @example
 * ```ts
 * import { readWkb } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const point = readWkb("0101000000000000000000f03f0000000000000040");
 * assertEquals([point.x[0], point.y[0]], [1, 2]);
 * ```
 */
export function readWkb(source: Uint8Array | string): Feature {
  const bytes = typeof source === "string" ? fromHex(source.trim()) : source;
  const reader = new WkbReader(bytes);
  const feature = reader.feature();
  reader.expectEnd();
  return feature;
}

function fromHex(text: string): Uint8Array {
  const bad = text.search(/[^0-9a-fA-F]/);
  if (bad >= 0 || text.length % 2 === 1) {
    const what = bad >= 0
      ? `${JSON.stringify(text[bad])} at character ${bad + 1}`
      : "an odd length";
    throw new SyntaxError(
      `Cannot read well-known binary: ${what}, must be pairs of hexadecimal digits`,
    );
  }
  return Uint8Array.from(
    { length: text.length / 2 },
    (_, i) => parseInt(text.substr(2 * i, 2), 16),
  );
}

class WkbReader {
  readonly #view: DataView;
  readonly #builder = new FeatureBuilder();
  #at = 0;
  #isLittle = true;
  /** How many values a position has. */
  #width = 2;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  feature(): Feature {
    return this.#builder.feature(this.#geometry(0));
  }

  expectEnd(): void {
    if (this.#at < this.#view.byteLength) this.#fail("the end");
  }

  #geometry(depth: number): FeatureType {
    const type = this.#head();
    if (depth > DEPTH) this.#fail(`nested at most ${DEPTH} deep`);
    if (type === "GeometryCollection") {
      this.#times(9, () => this.#geometry(depth + 1));
    } else {
      this.#builder.openMember(type as Member["type"]);
      this.#body(type);
      this.#builder.closeMember();
    }
    return type;
  }

  #body(type: FeatureType): void {
    if (type === "Point") return this.#point();
    if (type === "LineString") return this.#points("line");
    if (type === "Polygon") return this.#polygon();
    const single = type.slice("Multi".length) as FeatureType;
    this.#times(5, () => {
      const found = this.#head();
      if (found !== single) this.#fail(`a ${single}`);
      this.#body(found);
    });
  }

  #polygon(): void {
    this.#builder.openPolygon();
    this.#times(4, () => this.#points("ring"));
  }

  #points(kind: "line" | "ring"): void {
    this.#times(8 * this.#width, () => this.#position());
    this.#builder.close(kind);
  }

  /** The point that is empty has coordinates that are not numbers. */
  #point(): void {
    this.#need(8 * this.#width);
    const isEmpty = Number.isNaN(this.#view.getFloat64(this.#at, this.#isLittle));
    if (isEmpty) this.#at += 8 * this.#width;
    else this.#position();
    this.#builder.close("point");
  }

  #position(): void {
    this.#need(8 * this.#width);
    const [x, y] = [0, 8].map((k) => this.#view.getFloat64(this.#at + k, this.#isLittle));
    this.#builder.add(String(x), String(y));
    this.#at += 8 * this.#width;
  }

  #head(): FeatureType {
    this.#need(5);
    const order = this.#view.getUint8(this.#at);
    if (order > 1) this.#fail("a byte order of 0 or 1");
    this.#isLittle = order === 1;
    const code = this.#view.getUint32(this.#at + 1, this.#isLittle);
    const iso = (code & 0x1fffffff) % 1000;
    const dimensions = Math.floor((code & 0x1fffffff) / 1000);
    const type = TYPES[iso - 1];
    if (type === undefined || dimensions > 3) this.#fail("a kind of geometry of 1 to 7");
    const extra = (code >>> 31) + ((code >>> 30) & 1);
    this.#width = 2 + Math.max(extra, dimensions === 3 ? 2 : Math.min(dimensions, 1));
    this.#at += 5;
    if (code & 0x20000000) {
      this.#need(4);
      this.#at += 4;
    }
    return type;
  }

  /** Counts are held against what is left, so that none makes a reader run for ever. */
  #times(least: number, member: () => void): void {
    this.#need(4);
    const count = this.#view.getUint32(this.#at, this.#isLittle);
    if (count * least > this.#view.byteLength - this.#at - 4) {
      this.#fail(`a count whose ${count} members fit into what is left`);
    }
    this.#at += 4;
    for (let i = 0; i < count; i++) member();
  }

  #need(bytes: number): void {
    if (this.#at + bytes > this.#view.byteLength) this.#fail(`followed by ${bytes} bytes`);
  }

  #fail(must: string): never {
    throw new SyntaxError(`Cannot read well-known binary: byte ${this.#at}, must be ${must}`);
  }
}
