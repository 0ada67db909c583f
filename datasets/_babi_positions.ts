import { type GridFact, relate } from "./_grid_story.ts";
import { compare } from "./_judging.ts";
import type { Judgement } from "./dataset.ts";

/** Judges "Is the X left of the Y?": yes iff X stands strictly further along the asked axis. */
export function judgePosition(
  story: readonly GridFact[],
  asked: GridFact,
  claimed: string,
): Judgement {
  if (claimed !== "yes" && claimed !== "no") {
    throw new SyntaxError(
      `Cannot read the answer: is ${JSON.stringify(claimed)}, must be yes or no`,
    );
  }
  const { subject, landmark, step } = asked;
  const outcome = relate(story, subject, landmark);
  if (outcome.status !== "exact") {
    const open = { verdict: "undetermined", answer: null, margin: null } as const;
    if (outcome.status !== "impossible") {
      return { ...open, reason: `no sentences lead from the ${landmark} to the ${subject}` };
    }
    const group = "the story contradicts itself";
    return { ...open, reason: `${group}: ${outcome.core?.join(" ")}`, group };
  }
  const { value: { x, y }, margin } = outcome;
  const along = x * step[0] + y * step[1];
  const judgement = compare(claimed, along > 0 ? "yes" : "no", { margin });
  if (along !== 0) return judgement;
  const tie = "both stand level on the asked axis";
  const reason = judgement.reason === null ? tie : `${judgement.reason}: ${tie}`;
  return { ...judgement, reason, group: "tie on the asked axis" };
}
