import { type Cut, setsOf } from "./_cut.ts";
import { violatedCombs } from "./_combs.ts";
import { violatedSubtours } from "./_subtours.ts";
import { Support } from "./_support.ts";
import { tighten } from "./_tighten.ts";
import type { TourLp } from "./_lp.ts";

/** A cut in the pool must be violated by this much to become a row again. */
const WORTH = 0.01;
/** The pool forgets its oldest cuts beyond this number. */
const POOL = 20000;

/** Finds violated cuts, and remembers all that were ever found. */
export class Separator {
  readonly #n: number;
  readonly #pool = new Map<string, Cut>();
  #count = 0;

  constructor(n: number) {
    this.#n = n;
  }

  /** Cuts that the solution in the program violates, the most violated first. */
  violated(lp: TourLp): Cut[] {
    const support = new Support(this.#n, lp.us, lp.vs, lp.x);
    const present = new Set(lp.rows.map(({ cut }) => cut.key));
    const found = new Map<string, Cut>();
    const offer = (cut: Cut) => {
      if (!present.has(cut.key)) found.set(cut.key, this.#remember(cut));
    };
    violatedSubtours(support).forEach(offer);
    if (support.components(0, Infinity).count > 1) return [...found.values()];
    for (const cut of this.#pool.values()) {
      if (!present.has(cut.key) && support.violation(cut) > WORTH) found.set(cut.key, cut);
    }
    const rows = lp.rows.filter((_, r) => lp.cutDuals[r]! > 1e-9);
    const tight = rows.filter(({ cut }) => cut.teeth === 0).map(({ cut }) => setsOf(cut)[0]!);
    // handles that served once often serve again, with other teeth
    const handles = rows.filter(({ cut }) => cut.teeth > 0).map(({ cut }) => setsOf(cut)[0]!);
    violatedCombs(support, tight, handles).forEach(offer);
    for (const { cut } of rows) {
      const better = tighten(support, cut);
      if (better !== null) offer(better);
    }
    const ranked = [...found.values()].map((cut) => ({ cut, by: support.violation(cut) }))
      .filter(({ by }) => by > 1e-4)
      .sort((a, b) => b.by - a.by);
    return ranked.slice(0, Math.max(60, this.#n >> 1)).map(({ cut }) => cut);
  }

  #remember(cut: Cut): Cut {
    const known = this.#pool.get(cut.key);
    if (known !== undefined) return known;
    cut.id = this.#count++;
    this.#pool.set(cut.key, cut);
    if (this.#pool.size > POOL) this.#pool.delete(this.#pool.keys().next().value!);
    return cut;
  }
}
