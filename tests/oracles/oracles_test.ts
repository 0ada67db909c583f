import { answersOf, isSameAnswer, Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assert } from "../_assert.ts";
import { itemCount } from "../_item_count.ts";
import { WITNESSES } from "./list.ts";

/** Items of each task, by its defaults; `ALIDADE_ITEMS` asks for more. */
const ITEMS = itemCount(100);

/** What options are called. */
const LETTERS = "ABCDEFGHI";

for (const task of TASKS) {
  const witness = WITNESSES.get(task.kind?.name ?? "");
  if (witness === undefined) continue;
  Deno.test(`oracles: ${task.name} answers as its witness does`, () => {
    const kind = task.kind!;
    for (const item of itemsOf(task)) {
      const instance = kind.schema.read(item.instance);
      const words = item.choices?.[LETTERS.indexOf(item.answer)] ?? item.answer;
      const answer = kind.read(words, instance, "en");
      assert(answer !== null, item.id);
      const { right } = witness.truth(instance);
      const isRight = witness.accepts?.(instance, answer) ??
        right.some((one) => isSameAnswer(one, answer));
      assert(isRight, `${item.id}: ${item.answer}`);
      const solved = answersOf(kind.solve(instance));
      for (const one of solved) {
        assert(
          witness.accepts?.(instance, one) ?? right.some((r) => isSameAnswer(r, one)),
          item.id,
        );
      }
      // A witness that takes all is none.
      assert(witness.accepts !== undefined || solved.length === right.length, item.id);
    }
  });
}

function* itemsOf(task: Task) {
  const run = new Run(task, { seed: 77 });
  for (let i = 0; i < ITEMS; i++) yield run.item(i);
}
