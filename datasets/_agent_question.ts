const QUESTION =
  /^What is the relation of (?:the )?(?:agent |object )*(.+?) to (?:the )?(?:agent |object )*(.+)$/;

/** Who is asked about in StepGame's question, and from whom; null where it is another question. */
export function readAgentQuestion(
  question: string,
): { readonly target: string; readonly viewer: string } | null {
  // What cannot match is told before the pattern tries every place for it.
  if (!question.endsWith("?") || !question.includes(" to ")) return null;
  const [, target, viewer] = QUESTION.exec(question.slice(0, -1).trimEnd()) ?? [];
  return target === undefined || viewer === undefined ? null : { target, viewer };
}
