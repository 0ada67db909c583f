import { NAIVE } from "../../bench/loop/rivals/naive.ts";
import { runsOf, WORKS } from "../../bench/loop/works.ts";
import { type Item, scoreReply } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";

Deno.test("bench: naive rivals make right records with the members and the information of ours", () => {
  for (const work of WORKS.filter(({ naive, tasks }) => naive.length === 1 && tasks.length === 1)) {
    const [run] = runsOf(work);
    const maker = NAIVE[work.naive[0]!]!;
    let ours = 0, theirs = 0;
    for (let i = 0; i < 300; i++) {
      const item = run!.item(i), rival = maker(i);
      assertEquals(Object.keys(rival), Object.keys(item));
      assertEquals(Object.keys(rival.instance as object), Object.keys(item.instance as object));
      // Doubles may fail at a tie, which the margins leave out.
      const mark = scoreReply(
        run!.task,
        { ...item, ...rival, version: item.version } as Item,
        rival.answer as string,
      );
      assertEquals(mark, "right", JSON.stringify(rival));
      ours += JSON.stringify(item).length;
      theirs += JSON.stringify(rival).length;
    }
    assert(Math.abs(theirs / ours - 1) < 0.03, `${work.name}: ${theirs} and ${ours} bytes`);
  }
});
