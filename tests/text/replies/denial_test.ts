import {
  readChoice,
  readLabel,
  readLabels,
  readMoves,
  readNumber,
  readPoint,
  readSide,
  readVerdict,
} from "../../../text/replies/mod.ts";
import { assertEquals } from "../../_assert.ts";

const OPTIONS = ["bottom", "bottom right", "right", "left"];

/** Readers, with replies that say one thing. */
const SAYINGS:
  readonly (readonly [read: (reply: string) => unknown, replies: readonly string[]])[] = [
    [(reply) => readChoice(reply, OPTIONS), [
      "A",
      "(A)",
      "**A**",
      "option A",
      "A. bottom",
      "\\boxed{A}",
      "the first option",
      "bottom",
    ]],
    [readSide, ["left", "to the left", "**left**", "west", "\\boxed{\\text{left}}", "top left"]],
    [(reply) => readNumber(reply, { isCount: true }), [
      "7",
      "7 steps",
      "seven",
      "\\boxed{7}",
      "= 7",
    ]],
    [(reply) => readNumber(reply), ["395.91", "395.91 units", "3.9591 × 10^2", "≈ 395.91"]],
    [readPoint, ["(4, 221)", "[4, 221]", "x = 4, y = 221", "\\boxed{(4, 221)}"]],
    [(reply) => readLabels(reply, [..."BCD"]), ["B, C, D", "B -> C -> D", "\\boxed{B, C, D}"]],
    [(reply) => readLabel(reply, [..."BCDEF"]), ["F", "landmark F", "**F**", "\\boxed{F}"]],
    [readMoves, ["up, up, left", "↑ ↑ ←", "UUL", "up twice, then left"]],
    [readVerdict, ["a longer way", "a shortest way", "**longer**"]],
  ];

/** Ways to take back, deny, ask, or leave open whatever is put in; none of them says it. */
const TURNS: readonly string[] = [
  "not {}",
  "Not {}.",
  "It is not {}",
  "It isn't {}.",
  "It is definitely not {}.",
  "It can't be {}",
  "It cannot be {}.",
  "It couldn't be {}",
  "I don't think it is {}",
  "I do not think that {}",
  "I doubt it is {}",
  "I doubt that it is {}.",
  "I cannot say {}",
  "I wouldn't say {}",
  "I would never say {}",
  "Nobody says {}",
  "Don't say {}!",
  "Do not answer {}",
  "never {}",
  "It's hardly {}",
  "Not quite {}",
  "Far from {}",
  "anything but {}",
  "anything other than {}",
  "Everything except {}",
  "instead of {}",
  "Unlike {}",
  "the opposite of {}",
  "We rule out {}",
  "There is no way it is {}",
  "No chance it is {}",
  "Neither {} nor something else",
  "The answer is not {}",
  "The answer isn't {}",
  "The answer cannot be {}",
  "The answer is definitely not {}",
  "The answer is anything but {}",
  "The wrong answer is {}",
  "A common mistake is {}",
  "It would be a mistake to answer {}",
  "It is wrong to say {}",
  "It is false that it is {}",
  "not \\boxed{{}}",
  "\\boxed{\\text{not } {}}",
  "❌ {}",
  "(not {})",
  "{} is wrong",
  "{} is incorrect.",
  "{} is not correct",
  "{} is not the answer",
  "{} is out of the question",
  "{} can be ruled out",
  "{}, which is wrong",
  "{}, but that is wrong",
  "{}, but it isn't",
  "{}: false",
  "{} — wrong",
  "{} (wrong)",
  "{}. That is wrong.",
  "{}. No, that is wrong.",
  "It seems {}, but it isn't",
  "It looks like {} but it is not",
  "I first thought {}, but no",
  "The answer is {}. No, that is wrong.",
  "The answer is {}. Wait, that's not right.",
  "The answer is {}... just kidding",
  "{}?",
  "{}?!",
  "Is it {}?",
  "Why not {}?",
  "Who says {}?",
  "{}? No.",
  "maybe {}",
  "perhaps {}",
  "if {}",
  "Suppose it is {}",
  "Assume {}",
  "One might think {}",
  "The answer could be {}",
  "The answer may be {} or not",
  "{} or something else",
  "{} or not",
  "at least {}",
  "less than {}",
  "不是{}",
  "答案不是{}",
  "可能是{}",
  "nicht {}",
  "Die Antwort ist nicht {}",
  "vielleicht {}",
  "<think>{}",
  "<think>{}</think>",
];

Deno.test(`replies: ${TURNS.length} ways to deny, ask or leave open say nothing, in any kind`, () => {
  const wrong: string[] = [];
  for (const [read, replies] of SAYINGS) {
    for (const reply of replies) {
      const said = JSON.stringify(read(reply));
      if (said === "null") wrong.push(`${reply} is not read`);
      for (const turn of TURNS) {
        const turned = turn.replace("{}", () => reply);
        if (JSON.stringify(read(turned)) === said) wrong.push(turned);
      }
    }
  }
  assertEquals(wrong, []);
});

/** Ways to say whatever is put in. */
const PLAIN: readonly string[] = [
  "{}.",
  "**{}**",
  "Answer: {}",
  "The answer is {}.",
  "The answer is: {}",
  "So the answer is {}.",
  "Final answer: {}",
  "**Final Answer:**\n\n{}",
  "I think the answer is {}.",
  "<answer>{}</answer>",
  "<think>Hmm, it could be anything.</think>\n\n{}",
  "#### {}",
  "$$\\boxed{\\text{{}}}$$",
  '{"answer": "{}"}',
  "答案是{}。",
  "答案：{}",
  "Die Antwort ist {}.",
  "Let me look. The answer is {}. I hope this helps!",
  "{}\n\nExplanation: nothing else fits.",
  "The answer is {} because nothing else fits.",
];

Deno.test(`replies: ${PLAIN.length} ways to say an answer say it, in any kind`, () => {
  const wrong: string[] = [];
  for (const [read, replies] of SAYINGS) {
    for (const reply of replies.filter((r) => !/[\\*"]/.test(r))) {
      const said = JSON.stringify(read(reply));
      for (const plain of PLAIN) {
        const turned = plain.replace("{}", () => reply);
        const found = JSON.stringify(read(turned));
        if (found !== said) wrong.push(`${JSON.stringify(turned)}: ${found}`);
      }
    }
  }
  assertEquals(wrong, []);
});
