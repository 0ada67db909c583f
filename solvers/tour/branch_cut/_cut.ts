/**
 * An inequality on tours as the search holds it: a handle and disjoint teeth that cross it, or a
 * handle alone, which is then a subtour constraint.
 */
export interface Cut {
  /** Its number in the pool; -1 before it is in there. */
  id: number;
  /** Bit 0: in the handle; the other bits: the tooth, counted from 1, or 0. */
  readonly code: Int32Array;
  /** How many teeth there are: 0, or an odd number from 3. */
  readonly teeth: number;
  /** `sum of x(cut(S))` over its sets is at least this. */
  readonly rhs: number;
  /** A key that is equal for equal sets. */
  readonly key: string;
}

/** How often an edge between points of these codes crosses the sets of a cut. */
export function crossings(a: number, b: number): number {
  if (a === b) return 0;
  const handle = (a ^ b) & 1;
  const s = a >> 1;
  const t = b >> 1;
  if (s === t) return handle;
  return handle + (s > 0 ? 1 : 0) + (t > 0 ? 1 : 0);
}

/** A subtour constraint; `set` is neither empty nor everything. */
export function subtourCut(n: number, set: ArrayLike<number>): Cut {
  const code = new Int32Array(n);
  // a set and its complement are the same constraint: the one without point 0 is taken
  for (let k = 0; k < set.length; k++) code[set[k]!] = 1;
  if (code[0] === 1) { for (let v = 0; v < n; v++) code[v]! ^= 1; }
  return { id: -1, code, teeth: 0, rhs: 2, key: keyOf(code) };
}

/** A comb from a code with teeth numbered from 1 without gaps. */
export function combCut(code: Int32Array, teeth: number): Cut {
  return { id: -1, code, teeth, rhs: 3 * teeth + 1, key: keyOf(code) };
}

/** The sets of a cut, the handle first. */
export function setsOf({ code, teeth }: Cut): number[][] {
  const sets: number[][] = Array.from({ length: teeth + 1 }, () => []);
  code.forEach((c, v) => {
    if (c & 1) sets[0]!.push(v);
    if (c > 1) sets[c >> 1]!.push(v);
  });
  return sets;
}

function keyOf(code: Int32Array): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let v = 0; v < code.length; v++) {
    a = Math.imul(a ^ code[v]!, 0x01000193);
    b = Math.imul(b + code[v]! + v, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${a >>> 0}.${b >>> 0}`;
}
