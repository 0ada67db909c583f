import {
  addToSummary,
  emptySummary,
  stepgame,
  type Summary,
  textFile,
  verify,
} from "../../datasets/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { summarize } from "../datasets/_check.ts";
import { mirrored, relabelled } from "../datasets/_mirror.ts";

const PUBLISHED = "https://github.com/ZhengxiangShi/StepGame";
const CORRECTED = "https://github.com/Fangjun-Li/SpatialLM-StepGame";

async function changed(path: string, change: (text: string) => string): Promise<Summary> {
  const text = change(await Deno.readTextFile(path));
  const summary = emptySummary();
  const open = () => Promise.resolve(textFile(path, text));
  for await (const checked of verify(stepgame, [path], { open })) {
    addToSummary(summary, checked);
  }
  return summary;
}

/**
 * Wrong labels; stories that leave it open, or place an agent off itself beside those asked about;
 * and right labels of stories that place another off itself.
 */
const WRONG = { 1: [457, 40, 0], 2: [545, 74, 13], 3: [609, 100, 32] } as const;

for (const k of [1, 2, 3] as const) {
  conformance(
    `stepgame: k=${k}, the wrong labels come from ten faults`,
    { path: `stepgame/qa${k}_test.json`, published: PUBLISHED },
    async (path) => {
      const summary = await summarize(stepgame, path);
      assertEquals(summary.total, 10000);
      const [disagree, undetermined, leftOut] = WRONG[k];
      assertEquals([summary.disagree, summary.undetermined], [disagree, undetermined]);
      assertEquals(summary.agree, 10000 - summary.disagree - summary.undetermined);
      assertEquals(summary.groups.size, 10);
      const named = [...summary.groups.values()].reduce((sum, n) => sum + n, 0);
      assertEquals(named, disagree + undetermined + leftOut);
    },
  );
}

for (const k of [7, 8, 9, 10]) {
  conformance(
    `stepgame: k=${k}, where one label has many explanations, names the ten faults`,
    { path: `stepgame/qa${k}_valid.json`, published: PUBLISHED },
    async (path) => assertEquals((await summarize(stepgame, path)).groups.size, 10),
  );
}

conformance(
  "stepgame: mirrored and relabelled, the counts stay the same",
  { path: "stepgame/qa2_test.json", published: PUBLISHED },
  async (path) => {
    const names = (letter: string) => `agent${letter.charCodeAt(0)}`;
    const ways = [
      (text: string) => mirrored(text, "left-right"),
      (text: string) => mirrored(text, "up-down"),
      (text: string) => relabelled(text, names),
    ];
    for (const way of ways) {
      const summary = await changed(path, way);
      assertEquals([summary.disagree, summary.undetermined, summary.unsupported], [545, 74, 0]);
      assertEquals(summary.groups.size, 10);
    }
  },
);

for (const k of [1, 2, 3, 4, 5]) {
  conformance(
    `stepgame: the corrected k=${k} agrees throughout`,
    { path: `stepgame_corrected/qa${k}_test.txt`, published: CORRECTED },
    async (path) => {
      const { total, agree } = await summarize(stepgame, path);
      assert(total > 1000);
      assertEquals(agree, total);
    },
  );
}
