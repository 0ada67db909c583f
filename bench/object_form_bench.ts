// Items made as objects, solved by the solver, beside the same items rendered from rows.
import { direction, Run, type Task } from "../tasks/mod.ts";

/** The same task with its rows alone. */
const rows: Task = (() => {
  const { begin, ...rest } = direction;
  return { ...rest, plan: (values) => begin!(values).fast!()! };
})();

const COUNT = 1000;

for (const form of ["open", "choice", "true-false"]) {
  const object = new Run(direction, { seed: 1, knobs: { form } });
  const rendered = new Run(rows, { seed: 1, knobs: { form } });
  // The answer is checked before it is timed: both forms make the same bytes.
  for (let i = 0; i < COUNT; i++) {
    if (JSON.stringify(object.item(i)) !== JSON.stringify(rendered.item(i))) {
      throw new Error(`Cannot compare item ${i}: it differs, must be the same`);
    }
  }
  const group = `${COUNT} direction items, ${form}`;
  const make = (run: Run) => {
    let length = 0;
    for (let i = 0; i < COUNT; i++) length += run.item(i).answer.length;
    if (length === 0) throw new Error("Cannot be empty");
  };
  Deno.bench("objects, each solved", { group, baseline: true }, () => make(object));
  Deno.bench("rendered from rows", { group }, () => make(rendered));
}
