import { readItem, scoreReply, TASKS } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";

conformance(
  "replies: what was judged by hand is marked so in 97 of 100, and nothing falsely right",
  { path: "replies/open.jsonl", published: "nowhere; judged by hand for this project" },
  async (path) => {
    const lines = (await Deno.readTextFile(path)).trimEnd().split("\n").map((l) => JSON.parse(l));
    const missed: string[] = [];
    const falselyRight: string[] = [];
    for (const { item, reply, want } of lines) {
      const read = readItem(item);
      const mark = scoreReply(TASKS.find((task) => task.name === read.task)!, read, reply);
      if (want.includes(mark)) continue;
      (mark === "right" ? falselyRight : missed).push(`${read.task}: ${JSON.stringify(reply)}`);
    }
    assertEquals(falselyRight, []);
    assert(missed.length <= 0.03 * lines.length, missed.join("\n"));
  },
);
