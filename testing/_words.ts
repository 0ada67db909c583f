import { answersOf, isSameAnswer } from "../tasks/kind.ts";
import type { Item } from "../tasks/item.ts";
import type { Looking } from "./_answers.ts";

/** What is no answer to any question. */
const NO_ANSWERS = ["", " ", "\n", "?", "I do not know.", "zyx", "...", "none of them, sorry"];

/** What is said is read, and nothing else is. */
export function checkWords(item: Item, { kind, wording, findings }: Looking): void {
  const instance = kind.schema.read(item.instance);
  const right = answersOf(kind.solve(instance));
  for (const answer of [...right, ...kind.answers?.(instance) ?? []]) {
    const said = kind.say(answer, instance, wording);
    const read = kind.read(said, instance, wording);
    const isSame = read !== null &&
      (isSameAnswer(read, answer) || kind.say(read, instance, wording) === said);
    findings.demand(isSame, "read", `${item.id}: ${said} is read as ${JSON.stringify(read)}`);
  }
  for (const words of NO_ANSWERS) {
    const read = kind.read(words, instance, wording);
    findings.demand(
      read === null,
      "junk",
      `${item.id}: ${JSON.stringify(words)} is read as ${JSON.stringify(read)}`,
    );
  }
}
