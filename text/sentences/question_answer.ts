import { requireForm, TEXT } from "../../geometry/form.ts";
import { relationNamed } from "../lexicon/lexicon.ts";
import type { Relation } from "../lexicon/relations.ts";
import type { Statement } from "../statement.ts";
import { nameOf, readPlace, readPlainSentence } from "./plain_sentence.ts";

const IS = /^(?:is|are) (.+?)\?$/i;
const WHAT =
  /^(?:what|which (?:object|thing|item)) (?:is|are) (?!the (?:position|location|relation|spatial))(.+?)\?$/i;
const WHERE =
  /^where (?:is|are) (.+?)(?: (?:located|positioned|situated|placed))?(?: (?:in relation to|in relation with|relative to|with respect to|compared to) (.+?))?\?$/i;
const BETWEEN =
  /^what is the (?:spatial |relative )?(?:relation|relationship|position) (?:between|of) (.+?) (?:and|relative to|in relation to|with respect to) (.+?)\?$/i;
const YES = /^yes\b/i;
const NO = /^no\b(?! one)/i;

/** A pair that is read, or why it is not. */
export type QuestionAnswer = Statement | string;

/**
 * Reads a question and its answer as a statement: "Where is the cup?", "To the left of the jug."
 * What is told from no named frame is told from the viewer's.
 *
 * @param question the question
 * @param answer the answer, a word, a phrase or a sentence
 * @returns the statement; a string tells why none is read
 *
 * @example
 * ```ts
 * import { readQuestionAnswer } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const read = readQuestionAnswer("Where is the cup?", "It is to the left of the jug.");
 * assertEquals(typeof read !== "string" && read.args, ["cup", "jug"]);
 * ```
 */
export function readQuestionAnswer(question: string, answer: string): QuestionAnswer {
  requireForm(question, TEXT, "question");
  requireForm(answer, TEXT, "answer");
  const asked = question.trim();
  const said = answer.trim().replace(/\.$/, "");
  const source = { text: `${asked} ${answer.trim()}` };
  const where = WHERE.exec(asked);
  const told = whole(said, where?.[1]) ?? (where === null ? null : placed(where, said));
  const found = told ?? whatIs(asked, said) ?? yesNo(asked, said);
  if (found === null) return `does not understand ${JSON.stringify(source.text)}`;
  return typeof found === "string" ? found : { ...found, source };
}

/** An answer that is a sentence of its own; "it" is what the question asks about. */
function whole(said: string, asked: string | undefined): QuestionAnswer | null {
  const subject = asked === undefined ? null : nameOf(asked);
  const named = subject === null
    ? said
    : said.replace(/^(?:it|they) (?=is |are )/i, `the ${subject} `);
  const read = readPlainSentence(named.replace(/^(?:yes|no), /i, ""));
  return read === null ? null : statement(read.subject, read.relations, read.reference, read.truth);
}

/** "Where is A relative to B?", answered by a phrase: "To the left (of B)". */
function placed([, subject, reference]: RegExpExecArray, said: string): QuestionAnswer | null {
  const small = said.charAt(0).toLowerCase() + said.slice(1);
  const place = readPlace(small) ??
    (reference === undefined
      ? null
      : readPlace(`${small.replace(/ (?:of|it)$/, "")} of ${reference}`) ??
        readPlace(`${small} ${reference}`));
  const name = nameOf(subject!);
  return place === null || name === null
    ? null
    : statement(name, place.relations, place.reference, true);
}

/** "What is to the left of the jug?", answered by a thing. */
function whatIs(asked: string, said: string): QuestionAnswer | null {
  const between = BETWEEN.exec(asked);
  if (between !== null) return whole(said, between[1]);
  const [, rest] = WHAT.exec(asked) ?? [];
  const place = rest === undefined ? null : readPlace(rest);
  const name = nameOf(said);
  return place === null || name === null
    ? null
    : statement(name, place.relations, place.reference, true);
}

/** "Is the cup to the left of the jug?", answered by yes or no. */
function yesNo(asked: string, said: string): QuestionAnswer | null {
  const [, rest] = IS.exec(asked) ?? [];
  if (rest === undefined || YES.test(said) === NO.test(said)) return null;
  // Where the name ends and the place begins is where both can be read.
  const words = rest.split(" ");
  for (let at = 1; at < words.length; at++) {
    const name = nameOf(words.slice(0, at).join(" "));
    const place = readPlace(words.slice(at).join(" "));
    if (name === null || place === null) continue;
    return statement(name, place.relations, place.reference, YES.test(said));
  }
  return null;
}

function statement(
  subject: string,
  relations: readonly Relation[],
  reference: string,
  truth: boolean,
): QuestionAnswer {
  const [relation, ...others] = relations;
  if (others.length > 0) return `the relation may be ${relations.map(({ id }) => id).join(" or ")}`;
  const { id, arity, undecidable } = relationNamed(relation!.id);
  if (undecidable !== undefined) return `${id}: ${undecidable}`;
  if (arity !== 2) return `${id}: it needs ${arity} things`;
  const [a, b] = [subject.toLowerCase(), reference.toLowerCase()];
  if (a === b) return `it relates ${a} to itself`;
  return { relation: id, args: [a, b], truth, frame: "viewer" };
}
