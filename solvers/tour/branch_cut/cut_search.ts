import { canonicalOrder } from "../_canonical_order.ts";
import { OutOfBudget } from "../meter.ts";
import type { TourBudget } from "../tour_budget.ts";
import { listOptima, type Optima, type OptimaOptions } from "../_optima.ts";
import type { LeastTour, TourSearch, TourVisitor } from "../_search.ts";
import { fromClosedTour, toClosedForm, toClosedTour } from "../closed_form.ts";
import { TOUR_SUM_LIMIT, type TourProblem } from "../problem.ts";
import { branchAndCutWith } from "./branch_cut.ts";
import { type Highs, loadHighs } from "./_highs.ts";

/** Lists the tours of a large problem by branch and cut, beginning with one of least weight. */
export class CutSearch implements TourSearch {
  readonly #highs: Highs;
  readonly #problem: TourProblem;
  readonly #known: LeastTour;
  readonly #budget: TourBudget;

  constructor(highs: Highs, problem: TourProblem, known: LeastTour, budget: TourBudget) {
    this.#highs = highs;
    this.#problem = problem;
    this.#known = known;
    this.#budget = budget;
  }

  solve(): LeastTour {
    return this.#known;
  }

  /** Visits every tour of weight `limit` at most, once; throws OutOfBudget when some may be left. */
  within(limit: number, visit: TourVisitor): void {
    const problem = this.#problem;
    const { seconds, nodes } = this.#budget;
    const { complete } = branchAndCutWith(this.#highs, toClosedForm(problem), {
      ...(seconds === undefined ? {} : { seconds }),
      ...(nodes === undefined ? {} : { nodes }),
      cycle: toClosedTour(problem, this.#known.order),
      list: {
        limit: Math.min(limit, TOUR_SUM_LIMIT),
        visit: (cycle, weight) =>
          visit(canonicalOrder(problem, fromClosedTour(problem, cycle)), weight),
      },
    });
    if (!complete) throw new OutOfBudget();
  }
}

/** The shortest tours of a problem of which one is known; null when the budget ran out. */
export async function listByCuts(
  problem: TourProblem,
  known: LeastTour,
  budget: TourBudget,
  wanted: OptimaOptions,
): Promise<Optima | null> {
  try {
    const search = new CutSearch(await loadHighs(), problem, known, budget);
    return listOptima(problem, search, known, wanted);
  } catch (error) {
    if (error instanceof OutOfBudget) return null;
    throw error;
  }
}
