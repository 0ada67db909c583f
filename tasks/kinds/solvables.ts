import type { Outcome } from "../../solvers/outcome.ts";
import type { JsonValue, Kind } from "../kind.ts";
import type { Task } from "../task.ts";

/** What can be solved by name: a kind of question, or a task that asks one. */
export interface Solvable {
  /** The name on the command line and in requests. */
  readonly name: string;
  /**
   * Solves an instance.
   *
   * @throws TypeError, RangeError, SyntaxError for what is no instance, naming the field
   */
  solve(instance: unknown): Outcome<JsonValue>;
  /**
   * Judges a claimed outcome by an independent checker; left out where there is none.
   *
   * @returns null where it holds, else what is wrong
   */
  check?(instance: unknown, outcome: unknown): string | null;
}

/**
 * Every task and kind by name, tasks first.
 *
 * @param tasks the tasks
 * @param kinds the kinds that no task asks
 *
 * @example
 * ```ts
 * import { SOLVER_KINDS, solvables, TASKS } from "@alidade/core/tasks";
 *
 * const solvable = solvables(TASKS, SOLVER_KINDS).find(({ name }) => name === "feature-relation")!;
 * solvable.solve({ a: "POINT (0 0)", b: "POINT (0 0)" }); // exact, "0FFFFFFF2"
 * ```
 */
export function solvables(tasks: readonly Task[], kinds: readonly Kind[]): readonly Solvable[] {
  const first = tasks.map((task): Solvable => ({
    name: task.name,
    solve: (instance) => task.solve(instance),
    ...(task.kind?.check === undefined ? {} : checkOf(task.kind)),
  }));
  const taken = new Set(first.map(({ name }) => name));
  const asked = tasks.flatMap(({ kind }) => kind === undefined ? [] : [kind]);
  const others = [...asked, ...kinds].filter(({ name }) => !taken.has(name) && taken.add(name));
  return [
    ...first,
    ...others.map((kind): Solvable => ({
      name: kind.name,
      solve: (instance) => kind.solve(kind.schema.read(instance)),
      ...(kind.check === undefined ? {} : checkOf(kind)),
    })),
  ];
}

function checkOf(kind: Kind): Pick<Required<Solvable>, "check"> {
  return {
    check: (instance, outcome) =>
      kind.check!(kind.schema.read(instance), outcome as Outcome<JsonValue>),
  };
}
