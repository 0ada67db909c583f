import { groupStatements } from "./_groups.ts";
import type { RelationsModel, RelationsOptions, RelationsOutcome } from "./relations_outcome.ts";
import { solveGroup } from "./_solve_group.ts";
import type { RelationStatement } from "./statement.ts";

/** What was found of some statements, by their numbers. */
interface Found {
  readonly members: ReadonlySet<number>;
  readonly outcome: RelationsOutcome;
}

const BRANCHES = 100_000;

/**
 * Statements that come and go: what was found of them is kept as long as it holds. A contradiction
 * stands while all statements of its core do; a model stands while nothing is added to its group.
 *
 * @example
 * ```ts
 * import { RelationBook } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const left = (a: string, b: string) => ({ calculus: "point", relation: "<", args: [a, b] });
 * const book = new RelationBook();
 * book.add(left("A", "B"));
 * book.add(left("B", "C"));
 * const wrong = book.add(left("C", "A"));
 * assertEquals(book.solve().status, "inconsistent");
 * book.retract(wrong);
 * assertEquals(book.solve().status, "consistent");
 * ```
 */
export class RelationBook {
  readonly #statements = new Map<number, RelationStatement>();
  readonly #options: RelationsOptions;
  #found: Found[] = [];
  #next = 0;

  /**
   * An empty book.
   *
   * @param options how much a search may do
   */
  constructor(options: RelationsOptions = {}) {
    this.#options = options;
  }

  /**
   * Adds a statement.
   *
   * @param statement the statement
   * @returns its number, by which it can be retracted
   * @throws TypeError or RangeError for one that is none, which is not added
   */
  add(statement: RelationStatement): number {
    groupStatements([statement], this.#options.calculi);
    this.#statements.set(this.#next, statement);
    return this.#next++;
  }

  /**
   * Takes a statement back.
   *
   * @param number its number
   * @throws RangeError for the number of none
   */
  retract(number: number): void {
    if (this.#statements.delete(number)) return;
    throw new RangeError(`Cannot retract ${number}: no statement has that number, must be one's`);
  }

  /**
   * Whether all statements can hold, as `solveRelations`; the places of a core are numbers.
   *
   * @returns the outcome; what has not changed since the last call is not searched again
   */
  solve(): RelationsOutcome {
    const numbers = [...this.#statements.keys()];
    const statements = [...this.#statements.values()];
    const { branches = BRANCHES, calculi } = this.#options;
    const found: Found[] = [];
    for (const group of groupStatements(statements, calculi)) {
      const members = new Set(group.statements.map((i) => numbers[i]!));
      const kept = this.#kept(members, group.things);
      const outcome = kept ?? renumbered(solveGroup(statements, group, branches), numbers);
      found.push({ members, outcome });
    }
    this.#found = found;
    const of = (status: RelationsOutcome["status"]) =>
      found.find(({ outcome }) => outcome.status === status)?.outcome;
    const models = found.flatMap(({ outcome }) =>
      outcome.status === "consistent" ? outcome.models : []
    );
    return of("inconsistent") ?? of("limit") ?? { status: "consistent", models };
  }

  /** What was found before and still holds of a group; null where it must be solved. */
  #kept(members: ReadonlySet<number>, things: readonly string[]): RelationsOutcome | null {
    for (const { members: old, outcome } of this.#found) {
      if (outcome.status === "inconsistent") {
        if (outcome.statements.every((number) => members.has(number))) return outcome;
      } else if (
        outcome.status === "consistent" && [...members].every((number) => old.has(number))
      ) {
        return { status: "consistent", models: outcome.models.map((model) => only(model, things)) };
      }
    }
    return null;
  }
}

/** The same model of some of its things. */
function only(model: RelationsModel, things: readonly string[]): RelationsModel {
  const values = Object.fromEntries(things.map((name) => [name, model.values[name]!]));
  return { ...model, values };
}

function renumbered(outcome: RelationsOutcome, numbers: readonly number[]): RelationsOutcome {
  if (outcome.status !== "inconsistent") return outcome;
  return { ...outcome, statements: outcome.statements.map((i) => numbers[i]!) };
}
