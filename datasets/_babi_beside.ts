import type { Step } from "../text/sentences/direction_phrase.ts";
import { type GridFact, surround } from "./_grid_story.ts";
import { compare } from "./_judging.ts";
import type { Judgement } from "./dataset.ts";

/**
 * Judges "What is north of the hall?": who stands one step from it that way, by a sentence that says
 * so, else by the grid that the sentences lay out.
 */
export function judgeBeside(
  story: readonly GridFact[],
  { from, step: [dx, dy] }: { readonly from: string; readonly step: Step },
  claimed: string,
): Judgement {
  const stated = new Set<string>();
  for (const { subject, landmark, step: [x, y] } of story) {
    if (landmark === from && x === dx && y === dy) stated.add(subject);
    if (subject === from && x === -dx && y === -dy) stated.add(landmark);
  }
  const found = stated.size > 0 ? [...stated] : standingAt(story, from, [dx, dy]);
  if (found.length === 0) {
    const reason = `no sentence places anything there, seen from the ${from}`;
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  if (found.length === 1) return compare(claimed, found[0]!);
  const verdict = found.includes(claimed) ? "ambiguous" : "disagree";
  const reason = `the sentences place ${found.join(" and ")} there`;
  return { verdict, answer: found.join(" or "), reason, margin: null };
}

function standingAt(story: readonly GridFact[], from: string, [dx, dy]: Step): string[] {
  return [...surround(story, from)].flatMap(([name, { at: [x, y] }]) =>
    x === dx && y === dy ? [name] : []
  );
}
