import { assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { readSentence } from "../../../text/sentences/relation_sentence.ts";

const SENTENCES = [
  "A is to the left of B.",
  "A and B are next to each other with A to the left of B.",
  "A's left is B.",
  "A's left is A.",
  "The agent A is above the agent B.",
  "The box is above A.",
  "Box A is below box B.",
  "A B is above C.",
  "A is above A.",
  "A is above B and C.",
  "A is at the 3 o'clock position relative to B.",
  "If B is the center of a clock face, A is located between 10 and 11.",
  "A and B are in a vertical line with A below B.",
  "A, B and C are friends.",
  "A\tis above B.",
  "\0A is above B.",
];

/** The sentence with other capitals for those that stand alone or own something. */
function renamed(sentence: string, to: ReadonlyMap<string, string>): string {
  return sentence.replace(/(?<![^\s.,\0])[A-C](?!\w)/g, (letter) => to.get(letter)!);
}

Deno.test("readSentence() reads a sentence alike whatever capitals name, whatever came before", () => {
  const letters = fc.shuffledSubarray([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"], {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.constantFrom(...SENTENCES), letters, (sentence, [a, b, c]) => {
      const names = new Map([["A", a!], ["B", b!], ["C", c!]]);
      const other = (name: string) => renamed(name, names);
      const { template, relation } = readSentence(sentence);
      const again = readSentence(other(sentence));
      assertEquals(again.template, template);
      assertEquals(
        again.relation,
        relation && {
          subject: other(relation.subject),
          landmark: other(relation.landmark),
          step: relation.step,
        },
      );
    }),
  );
});

Deno.test("readSentence() tells a name from the same name that owns something", () => {
  const first = readSentence("A's left is A.");
  const second = readSentence("A's left is B.");
  assertEquals(first.template.includes("Y"), false);
  assertEquals(second.template.includes("Y"), true);
});
