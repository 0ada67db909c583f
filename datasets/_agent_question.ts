const QUESTION =
  /^What is the relation of (?:the )?(?:agent |object )*(.+?) to (?:the )?(?:agent |object )*(.+?)\s*\?$/;

/** Who is asked about in StepGame's question, and from whom; null where it is another question. */
export function readAgentQuestion(
  question: string,
): { readonly target: string; readonly viewer: string } | null {
  const [, target, viewer] = QUESTION.exec(question) ?? [];
  return target === undefined || viewer === undefined ? null : { target, viewer };
}
