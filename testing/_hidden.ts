import { answersOf } from "../tasks/kind.ts";
import type { Item } from "../tasks/item.ts";
import type { JsonValue } from "../tasks/kind.ts";
import type { Maker } from "../tasks/maker.ts";
import type { Looking } from "./_answers.ts";
import { altered, leavesOf } from "./_schema.ts";

/** So many altered instances of an item are asked about. */
const MOST = 200;

/** What other words have in instances of many kinds, where it is not in this one. */
const WORDS = ["y-up", "y-down", "left", "right", "nearest", "farthest"];

/**
 * A question says all that its answer depends on: where a leaf of the instance is replaced and the
 * answer is another, the words or the pictures are others too.
 */
export function checkHidden(
  item: Item,
  maker: Maker<unknown, JsonValue, unknown>,
  { kind, wording, findings }: Looking,
): void {
  const { instance } = item;
  const shownBy = (one: unknown): string => {
    const asked = [0, 1, 2, 3].flatMap((phrase) => {
      try {
        const { given, question } = maker.ask(one, phrase);
        return [given, question];
      } catch {
        // There are fewer phrasings.
        return [];
      }
    });
    return JSON.stringify([asked, kind.draw?.(one, wording)]);
  };
  const answerOf = (one: unknown) => JSON.stringify(answersOf(kind.solve(one)));
  const own = { shown: shownBy(instance), answer: answerOf(instance) };
  let seen = 0;
  for (const other of altered(instance, [...leavesOf(instance), ...WORDS])) {
    if (seen === MOST) return;
    if (kind.schema.fault(other) !== null) continue;
    seen++;
    let answer: string;
    try {
      answer = answerOf(other);
    } catch {
      // The solver demands more than the schema can say.
      continue;
    }
    if (answer === own.answer || shownBy(other) !== own.shown) continue;
    findings.add(
      "hidden",
      `${item.id}: asked in the same words, ${JSON.stringify(other)} has another answer`,
    );
    return;
  }
}
