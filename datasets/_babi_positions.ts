import { type GridFact, locate } from "./_grid_story.ts";
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
  const placement = locate(story, subject, landmark);
  if (placement.status !== "placed") {
    const reason = placement.status === "apart"
      ? `no sentences lead from the ${landmark} to the ${subject}`
      : `the story contradicts itself at its sentence ${placement.fact + 1}`;
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  const [dx, dy] = placement.offset;
  const along = dx * step[0] + dy * step[1];
  const judgement = compare(claimed, along > 0 ? "yes" : "no", {
    margin: { value: Math.max(1, Math.abs(along)), unit: "step" },
  });
  if (along !== 0) return judgement;
  const tie = "both stand level on the asked axis";
  const reason = judgement.reason === null ? tie : `${judgement.reason}: ${tie}`;
  return { ...judgement, reason, group: "tie on the asked axis" };
}
