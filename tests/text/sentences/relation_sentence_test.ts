import { readSentence } from "../../../text/sentences/relation_sentence.ts";
import { assertEquals } from "../../_assert.ts";
import { mirrored, relabelled } from "../../datasets/_mirror.ts";

/** Sentences with what they mean: where P stands from Q, as `dx dy` with y up. */
const MEANINGS: readonly (readonly [string, number, number])[] = [
  ["P is above Q.", 0, 1],
  ["P is to the left of Q.", -1, 0],
  ["P is over Q.", 0, 1],
  ["P is on top of Q.", 0, 1],
  ["P is to the top of Q vertically.", 0, 1],
  ["P is at the bottom of Q and is on the same vertical plane.", 0, -1],
  ["P is to the right of Q and is on the same horizontal plane.", 1, 0],
  ["P is on the same horizontal plane directly left to Q.", -1, 0],
  ["P is to the left of Q with a small gap between them.", -1, 0],
  ["P is north east of Q.", 1, 1],
  ["P is directly southwest of Q.", -1, -1],
  ["P is to the top-left of Q.", -1, 1],
  ["P presents upper right to Q.", 1, 1],
  ["P is sitting at the lower position to Q.", 0, -1],
  ["P is placed in the right direction of Q.", 1, 0],
  ["P is on the left side of and below Q.", -1, -1],
  ["P is on the right side and top of Q.", 1, 1],
  ["P is above Q and to the right of Q.", 1, 1],
  ["P is positioned below Q and to the left.", -1, -1],
  ["P is diagonally above Q to the left at a 45 degree angle.", -1, 1],
  ["P is to the left of Q and below Q at approximately a 45 degree angle.", -1, -1],
  ["P is to the right and above Q at an angle of about 45 degrees.", 1, 1],
  ["P is at a 45 degree angle to Q, in the lower righthand corner.", 1, -1],
  ["P is positioned in the front right corner of Q.", 1, 1],
  ["P is at the 3 o'clock position relative to Q.", 1, 0],
  ["P is at Q's 6 o'clock.", 0, -1],
  ["P is at Q\u2019s 9 o'clock.", -1, 0],
  ["P is sitting at the 12:00 position to Q.", 0, 1],
  ["P is above Q at 10 o'clock.", -1, 1],
  ["P is below Q at 4 o'clock.", 1, -1],
  ["If Q is the center of a clock face, P is located between 2 and 3.", 1, 1],
  ["If Q is the center of a clock face, P is located between 7 and 8.", -1, -1],
  ["Q is there and P is at the 10 position of a clock face.", -1, 1],
  ["Q is there and P is at the 2 position of a clock face Q.", 1, 1],
  ["Q is over there and P is on the left of it.", -1, 0],
  ["Q is over there with P below.", 0, -1],
  ["P is on the left and Q is on the right.", -1, 0],
  [
    "P is slightly off center to the top left and Q is slightly off center to the bottom right.",
    -1,
    1,
  ],
  ["P and Q are parallel, and P on the right of Q.", 1, 0],
  ["P and Q are parallel, and Q is below P.", 0, 1],
  ["P and Q are vertical and P is below Q.", 0, -1],
  ["P and Q are in a horizontal line with Q on the right.", -1, 0],
  ["P and Q are side by side with P at the bottom and Q on the top.", 0, -1],
  ["P and Q are next to each other with Q at the bottom P on the top.", 0, 1],
  ["P and Q are next to each other with P on the left and Q on the right.", -1, 0],
  ["P and Q are both there with the object P is to the left of object Q.", -1, 0],
  ["Object P is above object Q and to the left of it, too.", -1, 1],
  ["The object labeled P is positioned to the left of the object labeled Q.", -1, 0],
  ["The object P is upper and slightly to the left of the object Q.", -1, 1],
  [
    "The objects P and Q are over there. The object P is lower and slightly to the left of the object Q.",
    -1,
    -1,
  ],
];

function step(sentence: string, from: string, to: string): readonly number[] | null {
  const { relation } = readSentence(sentence);
  if (relation === null) return null;
  const { subject, landmark, step: [dx, dy] } = relation;
  if (subject === to && landmark === from) return [dx, dy];
  if (subject === from && landmark === to) return [0 - dx, 0 - dy];
  return null;
}

Deno.test("readSentence: every form means what an English reader takes it for", () => {
  for (const [sentence, dx, dy] of MEANINGS) {
    assertEquals(step(sentence, "Q", "P"), [dx, dy], sentence);
  }
});

Deno.test("readSentence: a mirrored sentence means the mirrored step", () => {
  for (const [sentence, dx, dy] of MEANINGS) {
    const leftRight = mirrored(sentence, "left-right");
    const upDown = mirrored(sentence, "up-down");
    assertEquals(step(leftRight, "Q", "P"), [0 - dx, dy], leftRight);
    assertEquals(step(upDown, "Q", "P"), [dx, 0 - dy], upDown);
  }
});

Deno.test("readSentence: names may be any words but those of the grammar", () => {
  const sets = [["A", "I"], ["x7", "y12"], ["Bob", "Ann-Marie"], ["red box", "small green cube"], [
    "Z\u00fcrich",
    "\u5317",
  ]];
  for (const [p, q] of sets) {
    for (const [sentence, dx, dy] of MEANINGS) {
      const renamed = relabelled(sentence, (letter) => letter === "P" ? p! : q!);
      assertEquals(step(renamed, q!, p!), [dx, dy], renamed);
    }
  }
});

Deno.test("readSentence: the template does not depend on the names", () => {
  const a = readSentence("The object B and R are there. The object R is above the object B.");
  const b = readSentence(
    "The object red box and cup are there. The object cup is above the object red box.",
  );
  assertEquals(a.template, "The object X and Y are there. The object Y is above the object X.");
  assertEquals(b.template, a.template);
});

Deno.test("readSentence: a thing beside itself is told as such", () => {
  const { relation } = readSentence("P is diagonally left and above P.");
  assertEquals(relation, { subject: "P", landmark: "P", step: [-1, 1] });
});

Deno.test("readSentence: what it does not know for sure it does not read", () => {
  const unknown = [
    "P is not above Q.",
    "P is near Q.",
    "P is far above Q.",
    "P is above Q or R.",
    "P is to the left of the right side of Q.",
    "P is above and below Q.",
    "P is above Q at 3 o'clock.",
    "P is above Q at 13 o'clock.",
    "If Q is the center of a clock face, P is located between 2 and 7.",
    "P and Q are horizontal and P is above Q.",
    "P is directly above Q horizontally.",
    "P is diagonally above Q.",
    "P is on the left and Q is on the left.",
    "P is above.",
    "P and Q are side by side.",
    "P is beside Q.",
    "Is P above Q?",
    "",
    ".",
    "P",
  ];
  for (const sentence of unknown) assertEquals(readSentence(sentence).relation, null, sentence);
});
