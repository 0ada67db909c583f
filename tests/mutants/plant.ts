import {
  defineTask,
  type JsonValue,
  type Kind,
  type KnobValues,
  type Maker,
  type Task,
} from "../../tasks/mod.ts";

type AnyMaker = Maker<unknown, JsonValue, unknown>;

/** What is changed about a task. */
export interface Plant {
  readonly kind?: (kind: Kind) => Partial<Kind>;
  readonly maker?: (maker: AnyMaker, values: KnobValues) => Partial<AnyMaker>;
  readonly task?: Partial<Task>;
  /** The values that the task is made ready for. */
  readonly values?: (values: KnobValues) => KnobValues;
}

/** A task with a fault in it, in all that is made of its kind and maker; without its fast form. */
export function planted(task: Task, { kind, maker, task: more, values = (v) => v }: Plant): Task {
  const own = task.kind!;
  const changed = { ...own, ...kind?.(own) };
  const made = defineTask({
    name: task.name,
    version: task.version,
    summary: task.summary,
    kind: changed,
    knobs: task.knobs,
    profiles: task.profiles,
    ...(task.levels === undefined ? {} : { levels: task.levels }),
    begin(knobs) {
      const { fast: _, ...slow } = task.begin!(values(knobs as KnobValues));
      return { ...slow, ...maker?.(slow, knobs as KnobValues) } as Maker<unknown, JsonValue>;
    },
  });
  return { ...made, ...more };
}
