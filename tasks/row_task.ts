import { isRight, type Kind } from "./kind.ts";
import type { Knobs, KnobValue, KnobValues, Levels } from "./knobs.ts";
import type { JsonValue } from "../lines/template.ts";
import type { Plan, Task } from "./task.ts";

/** A task as it is declared that makes its items in rows: which kind of question it asks, and how. */
export interface RowTaskSpec<K extends Knobs, I, A extends JsonValue>
  extends Pick<Task, "name" | "version" | "summary" | "profiles"> {
  /** What kind of question it asks. */
  readonly kind: Kind<I, A>;
  /** Its settings. */
  readonly knobs: K;
  /** Named sets of values that differ from the knobs' defaults; `fair` is always there. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, KnobValue>>>>;
  /** How it gets harder. */
  readonly levels: Levels;
  /**
   * Makes ready for one set of knobs.
   *
   * @throws RangeError for values that cannot go together
   */
  plan(knobs: KnobValues<K>): Plan;
}

/** A task that makes its items in rows, and answers, reads, judges and draws by its kind. */
export function rowTask<const K extends Knobs, I, A extends JsonValue>(
  { kind, plan, ...rest }: RowTaskSpec<K, I, A>,
): Task {
  const read = (instance: unknown) => kind.schema.read(instance);
  return {
    ...rest,
    kind,
    plan: (knobs) => plan(knobs as KnobValues<K>),
    solve: (instance) => kind.solve(read(instance)),
    parse: (words, knobs, instance) => kind.read(words, read(instance), String(knobs.wording)),
    accepts: (instance, answer) => isRight({ kind, instance: read(instance) }, answer as A),
    ...(kind.draw === undefined
      ? {}
      : { pictures: (instance, wording) => kind.draw!(read(instance), wording) }),
  };
}
