import type { ClosedForm } from "../closed_form.ts";
import { cycleOf } from "./_cycle_of.ts";
import { stepOfLengths } from "../_form_facts.ts";
import { Incumbent } from "./_incumbent.ts";
import type { TourLp } from "./_lp.ts";

/** Which tours to list. */
export interface TourListing {
  /** Every tour up to this length is visited once; the search need not prove anything beyond. */
  readonly limit: number;
  /** Takes a tour of the closed form and its length; returns a new limit, which only sinks. */
  readonly visit: (cycle: readonly number[], length: number) => number;
}

/** What a search is after: a shortest tour, or every tour up to a limit. */
export class Goal {
  /** The best tour. */
  readonly incumbent: Incumbent;
  /** Lengths of tours differ by multiples of this. */
  readonly step: number;
  readonly #n: number;
  readonly #listing: TourListing | null;
  readonly #listed = new Set<string>();
  #limit: number;

  constructor(
    form: ClosedForm,
    cycle: readonly number[],
    { seed = 1, list }: { readonly seed?: number; readonly list?: TourListing },
  ) {
    this.incumbent = new Incumbent(form, cycle, seed);
    this.step = stepOfLengths(form);
    this.#n = form.n;
    this.#listing = list ?? null;
    this.#limit = list?.limit ?? Infinity;
  }

  /** Tours longer than this are of no interest. */
  get cutoff(): number {
    return this.#listing === null ? this.incumbent.length - this.step : this.#limit;
  }

  /** Looks for shorter tours, unless all are listed anyway. */
  improve(patience: number, most: number): void {
    if (this.#listing === null) this.incumbent.improve(patience, most);
  }

  /** Takes the solution of the program as a tour, or as a hint where one may lie. */
  take(lp: TourLp): void {
    const cycle = cycleOf(lp, this.#n);
    if (this.#listing === null) {
      if (cycle !== null) this.incumbent.offer(cycle);
      else this.incumbent.offerFractional(lp.us, lp.vs, lp.x);
    } else if (cycle !== null) this.#visit(cycle, this.#listing);
  }

  /** Visits a tour, unless it was visited on the way to this node. */
  #visit(cycle: readonly number[], { visit }: TourListing): void {
    const key = cycle.join();
    const length = this.incumbent.measure(cycle);
    if (length > this.#limit || this.#listed.has(key)) return;
    this.#listed.add(key);
    this.#limit = Math.min(this.#limit, visit(cycle, length));
  }
}
