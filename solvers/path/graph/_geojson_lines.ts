import {
  FINITE,
  type Form,
  list,
  record,
  requireForm,
  TEXT,
  tuple,
} from "../../../geometry/form.ts";

/** A line, or a part of one, as GeoJSON writes it. */
export interface LineGeometry {
  /** Always `"LineString"`. */
  readonly type: "LineString";
  /** Two or more positions `[x, y]`. */
  readonly coordinates: readonly (readonly [x: number, y: number])[];
}

type Position = readonly [number, number];

/** A line of a feature, cut at the nodes it passes. */
export interface RoadLine {
  /** The number of its feature. */
  readonly feature: number;
  /** The properties of its feature. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Its parts from node to node. */
  readonly parts: readonly {
    readonly nodes: readonly [number, number];
    readonly geometry: LineGeometry;
  }[];
}

const COLLECTION: Form = record({ features: list(record({})) });
const GEOMETRY: Form = (value) => value === null ? null : record({ type: TEXT })(value);
const POSITION: Form = tuple(2, FINITE, "two finite numbers");

/** Collections in collections deeper than this are no map. */
const DEEPEST = 100;

interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

interface Collection {
  readonly features: readonly {
    readonly geometry: Geometry | null;
    readonly properties: Readonly<Record<string, unknown>> | null;
  }[];
}

/**
 * The lines of a collection and the nodes where they meet: their ends, points, and, if `shared`,
 * every position that occurs more than once.
 */
export function readLines(
  collection: object,
  shared: boolean,
): { readonly points: readonly Position[]; readonly lines: readonly RoadLine[] } {
  requireForm(collection, COLLECTION, "collection");
  const found: { feature: number; positions: Position[] }[] = [];
  const single: { at: number; position: Position }[] = [];
  const { features } = collection as Collection;
  features.forEach(({ geometry }, feature) => {
    const where = `features[${feature}]`;
    requireForm(geometry, GEOMETRY, `${where}.geometry`);
    const take = {
      line: (positions: Position[]) => void found.push({ feature, positions }),
      point: (position: Position) => void single.push({ at: found.length, position }),
    };
    if (geometry !== null) gather(geometry, where, take, 0);
  });
  const isNode = nodesOf(
    found.map((line) => line.positions),
    single.map((p) => p.position),
    shared,
  );
  const points: Position[] = [];
  const numbers = new Map<string, number>();
  const node = (position: Position): number => {
    const key = keyOf(position);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, points.length);
    return points.push(position) - 1;
  };
  let next = 0;
  const lines = found.map(({ feature, positions }, i): RoadLine => {
    while (next < single.length && single[next]!.at <= i) node(single[next++]!.position);
    const parts: RoadLine["parts"][number][] = [];
    let start = 0;
    for (let k = 1; k < positions.length; k++) {
      if (k + 1 < positions.length && !isNode.has(keyOf(positions[k]!))) continue;
      const coordinates = positions.slice(start, k + 1);
      const nodes = [node(positions[start]!), node(positions[k]!)] as const;
      parts.push({ nodes, geometry: { type: "LineString", coordinates } });
      start = k;
    }
    return { feature, properties: features[feature]!.properties ?? {}, parts };
  });
  while (next < single.length) node(single[next++]!.position);
  return { points, lines };
}

/** The positions at which lines are cut inside. */
function nodesOf(
  lines: readonly (readonly Position[])[],
  points: readonly Position[],
  shared: boolean,
): ReadonlySet<string> {
  const nodes = new Set<string>();
  if (!shared) return nodes;
  for (const point of points) nodes.add(keyOf(point));
  const seen = new Set<string>();
  for (const line of lines) {
    for (const [k, position] of line.entries()) {
      const key = keyOf(position);
      // A position that only repeats the one before is no crossing.
      if (k > 0 && key === keyOf(line[k - 1]!)) continue;
      if (seen.has(key)) nodes.add(key);
      seen.add(key);
    }
  }
  return nodes;
}

function keyOf([x, y]: Position): string {
  return `${x} ${y}`;
}

interface Taker {
  line(positions: Position[]): void;
  point(position: Position): void;
}

function gather(
  { type, coordinates, geometries }: Geometry,
  where: string,
  take: Taker,
  depth: number,
): void {
  if (type === "GeometryCollection" && Array.isArray(geometries) && depth < DEEPEST) {
    for (const [i, part] of geometries.entries()) {
      const place = `${where}.geometry.geometries[${i}]`;
      requireForm(part, record({ type: TEXT }), place);
      gather(part, where, take, depth + 1);
    }
    return;
  }
  const parts = Array.isArray(coordinates) ? coordinates : null;
  if (type === "Point") return take.point(readPosition(coordinates, where));
  if (type === "MultiPoint" && parts !== null) {
    for (const part of parts) take.point(readPosition(part, where));
    return;
  }
  const isMany = type === "MultiLineString";
  if (parts !== null && (isMany || type === "LineString")) {
    const lines = isMany ? parts : [parts];
    if (lines.every((line) => Array.isArray(line) && line.length > 1)) {
      for (const line of lines) {
        take.line((line as unknown[]).map((position) => readPosition(position, where)));
      }
      return;
    }
  }
  throw new TypeError(
    `Cannot build graph: ${where} is a ${type}, must be a Point, a LineString of two or more ` +
      "positions, or several of these",
  );
}

function readPosition(position: unknown, where: string): Position {
  // Heights may follow.
  const point: unknown = Array.isArray(position) ? position.slice(0, 2) : position;
  requireForm(point, POSITION, `the position of ${where}`);
  const [x, y] = point as Position;
  return [x + 0, y + 0];
}
