import {
  cosit,
  type Dataset,
  decompsr,
  forest,
  matres,
  qsrlib,
  spacenli,
  spartqa,
  type Summary,
  textFile,
  tiger,
  verify,
  vsr,
} from "../../datasets/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance, DATA } from "../_data.ts";
import { summarize } from "../datasets/_check.ts";

/** Some counts of a summary, those that are 0 left out. */
function counts(summary: Summary): Record<string, number> {
  const { groups: _groups, totals: _totals, ...all } = summary;
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

function all(
  dataset: Dataset,
  path: string,
  published: string,
  want: Readonly<Record<string, number>>,
): void {
  const name = `${dataset.name}: ${path.split("/").at(-1)}`;
  conformance(name, { path, published }, async (path) => {
    assertEquals(counts(await summarize(dataset, path)), want);
  });
}

all(cosit, "cosit2026/1d_test_first2000.txt", "COSIT 2026", { total: 2000, agree: 2000 });
all(matres, "matres/aquaint.txt", "https://github.com/qiangning/MATRES", { total: 73, agree: 73 });
for (
  const [part, undetermined] of [["clean/qa10", 0], ["noise/qa4", 3], ["noise/qa5", 5]] as const
) {
  const want = undetermined === 0
    ? { total: 200, agree: 200 }
    : { total: 200, agree: 200 - undetermined, undetermined };
  const published = "https://github.com/RobBlackwell/DecompSR";
  all(decompsr, `decompsr/${part}_test_shuffle.jsonl`, published, want);
}
all(tiger, "tiger/queries_yesno.csv", "the Spatial Inference Benchmark", {
  total: 1000,
  undetermined: 1000,
});

for (const kind of ["rcc8", "ra", "cardir"]) {
  conformance(
    `qsrlib: ${kind} of 49 pairs of boxes`,
    {
      path: `qsrlib/data1_${kind}_defaults.txt`,
      published: "https://github.com/strands-project/strands_qsr_lib",
    },
    async (path) => {
      const companions = new Map([["boxes", [`${DATA}/qsrlib/data1.csv`]]]);
      let agree = 0;
      for await (const { verdict } of verify(qsrlib, [path], { companions })) {
        if (verdict === "agree") agree++;
      }
      assertEquals(agree, 98);
    },
  );
}

conformance(
  "forest: all answers by both readings; the frame does not matter in 1,528",
  {
    path: "forest/A-split_QA_camera_total.json",
    published: "https://github.com/HLR/FoREST",
  },
  async (path) => {
    const summary = await summarize(forest, path);
    assertEquals(counts(summary), { total: 4288, agree: 4288 });
    assertEquals([...summary.groups.values()], [1528]);
  },
);

conformance(
  "spacenli: right or declined",
  { path: "spacenli/patterns.jsonl", published: "https://github.com/kovvalsky/SpaceNLI" },
  async (path) => {
    const { disagree, agree, invalid } = await summarize(spacenli, path);
    assertEquals([disagree, invalid], [0, 0]);
    assert(agree >= 34, `${agree}`);
  },
);

conformance(
  "vsr: pairs of true captions that exclude each other, by frame",
  {
    path: "vsr/all_vsr_validated_data.jsonl",
    published: "https://github.com/cambridgeltl/visual-spatial-reasoning",
  },
  async (path) => {
    const summary = await summarize(vsr, path);
    assertEquals([summary.total, summary.disagree, summary.invalid], [10972, 0, 0]);
    const both = "two captions said to be true exclude each other";
    const framed = "two captions exclude each other only in one frame of reference";
    assert(summary.groups.get(both)! >= 18);
    assert(summary.groups.get(framed)! >= 14);
  },
);

conformance(
  "spartqa: what is answered is right but for wrong labels",
  {
    path: "spartqa_human/human_train.json",
    published: "https://github.com/HLR/SpartQA-baselines",
  },
  async (path) => {
    const { agree, disagree, invalid } = await summarize(spartqa, path);
    assertEquals(invalid, 0);
    assert(agree > 150 && disagree < 0.15 * agree, `${agree} ${disagree}`);
  },
);

conformance(
  "matres: a flipped label that contradicts the rest does so in a triangle",
  { path: "matres/aquaint.txt", published: "https://github.com/qiangning/MATRES" },
  async (path) => {
    const text = await Deno.readTextFile(path);
    const lines = text.split("\n");
    const flipped = (line: string) =>
      line.replace(/(BEFORE|AFTER)$/, (label) => label === "AFTER" ? "BEFORE" : "AFTER");
    let [found, triangles] = [0, 0];
    for (let i = 0; i < lines.length; i += 25) {
      if (flipped(lines[i]!) === lines[i]) continue;
      const name = lines[i]!.split("\t")[0]! + "\t";
      const own = lines.with(i, flipped(lines[i]!)).filter((line) => line.startsWith(name));
      const open = () => Promise.resolve(textFile(path, own.join("\n")));
      for await (const { verdict, reason } of verify(matres, [path], { open })) {
        if (verdict === "agree") continue;
        found++;
        if (reason!.split("; ").length === 3) triangles++;
      }
    }
    assert(found >= 50 && triangles === found, `${found} ${triangles}`);
  },
);
