// A dataset of one's own, checked answer by answer:
//   alidade verify ./own_dataset.ts winds.tsv --json verdicts.jsonl
// Each line of winds.tsv is: ax, ay, bx, by and in which wind b is claimed to lie from a.
import { type Dataset, type Judgement, textFile, verify } from "@alidade/core/datasets";
import { solveDirection } from "@alidade/core";

function judge([ax, ay, bx, by, claimed]: readonly string[]): Judgement {
  const outcome = solveDirection({
    from: [ax!, ay!],
    to: [bx!, by!],
    frame: "y-up",
    sectors: "eight-winds",
  });
  const none = { answer: null, margin: null };
  if (outcome.status === "impossible") {
    return { verdict: "undetermined", reason: outcome.reason, ...none };
  }
  if (outcome.status !== "exact") {
    return { verdict: "ambiguous", reason: "it lies between two winds", ...none };
  }
  const { value: answer, margin } = outcome;
  if (answer === claimed) return { verdict: "agree", answer, reason: null, margin };
  return { verdict: "disagree", answer, reason: `claimed ${claimed}, is ${answer}`, margin };
}

export const winds: Dataset = {
  name: "winds",
  summary: "Pairs of points, and in which wind the second lies from the first",
  source: "made up for this example",
  licence: "MIT",
  companions: [],
  async *read(file) {
    let line = 0;
    for await (const text of file.lines()) {
      const fields = text.split("\t");
      const where = { file: file.path, line: ++line };
      if (fields.length === 5) {
        const [claimed] = fields.slice(4);
        yield {
          kind: "claim",
          id: `${line}`,
          where,
          claimed: claimed!,
          judge: () => judge(fields),
        };
      } else yield { kind: "bad", where, message: `it has ${fields.length} fields, must have 5` };
    }
  },
};

if (import.meta.main) {
  const text = "0\t0\t3\t4\tnortheast\n0\t0\t0\t5\teast\n1\t1\n";
  const open = (path: string) => Promise.resolve(textFile(path, text));
  for await (const { where, verdict, reason } of verify(winds, ["winds.tsv"], { open })) {
    console.log(`${where.line}: ${verdict}${reason === null ? "" : `, ${reason}`}`);
  }
}
