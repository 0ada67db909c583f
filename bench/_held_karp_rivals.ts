/** The dynamic program over subsets in one typed array, as it is usually written; a closed tour. */
export class TypedHeldKarp {
  readonly #n: number;
  readonly #best: Int32Array;

  constructor(n: number) {
    this.#n = n;
    this.#best = new Int32Array((n - 1) << (n - 1));
  }

  /** The length of the shortest tour over `weights[from + i * n + j]`. */
  solve(weights: Int32Array, from: number): number {
    const n = this.#n;
    const m = n - 1;
    const best = this.#best;
    const full = (1 << m) - 1;
    for (let j = 0; j < m; j++) best[(1 << j) * m + j] = weights[from + j + 1]!;
    for (let set = 1; set <= full; set++) {
      if ((set & (set - 1)) === 0) continue;
      for (let j = 0; j < m; j++) {
        if (!((set >> j) & 1)) continue;
        const rest = set ^ (1 << j);
        let least = 0x7fffffff;
        for (let i = 0; i < m; i++) {
          if (!((rest >> i) & 1)) continue;
          const length = best[rest * m + i]! + weights[from + (i + 1) * n + j + 1]!;
          if (length < least) least = length;
        }
        best[set * m + j] = least;
      }
    }
    let least = 0x7fffffff;
    for (let j = 0; j < m; j++) {
      const length = best[full * m + j]! + weights[from + (j + 1) * n]!;
      if (length < least) least = length;
    }
    return least;
  }
}

/** The same over arrays of arrays and with the tour, the way small packages write it. */
export function plainHeldKarp(weights: readonly (readonly number[])[]): number[] {
  const n = weights.length;
  const all = 2 ** (n - 1);
  const table: { length: number; before: number }[][] = [];
  for (let set = 0; set < all; set++) {
    table.push([]);
    for (let v = 0; v < n - 1; v++) {
      if (!(set & (1 << v))) {
        table[set]!.push({ length: Infinity, before: -1 });
        continue;
      }
      const rest = set ^ (1 << v);
      let best = { length: rest === 0 ? weights[n - 1]![v]! : Infinity, before: n - 1 };
      for (let u = 0; u < n - 1; u++) {
        if (!(rest & (1 << u))) continue;
        const length = table[rest]![u]!.length + weights[u]![v]!;
        if (length < best.length) best = { length, before: u };
      }
      table[set]!.push(best);
    }
  }
  let last = 0;
  const close = (v: number) => table[all - 1]![v]!.length + weights[v]![n - 1]!;
  for (let v = 1; v < n - 1; v++) if (close(v) < close(last)) last = v;
  const tour = [n - 1];
  for (let set = all - 1; set !== 0;) {
    tour.push(last);
    const { before } = table[set]![last]!;
    set ^= 1 << last;
    last = before;
  }
  return tour;
}
