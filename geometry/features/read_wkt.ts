import type { Feature, FeatureType, Member } from "./feature.ts";
import { FeatureBuilder } from "./_feature_builder.ts";

const TYPES: Readonly<Record<string, FeatureType>> = {
  POINT: "Point",
  LINESTRING: "LineString",
  LINEARRING: "LinearRing",
  POLYGON: "Polygon",
  MULTIPOINT: "MultiPoint",
  MULTILINESTRING: "MultiLineString",
  MULTIPOLYGON: "MultiPolygon",
  GEOMETRYCOLLECTION: "GeometryCollection",
};

/** Collections in collections deeper than this are refused. */
const DEPTH = 64;

/**
 * Reads a feature from well-known text (OGC 06-103r4, 7), for example
 * `POLYGON ((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))`. Coordinates are exact as written.
 * Z and M values are read and left out: relations are of the plane.
 *
 * @param text one geometry; `EMPTY` at any depth
 * @returns the feature; NaN and infinite coordinates are kept for the check of validity
 * @throws SyntaxError naming the place and what must stand there
 *
 * Cost: linear in the text.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readWkt("MULTIPOINT ((1 2), EMPTY)").parts.length, 1);
 * ```
 */
export function readWkt(text: string): Feature {
  const reader = new WktReader(text.replace(/^\s*SRID=\d+;/i, ""));
  const feature = reader.feature();
  reader.expectEnd();
  return feature;
}

class WktReader {
  readonly #text: string;
  readonly #builder = new FeatureBuilder();
  readonly #token = /\s*([A-Za-z]+|[-+.\w]+|[(),]|$)/y;
  #next = "";
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#advance();
  }

  feature(): Feature {
    return this.#builder.feature(this.#geometry(0));
  }

  expectEnd(): void {
    if (this.#next !== "") this.#fail("the end");
  }

  #geometry(depth: number): FeatureType {
    const type = TYPES[this.#next.toUpperCase().replace(/(?<=.)Z?M?$/, "")];
    if (type === undefined) this.#fail("a kind of geometry such as POINT or MULTIPOLYGON");
    if (depth > DEPTH) this.#fail(`nested at most ${DEPTH} deep`);
    this.#advance();
    if (/^(?:Z|M|ZM)$/i.test(this.#next)) this.#advance();
    if (type === "GeometryCollection") this.#list(() => this.#geometry(depth + 1));
    else this.#member(type);
    return type;
  }

  #member(type: Member["type"]): void {
    const builder = this.#builder;
    builder.openMember(type);
    if (type === "Point") this.#points("point");
    else if (type === "LineString" || type === "LinearRing") this.#points("line");
    else if (type === "Polygon") this.#polygon();
    else if (type === "MultiPoint") this.#list(() => this.#pointOfMany());
    else if (type === "MultiLineString") this.#list(() => this.#points("line"));
    else this.#list(() => this.#polygon());
    builder.closeMember();
  }

  #polygon(): void {
    this.#builder.openPolygon();
    this.#list(() => this.#points("ring"));
  }

  /** A point of many may stand without brackets of its own. */
  #pointOfMany(): void {
    if (this.#next === "(" || this.#isEmpty()) return this.#points("point");
    this.#position();
    this.#builder.close("point");
  }

  #points(kind: "point" | "line" | "ring"): void {
    let count = 0;
    this.#list(() => {
      if (kind === "point" && count++ > 0) this.#fail("one position only");
      this.#position();
    });
    this.#builder.close(kind);
  }

  #position(): void {
    const numbers: string[] = [];
    while (/^(?:[-+.\d]|nan|inf)/i.test(this.#next) && numbers.length < 4) {
      numbers.push(this.#next);
      this.#advance();
    }
    if (numbers.length < 2) this.#fail("two coordinates or more");
    this.#builder.add(numbers[0]!, numbers[1]!);
  }

  #list(member: () => void): void {
    if (this.#isEmpty()) return this.#advance();
    this.#expect("(");
    member();
    while (this.#next === ",") {
      this.#advance();
      member();
    }
    this.#expect(")");
  }

  #isEmpty(): boolean {
    return this.#next.toUpperCase() === "EMPTY";
  }

  #expect(token: string): void {
    if (this.#next !== token) this.#fail(JSON.stringify(token));
    this.#advance();
  }

  #advance(): void {
    this.#at = this.#token.lastIndex;
    const match = this.#token.exec(this.#text);
    if (match === null) {
      this.#token.lastIndex = this.#at;
      this.#next = this.#text.slice(this.#at).trimStart().slice(0, 20);
      this.#fail("well-known text");
    }
    this.#next = match[1]!;
  }

  #fail(must: string): never {
    const what = this.#next === "" ? "the text ends" : JSON.stringify(this.#next.slice(0, 40));
    throw new SyntaxError(
      `Cannot read well-known text: ${what} at character ${this.#at + 1}, must be ${must}`,
    );
  }
}
