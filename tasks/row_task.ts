import { renderShape } from "../lines/render.ts";
import { isRight, type Kind } from "./kind.ts";
import type { Knobs, KnobValue, KnobValues, Levels } from "./knobs.ts";
import type { JsonValue } from "../lines/template.ts";
import type { Draft, Maker } from "./maker.ts";
import type { Plan, Task } from "./task.ts";

/** A task as it is declared that draws its instances in rows: which kind of question it asks, and how. */
export interface RowTaskSpec<K extends Knobs, I, A extends JsonValue>
  extends Pick<Task, "name" | "version" | "summary"> {
  /** What kind of question it asks. */
  readonly kind: Kind<I, A>;
  /** Its settings. */
  readonly knobs: K;
  /** Named sets of values that differ from the knobs' defaults; `fair` is always there. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, KnobValue>>>>;
  /** How it gets harder. */
  readonly levels: Levels;
  /**
   * Makes ready for one set of knobs, in rows alone; each has this or {@link RowTaskSpec.rows}.
   *
   * @throws RangeError for values that cannot go together
   */
  plan?(knobs: KnobValues<K>): Plan;
  /** Makes ready for one set of knobs, so that items are made as objects too. */
  rows?(knobs: KnobValues<K>): RowMaker<I, A>;
}

/** Rows, and what it takes to make the same items as objects, solved and worded from the instance. */
export interface RowMaker<I, A extends JsonValue> extends Pick<Maker<I, A>, "ask" | "offers"> {
  readonly plan: Plan;
  /** The column that holds which phrasing an item is asked in. */
  readonly phrase: number;
  /** Whether rows are written as they are; false where only objects can be put in this form. */
  readonly isFast?: boolean;
  /** Which of several right answers a row shows; the solver's first when left out. */
  shown?(row: Int32Array): A;
}

/** A task that draws its instances in rows, and answers, reads, judges and draws by its kind. */
export function rowTask<const K extends Knobs, I, A extends JsonValue>(
  { kind, plan, rows, ...rest }: RowTaskSpec<K, I, A>,
): Task {
  const read = (instance: unknown) => kind.schema.read(instance);
  return {
    ...{ ...rest, kind },
    ...(plan === undefined ? {} : { plan: (knobs) => plan(knobs as KnobValues<K>) }),
    ...(rows === undefined ? {} : { begin: (knobs) => makerOf(rows(knobs as KnobValues<K>)) }),
    solve: (instance) => kind.solve(read(instance)),
    parse: (words, knobs, instance) => kind.read(words, read(instance), String(knobs.wording)),
    accepts: (instance, answer) => isRight({ kind, instance: read(instance) }, answer as A),
    ...(kind.draw === undefined
      ? {}
      : { pictures: (instance, wording) => kind.draw!(read(instance), wording) }),
  };
}

/** Draws a row, and takes the instance from what the row says of it. */
function makerOf<I, A extends JsonValue>(
  { plan, phrase, shown, isFast = true, ...maker }: RowMaker<I, A>,
): Maker<unknown, JsonValue, unknown> {
  const row = new Int32Array(plan.width);
  return {
    ...maker as Pick<Maker<unknown, JsonValue>, "ask" | "offers">,
    make({ chance }): Draft<unknown, JsonValue> {
      plan.sample(chance, row, 0, 0);
      return {
        instance: renderShape(plan.parts.instance, { rows: row, at: 0, index: 0 }),
        phrase: row[phrase]!,
        ...(shown === undefined ? {} : { shown: shown(row) }),
      };
    },
    fast: () => isFast ? plan : null,
  };
}
