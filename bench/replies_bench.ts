/**
 * Reading replies, beside readers by patterns as evaluators have them: the last `\boxed{}`, else
 * what follows "answer is", else the last letter or number that stands in it. On the replies that
 * are timed all say the same; of the others in `tests/text/replies` the patterns miss many.
 */
import { readChoice, readNumber } from "../text/replies/mod.ts";

const OPTIONS = ["bottom", "bottom right", "right", "left"];

const CHOICES: Readonly<Record<string, string>> = {
  "a letter": "A",
  "a sentence": "Orange lies directly below olive. The answer is (A).",
  "2 kB of thoughts": `<think>${
    "Let me look at it again, it could be any of them. ".repeat(40)
  }</think>\\boxed{A}`,
};

const NUMBERS: Readonly<Record<string, string>> = {
  "a number": "395.91",
  "an equation": "d = sqrt((845-600)^2+(788-477)^2) = 395.91",
};

function letterByPattern(reply: string): number | null {
  const boxed = [...reply.matchAll(/\\boxed\{([^{}]*)\}/g)].at(-1)?.[1];
  const said = boxed ?? /answer is:?\s*(.*)/i.exec(reply)?.[1] ?? reply;
  const letter = [...said.matchAll(/\b([A-D])\b/g)].at(-1)?.[1];
  return letter === undefined ? null : letter.charCodeAt(0) - 65;
}

function numberByPattern(reply: string): string | null {
  const boxed = [...reply.matchAll(/\\boxed\{([^{}]*)\}/g)].at(-1)?.[1];
  const said = boxed ?? /answer is:?\s*(.*)/i.exec(reply)?.[1] ?? reply;
  return [...said.replaceAll(",", "").matchAll(/-?\d+(?:\.\d+)?/g)].at(-1)?.[0] ?? null;
}

function race(
  kind: string,
  replies: Readonly<Record<string, string>>,
  ours: (reply: string) => unknown,
  patterns: (reply: string) => unknown,
): void {
  for (const [name, reply] of Object.entries(replies)) {
    if (ours(reply) === null || ours(reply) !== patterns(reply)) {
      throw new Error(`${kind}, ${name}: ${ours(reply)} and ${patterns(reply)}, must be the same`);
    }
    const group = `replies: ${kind}, ${name}`;
    Deno.bench(`${group}: the grammar`, { group, baseline: true }, () => void ours(reply));
    Deno.bench(`${group}: patterns`, { group }, () => void patterns(reply));
  }
}

race("choice", CHOICES, (reply) => readChoice(reply, OPTIONS), letterByPattern);
race("number", NUMBERS, (reply) => readNumber(reply), numberByPattern);
