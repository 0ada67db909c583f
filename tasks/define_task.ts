import type { Schema } from "../geometry/schema.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import { isRight, type Kind } from "./kind.ts";
import type { IntegerKnob, Knobs, KnobValue, KnobValues, Levels, WordKnob } from "./knobs.ts";
import type { JsonValue } from "../lines/template.ts";
import type { Maker } from "./maker.ts";
import type { Form, Task } from "./task.ts";
import { COMMON_WORDS } from "../text/wordings/common.ts";

/** The knobs that every task has beside its own, unless it declares them itself. */
export type AddedKnobs<F extends readonly Form[], W extends readonly string[]> =
  & { readonly form: WordKnob<F[number]>; readonly wording: WordKnob<W[number]> }
  & ("choice" extends F[number] ? { readonly options: IntegerKnob } : unknown);

/** The values that a task is made ready for. */
export type SpecValues<K extends Knobs, F extends readonly Form[], W extends readonly string[]> =
  KnobValues<K & Omit<AddedKnobs<F, W>, keyof K>>;

/** A task as it is declared: which kind of question, how its instances are drawn and asked about. */
export interface TaskSpec<
  K extends Knobs,
  I,
  A extends JsonValue,
  F extends readonly Form[] = ["open"],
  W extends readonly string[] = ["en"],
  S = never,
> {
  /** The name on the command line and in records: small letters, joined by hyphens. */
  readonly name: string;
  /** Part of every item's key, from 1: raised when the items of a seed change. */
  readonly version: number;
  /** What it asks, in one line. */
  readonly summary: string;
  /** What kind of question it asks. */
  readonly kind: Kind<I, A>;
  /** Its settings; `form`, `options` and `wording` are added unless they stand among them. */
  readonly knobs: K;
  /** How its questions can be put; open when left out. */
  readonly forms?: F;
  /** The languages and styles it has words in, each beginning with its language; `"en"` when left out. */
  readonly wordings?: W;
  /** Named sets of values that differ from the knobs' defaults; `fair` is always there. */
  readonly profiles?: Readonly<Record<string, Readonly<Record<string, KnobValue>>>>;
  /** How it gets harder, where it does. */
  readonly levels?: Levels;
  /** What a scene that is given must be, for a task that asks about given scenes. */
  readonly source?: Schema<S>;
  /**
   * Makes ready for one set of knobs.
   *
   * @param knobs a value for each
   * @throws RangeError for values that cannot go together
   */
  begin(knobs: SpecValues<K, F, W>): Maker<NoInfer<I>, NoInfer<A>, NoInfer<S>>;
}

/**
 * Defines a task: a plain object that runs, mixes, scores and pictures take. What depends on its
 * types is checked here, and is behind it.
 *
 * @param spec the task
 * @returns the task
 * @throws RangeError for a name, version, form or wording that cannot be used
 *
 * @example
 * ```ts
 * import { defineTask, type Kind, Run } from "@alidade/core/tasks";
 * import { schema } from "@alidade/core/geometry";
 * import { exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const side: Kind<{ readonly x: number }, string> = {
 *   name: "side-of-zero",
 *   schema: schema.object({ x: schema.integer(-9, 9) }),
 *   solve: ({ x }) => exact(x < 0 ? "left" : "right"),
 *   frame: () => "x to the right",
 *   say: (answer) => answer,
 *   read: (words) => /^(left|right)$/.test(words) ? words : null,
 *   answers: () => ["left", "right"],
 * };
 * const task = defineTask({
 *   name: "side-of-zero",
 *   version: 1,
 *   summary: "On which side of 0 a number lies",
 *   kind: side,
 *   knobs: {},
 *   forms: ["open", "true-false"],
 *   begin: () => ({
 *     make: ({ chance, aim }) => ({ instance: { x: (chance.below(9) + 1) * (aim.below(2) ? 1 : -1) } }),
 *     ask: ({ x }) => ({
 *       given: "",
 *       question: `On which side of 0 lies ${x}?`,
 *       claim: (answer) => `${x} lies ${answer} of 0.`,
 *     }),
 *   }),
 * });
 * const item = new Run(task).item(3);
 * assertEquals(task.solve(item.instance), exact(item.answer));
 * ```
 */
export function defineTask<
  const K extends Knobs,
  I,
  A extends JsonValue,
  const F extends readonly Form[] = ["open"],
  const W extends readonly string[] = ["en"],
  S = never,
>(spec: TaskSpec<K, I, A, F, W, S>): Task {
  const { kind, name, version, summary, levels, source } = spec;
  const forms: readonly Form[] = spec.forms ?? ["open"];
  const wordings: readonly string[] = spec.wordings ?? ["en"];
  requireUsable(spec, forms, wordings);
  const wordingOf = (knobs: KnobValues) => String(knobs.wording);
  const read = (instance: unknown) => kind.schema.read(instance);
  return {
    ...{ name, version, summary, kind },
    knobs: { ...spec.knobs, ...missing(spec.knobs, addedKnobs(forms, wordings)) },
    profiles: { fair: {}, ...spec.profiles },
    ...(levels === undefined ? {} : { levels }),
    ...(source === undefined ? {} : { source }),
    begin: (knobs) => spec.begin(knobs as SpecValues<K, F, W>),
    solve: (instance) => kind.solve(read(instance)),
    parse: (words, knobs, instance) => kind.read(words, read(instance), wordingOf(knobs)),
    accepts: (instance, answer) => isRight({ kind, instance: read(instance) }, answer as A),
    pictures: (instance, wording) => kind.draw?.(read(instance), wording) ?? [],
  };
}

/** The knobs of the forms and wordings that a task has. */
function addedKnobs(forms: readonly Form[], wordings: readonly string[]): Knobs {
  const { form, options } = FORM_KNOBS;
  return {
    form: { ...form, of: forms, default: forms[0]! },
    ...(forms.includes("choice") ? { options } : {}),
    wording: {
      type: "word",
      of: wordings,
      default: wordings[0]!,
      doc: "the language and style of the words",
    },
  };
}

function missing(own: Knobs, added: Knobs): Knobs {
  return Object.fromEntries(Object.entries(added).filter(([name]) => !Object.hasOwn(own, name)));
}

function requireUsable(
  { name, version }: Pick<Task, "name" | "version">,
  forms: readonly Form[],
  wordings: readonly string[],
): void {
  const refuse = (is: string, must: string): never => {
    throw new RangeError(`Cannot define task "${name}": ${is}, must be ${must}`);
  };
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) refuse("its name", "small letters and hyphens");
  if (!Number.isSafeInteger(version) || version < 1) refuse(`version ${version}`, "1 or more");
  if (forms.length === 0) refuse("no form", "at least one");
  if (wordings.length === 0) refuse("no wording", "at least one");
  const strange = wordings.find((wording) => !Object.hasOwn(COMMON_WORDS, wording));
  if (strange !== undefined) {
    refuse(`wording "${strange}"`, `one of ${Object.keys(COMMON_WORDS).join(", ")}`);
  }
}
