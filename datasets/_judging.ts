import type { Judgement } from "./dataset.ts";

/** A question or sentence that a reader does not understand: well-formed, but not its language. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
}

/** Judges; what the reader does not understand ends as `unsupported`, with the sentence named. */
export function judging(
  judge: () => Judgement | Promise<Judgement>,
): () => Judgement | Promise<Judgement> {
  return () => {
    try {
      const judgement = judge();
      return judgement instanceof Promise ? judgement.catch(unsupported) : judgement;
    } catch (error) {
      return unsupported(error);
    }
  };
}

function unsupported(error: unknown): Judgement {
  if (!(error instanceof UnsupportedError)) throw error;
  return { verdict: "unsupported", answer: null, reason: error.message, margin: null };
}

/** The judgement of a claim that has one right answer. */
export function compare(
  claimed: string,
  answer: string,
  details: Partial<Judgement> = {},
): Judgement {
  const agree = claimed === answer;
  return {
    verdict: agree ? "agree" : "disagree",
    answer,
    reason: agree ? null : `claimed ${claimed}, is ${answer}`,
    margin: null,
    ...details,
  };
}
