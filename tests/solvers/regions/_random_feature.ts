import { featureFault } from "../../../solvers/regions/feature_validity.ts";
import { type Feature, readWkt } from "../../../geometry/mod.ts";

/** Whole numbers below n, the same ones for the same seed. */
export type Draw = (n: number) => number;

/** A small generator: enough to draw figures by. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * n);
  };
}

const SIZE = 6;

/** A valid feature on a small grid, where corners, edges and crossings often fall together. */
export function randomWkt(draw: Draw, types: readonly string[] = TYPES): string {
  for (;;) {
    const text = randomText(draw, types[draw(types.length)]!);
    if (featureFault(readWkt(text)) === null) return text;
  }
}

const TYPES = [
  "POINT",
  "MULTIPOINT",
  "LINESTRING",
  "MULTILINESTRING",
  "POLYGON",
  "POLYGON",
  "MULTIPOLYGON",
];

function randomText(draw: Draw, type: string): string {
  const at = (): string => `${draw(SIZE)} ${draw(SIZE)}`;
  const several = (least: number, more: number, make: () => string): string[] =>
    Array.from({ length: least + draw(more) }, make);
  const line = (): string => `(${several(2, 4, at).join(", ")})`;
  const ring = (): string => {
    const corners = several(3, 3, at);
    return `(${[...corners, corners[0]].join(", ")})`;
  };
  const polygon = (): string => `(${several(1, 2, ring).join(", ")})`;
  const many: Record<string, () => string> = {
    POINT: () => `(${at()})`,
    MULTIPOINT: () => `(${several(1, 3, at).join(", ")})`,
    LINESTRING: line,
    MULTILINESTRING: () => `(${several(1, 3, line).join(", ")})`,
    POLYGON: polygon,
    MULTIPOLYGON: () => `(${several(1, 3, polygon).join(", ")})`,
    GEOMETRYCOLLECTION: () =>
      `(${several(1, 2, () => randomText(draw, TYPES[draw(TYPES.length)]!)).join(", ")})`,
  };
  return `${type} ${many[type]!()}`;
}

/** The text with every coordinate x, y moved by a map. */
export function mapWkt(text: string, map: (x: number, y: number) => string): string {
  return text.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => map(Number(x), Number(y)));
}

/** Reads what {@link randomWkt} wrote. */
export function read(text: string): Feature {
  return readWkt(text);
}
