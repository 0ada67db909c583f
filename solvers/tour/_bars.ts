/** Steps as pairs of points. */
type Steps = readonly (readonly [number, number])[];

/** Weights in which what is not allowed is merely long. */
export interface Barred {
  /** Finite weights. */
  readonly weights: Float64Array;
  /** What every allowed tour weighs more than it is long. */
  readonly offset: number;
  /** A tour of this weight or more takes a forbidden step or lacks a fixed one; others do not. */
  readonly barred: number;
}

/**
 * Makes forbidden steps (of weight Infinity) so long, and fixed ones so short, that the shortest
 * tours are the allowed ones wherever there are any.
 *
 * With P more than any allowed tour weighs, by more than rounded steps can hide, a forbidden step
 * weighs P. A fixed step makes each tour that
 * lacks it weigh P more: by 2P for a fixed edge less and P for each edge at its ends more, as each
 * point of a closed tour has two; or, where tours are open or directed, by P for each other step.
 */
export function barSteps(
  { n, closed, symmetric, weights, fixed }: {
    readonly n: number;
    readonly closed: boolean;
    readonly symmetric: boolean;
    readonly weights: Float64Array;
    readonly fixed: Steps;
  },
): Barred {
  let most = 0;
  for (const w of weights) if (w !== Infinity) most = Math.max(most, w);
  const penalty = n * (most + 1) + 1;
  const long = weights.map((w) => w === Infinity ? penalty : w);
  if (fixed.length === 0) return { weights: long, offset: 0, barred: penalty };
  const offset = closed && symmetric
    ? favourEdges(long, n, fixed, Math.ceil(penalty / 2))
    : penalty * ((closed ? n : n - 1) - fixed.length);
  if (!closed || !symmetric) lengthenOthers(long, n, fixed, { penalty, symmetric });
  for (let i = 0; i < n; i++) long[i * n + i] = 0;
  return { weights: long, offset, barred: offset + penalty };
}

/** Lengthens the edges at the ends of fixed ones by `half` an end, and not these. */
function favourEdges(weights: Float64Array, n: number, fixed: Steps, half: number): number {
  const count = new Int32Array(n);
  for (const [a, b] of fixed) {
    count[a]!++;
    count[b]!++;
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) weights[i * n + j]! += half * (count[i]! + count[j]!);
  }
  for (const [a, b] of fixed) {
    weights[a * n + b]! -= 2 * half;
    weights[b * n + a]! -= 2 * half;
  }
  return 2 * half * fixed.length;
}

function lengthenOthers(
  weights: Float64Array,
  n: number,
  fixed: Steps,
  { penalty, symmetric }: { readonly penalty: number; readonly symmetric: boolean },
): void {
  const kept = new Set(fixed.flatMap(([a, b]) => symmetric ? [a * n + b, b * n + a] : [a * n + b]));
  for (let k = 0; k < weights.length; k++) if (!kept.has(k)) weights[k]! += penalty;
}

/**
 * Why no tour is allowed, where a look at single points shows it: fixed steps that no tour joins, a
 * point without two allowed steps, or points that allowed steps do not reach; null where none does.
 */
export function refuteBars(
  { n, closed, symmetric, weights, fixed }: Parameters<typeof barSteps>[0],
): string | null {
  return refuteFixed(n, closed, symmetric, fixed) ??
    refuteForbidden(n, closed, weights, fixed, symmetric);
}

function refuteFixed(
  n: number,
  closed: boolean,
  symmetric: boolean,
  fixed: Steps,
): string | null {
  const [out, into] = [new Int32Array(n), new Int32Array(n)];
  const group = Int32Array.from({ length: n }, (_, i) => i);
  const root = (i: number): number => {
    while (group[i] !== i) i = group[i] = group[group[i]!]!;
    return i;
  };
  let joined = 0;
  for (const [a, b] of fixed) {
    out[a]!++;
    into[b]!++;
    const many = [a, b].find((i) =>
      symmetric ? out[i]! + into[i]! > 2 : out[i]! > 1 || into[i]! > 1
    );
    if (many !== undefined) return `more fixed steps meet at point ${many} than a tour has there`;
    joined++;
    if (root(a) === root(b) && (!closed || joined < n)) {
      return `the fixed steps up to ${a}-${b} are a round of less than all points`;
    }
    group[root(a)] = root(b);
  }
  return null;
}

function refuteForbidden(
  n: number,
  closed: boolean,
  weights: Float64Array,
  fixed: Steps,
  symmetric: boolean,
): string | null {
  for (const [a, b] of fixed) {
    if (weights[a * n + b] === Infinity) return `the step ${a}-${b} is both fixed and forbidden`;
  }
  const isAllowed = (a: number, b: number) => a !== b && weights[a * n + b] !== Infinity;
  for (let i = 0; i < n && closed; i++) {
    let [out, into] = [0, 0];
    for (let j = 0; j < n; j++) {
      out += Number(isAllowed(i, j));
      into += Number(isAllowed(j, i));
    }
    if (symmetric && out < 2) return `${out} allowed steps meet at point ${i}, a tour needs 2`;
    if (out === 0) return `no allowed step leaves point ${i}`;
    if (into === 0) return `no allowed step leads to point ${i}`;
  }
  const reached = new Uint8Array(n);
  const open = [0];
  reached[0] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (let j = 0; j < n; j++) {
      if (reached[j] === 1 || !(isAllowed(at, j) || isAllowed(j, at))) continue;
      reached[j] = 1;
      open.push(j);
    }
  }
  const apart = reached.indexOf(0);
  return apart < 0 ? null : `no allowed steps join point ${apart} with point 0`;
}

/** What is said where only the search shows it. */
export const NO_TOUR_IS_ALLOWED =
  "no tour avoids all forbidden steps and takes all fixed ones, as the search has proven";
