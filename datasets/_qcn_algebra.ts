import { ALLEN, POINT, RCC5, RCC8, type RelationAlgebra } from "../solvers/mod.ts";

/** Base relations with their converses and compositions, by number; a composition is a set of bits. */
export interface BaseAlgebra {
  readonly relations: readonly string[];
  readonly converse: readonly number[];
  readonly compose: readonly (readonly number[])[];
}

const COMPOSITION = /^\s*(\S+)\s*:\s*(\S+)\s*::\s*\(([^()]*)\)\s*$/;
const CONVERSE = /^\s*(\S+)\s*::\s*\(?\s*([^\s()]+)\s*\)?\s*$/;

/** Reads tables in GQR's form; null where a cell is missing or there are more than 31 relations. */
export function readTables(compose: string, converse: string): BaseAlgebra | null {
  const cells = new Map<string, readonly string[]>();
  for (const row of compose.split(/\r?\n/)) {
    const [, a, b, list] = COMPOSITION.exec(row) ?? [];
    if (list !== undefined) cells.set(`${a} ${b}`, list.split(/\s+/).filter((name) => name !== ""));
  }
  const back = new Map<string, string>();
  for (const row of converse.split(/\r?\n/)) {
    const [, a, b] = CONVERSE.exec(row) ?? [];
    if (b !== undefined) back.set(a!, b);
  }
  const relations = [...back.keys()];
  const number = new Map(relations.map((name, i) => [name, i]));
  const bits = (names: readonly string[] | undefined) =>
    names?.reduce((mask, name) => mask | (1 << (number.get(name) ?? 31)), 0) ?? -1;
  const table = {
    relations,
    converse: relations.map((name) => number.get(back.get(name)!) ?? -1),
    compose: relations.map((a) => relations.map((b) => bits(cells.get(`${a} ${b}`)))),
  };
  const isWhole = relations.length > 0 && relations.length < 31 &&
    table.converse.every((i) => i >= 0) && table.compose.flat().every((mask) => mask > 0);
  return isWhole ? table : null;
}

function tableOf(algebra: RelationAlgebra): BaseAlgebra {
  const bits = algebra.relations.map((_, i) => 1 << i);
  return {
    relations: algebra.relations,
    converse: bits.map((bit) => 31 - Math.clz32(algebra.converse(bit))),
    compose: bits.map((a) => bits.map((b) => algebra.compose(a, b))),
  };
}

/** Cardinal directions: the point algebra along two axes. */
function cardinal(): BaseAlgebra {
  const point = tableOf(POINT);
  const names = ["SW", "W", "NW", "S", "EQ", "N", "SE", "E", "NE"];
  const axes = names.map((_, i) => [Math.floor(i / 3), i % 3] as const);
  const product = (x: number, y: number) =>
    axes.reduce((mask, [u, v], i) => x >> u & 1 && y >> v & 1 ? mask | 1 << i : mask, 0);
  return {
    relations: names,
    converse: axes.map(([x, y]) => 3 * point.converse[x]! + point.converse[y]!),
    compose: axes.map(([x, y]) =>
      axes.map(([u, v]) => product(point.compose[x]![u]!, point.compose[y]![v]!))
    ),
  };
}

/** The calculi that are decided completely, by name. */
export const KNOWN: Readonly<Record<string, BaseAlgebra>> = {
  point: tableOf(POINT),
  allen: tableOf(ALLEN),
  rcc5: tableOf(RCC5),
  rcc8: tableOf(RCC8),
  cardinal: cardinal(),
};

/** Other names of base relations, in small letters. */
const ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  point: { eq: "=", lt: "<", gt: ">" },
  allen: { eq: "=", e: "=", b: "<", bi: ">", p: "<", pi: ">", before: "<", after: ">" },
  rcc5: { "=": "EQ", dc: "DR", ppc: "PPI" },
  rcc8: { "=": "EQ" },
  cardinal: { "=": "EQ" },
};

/** The base relation of a known calculus that a file calls by some name; null where none. */
export function byName(calculus: string, name: string): string | null {
  const small = name.toLowerCase();
  const own = KNOWN[calculus]!.relations.find((relation) => relation.toLowerCase() === small);
  return own ?? ALIASES[calculus]![small] ?? null;
}

/** The relation of `known` for each of `table`, where they are the same but for names; or null. */
export function renaming(known: BaseAlgebra, table: BaseAlgebra): readonly string[] | null {
  const count = known.relations.length;
  if (table.relations.length !== count) return null;
  const image: number[] = [];
  const fits = (i: number): boolean => {
    const k = image[i]!;
    const back = known.converse[i]!;
    if (back <= i && image[back] !== table.converse[k]) return false;
    for (let j = 0; j <= i; j++) {
      for (const [a, b] of [[i, j], [j, i]] as const) {
        const cell = known.compose[a]![b]!;
        const other = table.compose[image[a]!]![image[b]!]!;
        for (let c = 0; c <= i; c++) if ((cell >> c & 1) !== (other >> image[c]! & 1)) return false;
      }
    }
    // What the last of two earlier ones make of this one.
    return image.every((p, a) =>
      image.every((q, b) => (known.compose[a]![b]! >> i & 1) === (table.compose[p]![q]! >> k & 1))
    );
  };
  const visit = (i: number): boolean => {
    if (i === count) return true;
    for (let k = 0; k < count; k++) {
      if (image.includes(k)) continue;
      image[i] = k;
      if (fits(i) && visit(i + 1)) return true;
      image.length = i;
    }
    return false;
  };
  if (!visit(0)) return null;
  const names = new Array<string>(count);
  image.forEach((k, i) => names[k] = known.relations[i]!);
  return names;
}
