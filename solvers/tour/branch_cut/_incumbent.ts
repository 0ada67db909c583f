import type { ClosedForm } from "../closed_form.ts";
import { LinKernighan, nearestNeighbourTour } from "../local_search/lin_kernighan.ts";

/** Kicks that are made at a time. */
const BATCH = 50;

/** The best tour so far, and the search for better ones. */
export class Incumbent {
  readonly #form: ClosedForm;
  readonly #search: LinKernighan;
  #cycle: ArrayLike<number>;
  #length: number;

  /**
   * @param form the problem
   * @param cycle an allowed tour
   * @param seed a seed
   */
  constructor(form: ClosedForm, cycle: readonly number[], seed: number) {
    const { n, forced } = form;
    this.#form = form;
    this.#cycle = cycle;
    this.#length = this.measure(cycle);
    const eased = easedWeights(form);
    const tour = forced.length > 0 || eased !== form.weights
      ? cycle
      : nearestNeighbourTour(eased, n);
    const neighbours = Math.min(n - 1, forced.length > 0 ? 10 : 8);
    this.#search = new LinKernighan(eased, n, { seed, tour, neighbours });
    this.#take();
  }

  /** The length of the best tour; Infinity while there is none. */
  get length(): number {
    return this.#length;
  }

  get cycle(): ArrayLike<number> & Iterable<number> {
    return this.#cycle as ArrayLike<number> & Iterable<number>;
  }

  /** Looks for shorter tours until `patience` kicks in a row found none, or `most` are made. */
  improve(patience: number, most: number): void {
    for (let made = 0, quiet = 0; made < most && quiet < patience;) {
      const batch = Math.min(BATCH, patience - quiet, most - made);
      quiet = this.#search.kick(batch) ? 0 : quiet + batch;
      made += batch;
    }
    this.#take();
  }

  /** Takes a tour, and goes on from it where that leads further. */
  offer(tour: readonly number[]): void {
    const length = this.measure(tour);
    if (length < this.#length) {
      this.#length = length;
      this.#cycle = tour;
    }
    if (this.#search.offer(tour)) this.#take();
  }

  /** Joins edges to a tour, those of the greatest values first, and improves it. */
  offerFractional(us: readonly number[], vs: readonly number[], x: Float64Array): void {
    const { n } = this.#form;
    const order = Array.from(x.keys()).filter((e) => x[e]! > 0.01).sort((a, b) => x[b]! - x[a]!);
    const ends: number[][] = Array.from({ length: n }, () => []);
    const part = Int32Array.from({ length: n }, (_, v) => v);
    const find = (v: number): number => part[v] === v ? v : (part[v] = find(part[v]!));
    for (const e of order) {
      const [u, v] = [us[e]!, vs[e]!];
      if (ends[u]!.length === 2 || ends[v]!.length === 2 || find(u) === find(v)) continue;
      ends[u]!.push(v);
      ends[v]!.push(u);
      part[find(u)] = find(v);
    }
    if (this.#search.offer(this.#chainPaths(ends))) this.#take();
  }

  /** Walks the paths one after the other, always on to the nearest end that is left. */
  #chainPaths(ends: readonly (readonly number[])[]): number[] {
    const { n, weights } = this.#form;
    const loose = new Set<number>();
    ends.forEach((list, v) => list.length < 2 && loose.add(v));
    const tour: number[] = [];
    const seen = new Uint8Array(n);
    let at = loose.values().next().value ?? 0;
    while (tour.length < n) {
      for (let next: number | undefined = at; next !== undefined;) {
        at = next;
        seen[at] = 1;
        tour.push(at);
        loose.delete(at);
        next = ends[at]!.find((v) => !seen[v]);
      }
      let near = Infinity;
      const from = at;
      for (const v of loose) {
        if (weights[from * n + v]! <= near) {
          near = weights[from * n + v]!;
          at = v;
        }
      }
    }
    return tour;
  }

  #take(): void {
    const tour = this.#search.tour;
    const length = this.measure(tour);
    if (length >= this.#length) return;
    this.#length = length;
    this.#cycle = tour;
  }

  /** The length of a tour; Infinity when it is not allowed. */
  measure(tour: ArrayLike<number>): number {
    const { n, weights, forced } = this.#form;
    const next = new Int32Array(n);
    let sum = 0;
    for (let k = 0; k < n; k++) {
      const [u, v] = [tour[k]!, tour[k + 1 === n ? 0 : k + 1]!];
      sum += weights[u * n + v]!;
      next[u] = v;
    }
    return forced.every(([u, v]) => next[u] === v || next[v] === u) ? sum : Infinity;
  }
}

/** Weights under which a search keeps forced edges and shuns forbidden ones by itself. */
function easedWeights({ n, weights, forced }: ClosedForm): Float64Array {
  let heaviest = 1;
  let forbidden = false;
  for (const w of weights) {
    if (w === Infinity) forbidden = true;
    else heaviest = Math.max(heaviest, w);
  }
  if (!forbidden && forced.length === 0) return weights;
  const far = 16 * heaviest;
  const eased = weights.map((w) => w === Infinity ? far : w);
  for (const [u, v] of forced) {
    eased[u * n + v] = -far;
    eased[v * n + u] = -far;
  }
  return eased;
}
