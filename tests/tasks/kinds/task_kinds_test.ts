import { boxesOf } from "../../../render/boxes.ts";
import { answersOf, isSameAnswer, type Kind } from "../../../tasks/kind.ts";
import { type Item, Run, type Task, TASKS } from "../../../tasks/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import { itemCount } from "../../_item_count.ts";

/** Items of each task and setting; `ALIDADE_ITEMS` asks for more. */
const ITEMS = itemCount(25);

const ASKED = TASKS.flatMap((task) => task.kind === undefined ? [] : [[task, task.kind] as const]);

/** Runs by each profile, in each language, and with each thing that may be asked. */
function runsOf(task: Task): Run[] {
  const images = task.kind!.draw === undefined ? {} : { images: "svg", boxes: "pixels" } as const;
  const settings = Object.keys(task.profiles).map((profile) => ({ profile, knobs: {} }));
  for (const name of ["ask", "wording"]) {
    const knob = task.knobs[name];
    if (knob?.type !== "word") continue;
    for (const value of knob.of) settings.push({ profile: "fair", knobs: { [name]: value } });
  }
  return settings.map((options) => new Run(task, { seed: 21, ...images, ...options }));
}

for (const [task, kind] of ASKED) {
  Deno.test(`kind of ${task.name}: answers, says, reads and draws what its items show`, () => {
    for (const run of runsOf(task)) {
      for (let i = 0; i < ITEMS; i++) requireSame(kind, run.item(i), String(run.values.wording));
    }
  });
}

function requireSame(kind: Kind, item: Item, wording: string): void {
  const instance = kind.schema.read(item.instance);
  const outcome = kind.solve(instance);
  const right = answersOf(outcome);
  assertEquals(kind.frame(instance), item.frame, item.id);
  // What stands in the record is right, and the solver's own answers are read as they are said.
  if (item.form === "open") {
    const read = kind.read(item.answer, instance, wording);
    assert(read !== null && accepted(kind, instance, read, right), item.id);
  }
  for (const answer of right) {
    assert(accepted(kind, instance, answer, right), item.id);
    const said = kind.say(answer, instance, wording);
    const read = kind.read(said, instance, wording);
    assert(read !== null && accepted(kind, instance, read, right), `${item.id}: ${said}`);
    if (kind.answers !== undefined) {
      assert(kind.answers(instance).some((one) => isSameAnswer(one, answer)), item.id);
    }
  }
  if (kind.check !== undefined) assertEquals(kind.check(instance, outcome), null, item.id);
  if (kind.draw === undefined) return;
  const [picture] = kind.draw(instance, wording);
  assertEquals(picture!.drawing.alt, item.alt, item.id);
  const boxes = boxesOf(picture!.drawing);
  assertEquals(Object.fromEntries(item.objects!.map(({ name, box }) => [name, box])), {
    ...Object.fromEntries(boxes),
  }, item.id);
  assertEquals(new Set(kind.names!(instance)), new Set(boxes.keys()), item.id);
}

function accepted(kind: Kind, instance: unknown, answer: unknown, right: readonly unknown[]) {
  if (kind.accepts !== undefined) return kind.accepts(instance, answer as string);
  return right.some((one) => isSameAnswer(one as string, answer as string));
}
