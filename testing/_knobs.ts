import type { Item } from "../tasks/item.ts";
import type { KnobValue, KnobValues } from "../tasks/knobs.ts";
import { Run, type RunOptions } from "../tasks/loop/run.ts";
import type { Task } from "../tasks/task.ts";
import type { Findings } from "./finding.ts";
import { picturesOfTask, settingsOf } from "./_samples.ts";

/** Each knob does something: with the same chance, some item is another. */
export function checkKnobs(
  task: Task,
  findings: Findings,
  { seed, source }: {
    readonly seed: number;
    readonly source?: unknown;
  },
): void {
  const given = { seed, ...picturesOfTask(task), ...(source === undefined ? {} : { source }) };
  const settings: RunOptions[] = [
    ...Object.keys(task.profiles).map((profile) => ({ profile })),
    // What a knob does may show only where others stand at their least.
    { knobs: leastOf(task) },
  ];
  for (const [name, knob] of Object.entries(task.knobs)) {
    const values: readonly KnobValue[] = knob.type === "word"
      ? knob.of
      : knob.type === "flag"
      ? [true, false]
      : [knob.default, knob.default + 1, knob.least, knob.most, (knob.least + knob.most) >> 1];
    // What is rare shows in many items, what others switch on in settings of theirs.
    const isUsed = differs(task, settings.map((o) => ({ ...given, ...o })), [name, values], FEW) ||
      differs(task, settingsOf(task).map((o) => ({ ...given, ...o })), [name, values], FEW) ||
      differs(task, settings.map((o) => ({ ...given, ...o })), [name, values], MANY);
    const isFixed = new Set(values).size < 2;
    findings.demand(isUsed || isFixed, `idle ${name}`, `${name} changes nothing`);
  }
}

/** Items that a knob is looked for in, first and at last. */
const FEW = 8, MANY = 200;

/** Whether some setting has other items by some value of a knob. */
function differs(
  task: Task,
  settings: readonly RunOptions[],
  [name, values]: readonly [string, readonly KnobValue[]],
  count: number,
): boolean {
  return settings.some((options) => {
    let first: string | null = null;
    for (const value of values) {
      const items = itemsWith(task, options, [name, value], count);
      if (items === null) continue;
      if (first !== null && items !== first) return true;
      first = items;
    }
    return false;
  });
}

function leastOf(task: Task): Record<string, KnobValue> {
  const least: Record<string, KnobValue> = {};
  for (const name of ["margin", "lattice", "spacing", "unique"]) {
    const knob = task.knobs[name];
    if (knob?.type === "integer") least[name] = knob.least;
    if (knob?.type === "flag") least[name] = false;
  }
  return least;
}

/** Knobs that the loop reads itself, so that a task cannot be given others. */
const LOOP = ["form", "options", "wording"];

/** The items with a knob set, drawn from the chance of those without; null where it is refused. */
function itemsWith(
  task: Task,
  options: RunOptions,
  [name, value]: readonly [string, KnobValue],
  count: number,
): string | null {
  const set = (values: KnobValues) => ({ ...values, [name]: value });
  const changed: Task = LOOP.includes(name) ? task : {
    ...task,
    ...(task.begin === undefined ? {} : { begin: (values) => task.begin!(set(values)) }),
    ...(task.plan === undefined ? {} : { plan: (values) => task.plan!(set(values)) }),
  };
  const own = LOOP.includes(name)
    ? { ...options, knobs: { ...options.knobs, [name]: value, ...asked(task, name) } }
    : options;
  try {
    const run = new Run(changed, own);
    return JSON.stringify(Array.from({ length: count }, (_, i) => contentOf(run.item(i))));
  } catch {
    return null;
  }
}

/** Options are seen where there are some. */
function asked(task: Task, name: string): Record<string, KnobValue> {
  const { form } = task.knobs;
  return name === "options" && form?.type === "word" && form.of.includes("choice")
    ? { form: "choice" }
    : {};
}

/** What is asked and answered, without what stands in the record of any knob. */
function contentOf({ form, question, answer, choices, claim, instance }: Item) {
  return [form, question, answer, choices, claim, instance];
}
