import { thingNamed } from "./_thing.ts";
import {
  ADVERBS,
  BETWEEN_THINGS,
  type CaptionRelation,
  MOVING,
  PARTS,
  PICTURE,
  PLACING,
  WORN,
} from "./_words.ts";
import type { CaptionStatement } from "./caption_statement.ts";

/** The things that the clause before spoke of, for a pronoun. */
export interface Spoken {
  readonly subject: string;
  readonly landmark: string | null;
}

/** What one clause came to. */
export interface ClauseReading {
  readonly statements: readonly CaptionStatement[];
  readonly declined: readonly { readonly words: string; readonly why: string }[];
  readonly spoken: Spoken | null;
}

const either = (words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).join("|");

const RELATIONS = new Map(BETWEEN_THINGS);
const RELATION = either(BETWEEN_THINGS.map(([words]) => words));
const VERB = either(PLACING);
const ADVERB = either(ADVERBS);

/** Where a phrase that stands between two things begins and ends. */
const CUT = new RegExp(`(?:\\b(?:${ADVERB}) )*\\b(${RELATION})\\b`, "gi");

/** A subject with its verb, denied or not: the words behind are phrases of place. */
const SUBJECT = new RegExp(
  `^(.+?)\\s+(?:(?:who|that|which) )?(?:(${VERB}|isn't|aren't|wasn't|used to be|now is|is now)\\b\\s*)` +
    `(?:(not|no longer)\\b\\s*)?(?:(?:${VERB})\\b\\s*)*$`,
  "i",
);

/** Reads one clause; where it is not read whole, nothing of the rest is stated. */
export function readClause(words: string, before: Spoken | null): ClauseReading {
  const clause = depicted(words);
  const reading = special(clause) ?? inverted(clause) ?? direct(clause, before);
  if (reading !== null) return reading;
  const why = MOVING.test(clause)
    ? "motion, or a sense that no place decides"
    : "not read whole: no relation between things that are plainly named";
  return { statements: [], declined: [{ words: clause, why }], spoken: null };
}

/** "A photo of a dog on a beach" is of the dog; "a photo of a dog is on the wall" is of the photo. */
function depicted(clause: string): string {
  const rest =
    /^(?:an?|the|this) (?:\w+ )?(?:photo|photograph|picture|image) of (?=(?:an?|the|two) )/i
      .exec(clause);
  if (rest === null || new RegExp(`\\b(?:${VERB})\\b`, "i").test(clause)) return clause;
  return clause.slice(rest[0].length);
}

/** Clauses of forms of their own. */
function special(clause: string): ClauseReading | null {
  return rank(clause) ?? depthBand(clause) ?? pictureRegion(clause) ?? eitherSide(clause) ??
    ownSide(clause) ?? facing(clause) ?? shared(clause) ?? holding(clause);
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** "The second chair from the left is empty." */
function rank(clause: string): ClauseReading | null {
  const match = new RegExp(
    `^the (${ORDINALS.join("|")}) (.+?) from the (left|right|top|bottom)\\b`,
    "i",
  )
    .exec(clause);
  const name = match === null ? null : thingNamed(match[2]!, { isBare: true });
  if (match === null || name === null) return null;
  const n = ORDINALS.indexOf(match[1]!.toLowerCase()) + 1;
  const place = { from: match[3]!.toLowerCase(), n };
  return told([{
    ...{ relation: "rank", args: [name, place as unknown as string], truth: true, frame: "viewer" },
  }], null);
}

/** "In the foreground, a dog lies on a rug." */
function depthBand(clause: string): ClauseReading | null {
  const match = /^in the (foreground|background),? (.+)$/i.exec(clause);
  if (match !== null) {
    const rest = match[2]!;
    const verb = new RegExp(`^(?:(?:${VERB}) )?(.+?)(?: (?:${VERB})\\b.*)?$`, "i").exec(rest);
    const name = verb === null ? null : thingNamed(verb[1]!);
    if (name === null) return null;
    const band = statement("depth_band", [name, match[1]!.toLowerCase()], "viewer");
    const further = direct(rest, null);
    return further === null
      ? told([band], { subject: name, landmark: null })
      : { ...further, statements: [band, ...further.statements] };
  }
  const behind = new RegExp(`^(.+?) (?:${VERB}) in the (foreground|background)$`, "i").exec(clause);
  const name = behind === null ? null : thingNamed(behind[1]!);
  if (behind === null || name === null) return null;
  const band = statement("depth_band", [name, behind[2]!.toLowerCase()], "viewer");
  return told([band], { subject: name, landmark: null });
}

/** "On the left of the photo is a fountain"; "left of center, a sailboat ...". */
function pictureRegion(clause: string): ClauseReading | null {
  const first =
    /^(?:on|to|at|in) the (left|right|top|bottom)(?: (?:side|edge|half|part))? of the (\w+),? (?:(?:is|are|stands|sits|there is) )?(.+)$/i
      .exec(clause);
  if (first !== null && PICTURE.test(first[2]!)) {
    const name = thingNamed(upToVerb(first[3]!));
    return name === null ? null : inPicture(name, first[1]!.toLowerCase());
  }
  const centre = /^(left|right) of cent(?:er|re),? (?:(?:is|are) )?(.+)$/i.exec(clause);
  if (centre !== null) {
    const name = thingNamed(upToVerb(centre[2]!));
    return name === null ? null : inPicture(name, `${centre[1]!.toLowerCase()} of centre`);
  }
  const last = new RegExp(
    `^(.+?) (?:${VERB}) (?:on|to|at|in) the (left|right|top|bottom)(?: (?:side|edge|half|part))? of the (\\w+)$`,
    "i",
  ).exec(clause);
  if (last === null || !PICTURE.test(last[3]!)) return null;
  const name = thingNamed(last[1]!);
  return name === null ? null : inPicture(name, last[2]!.toLowerCase());
}

function inPicture(name: string, region: string): ClauseReading {
  return told([statement("image_region", [name, region], "viewer")], {
    subject: name,
    landmark: null,
  });
}

/** The words before a verb, a comma or a phrase of place. */
function upToVerb(words: string): string {
  return words.split(/,| (?=\w+s\b (?:toward|at|over|its|his|her))/i)[0]!
    .replace(new RegExp(`\\s+(?:${VERB})\\b.*$`, "i"), "");
}

/** "Books are stacked on either side of the keyboard." */
function eitherSide(clause: string): ClauseReading | null {
  const match = new RegExp(`^(.+?) (?:(?:${VERB}) )+on (?:either|both) sides? of (.+)$`, "i").exec(
    clause,
  );
  if (match === null) return null;
  const name = thingNamed(match[1]!, { isBare: true })?.replace(/^(?:two|some) /i, "");
  const landmark = thingNamed(match[2]!);
  if (name === undefined || landmark === null || !/s$/.test(name)) return null;
  return told([
    statement("left_of", [`some ${name}`, landmark], "viewer"),
    statement("right_of", [`other ${name}`, landmark], "viewer"),
  ], null);
}

/** "The bicycle is to the driver's left": told from the thing's own front. */
function ownSide(clause: string): ClauseReading | null {
  const match = new RegExp(
    `^(.+?) (?:${VERB}) (?:to|on|at) (?:the )?(.+?)'s (left|right)(?: side)?$`,
    "i",
  )
    .exec(clause);
  if (match === null) return null;
  const [name, landmark] = [thingNamed(match[1]!), thingNamed(match[2]!, { isBare: true })];
  if (name === null || landmark === null) return null;
  const relation = `${match[3]!.toLowerCase()}_of`;
  return told([statement(relation, [name, landmark], `object:${landmark}`)], {
    subject: name,
    landmark,
  });
}

/** "..., facing left"; "the woman facing the camera". */
function facing(clause: string): ClauseReading | null {
  const heading = /^(.+?),? facing (left|right)$/i.exec(clause);
  if (heading !== null) {
    const rest = direct(heading[1]!, null);
    const subject = rest?.spoken?.subject ?? nameBeforeVerb(heading[1]!);
    if (subject === null) return null;
    const own = statement("heading", [subject, heading[2]!.toLowerCase()], "viewer");
    return told([...rest?.statements ?? [], own], rest?.spoken ?? { subject, landmark: null });
  }
  const match = /^(.+?),? (?:(?:is|are) )?facing (away from )?(the camera|the viewer|us)\b(.*)$/i
    .exec(clause);
  if (match === null) return null;
  const away = match[2] !== undefined;
  const target = away || /us|viewer/i.test(match[3]!) ? "viewer" : "camera";
  const relation = away ? "facing_away" : "facing";
  // What stands nearest before "facing" faces.
  const rest = direct(match[1]!, null);
  const subject = rest === null ? thingNamed(match[1]!) : rest.spoken?.landmark ?? null;
  if (subject === null) return null;
  const own = statement(relation, [subject, target], "viewer");
  const further = match[4]!.trim() === ""
    ? null
    : direct(`the ${subject} ${match[4]!.trim()}`, null) ??
      holding(`the ${subject} ${match[4]!.trim()}`);
  const leftOut = match[4]!.trim() === "" || further !== null
    ? []
    : [{ words: match[4]!.trim(), why: "not read whole" }];
  return {
    statements: [...rest?.statements ?? [], own, ...further?.statements ?? []],
    declined: leftOut,
    spoken: { subject, landmark: null },
  };
}

function nameBeforeVerb(words: string): string | null {
  return thingNamed(words.replace(new RegExp(`\\s+(?:${VERB})\\b.*$`, "i"), ""));
}

/** "A bridge crosses the river and runs parallel to the railway." */
function shared(clause: string): ClauseReading | null {
  const match = /^(.+?) crosses (.+?)(?: and (?:runs|is|lies) parallel to (.+))?$/i.exec(clause);
  if (match === null) return null;
  const [name, first] = [thingNamed(match[1]!), thingNamed(match[2]!)];
  const second = match[3] === undefined ? undefined : thingNamed(match[3]);
  if (name === null || first === null || second === null) return null;
  const own = [statement("crosses", [name, first], "none")];
  if (second !== undefined) own.push(statement("parallel", [name, second], "none"));
  return told(own, null);
}

/** "... holds an umbrella over the child's head." */
function holding(clause: string): ClauseReading | null {
  const match = /^.+? (?:holds|is holding|holding) (.+?) (over|above|under|below) (.+)$/i.exec(
    clause,
  );
  if (match === null) return null;
  const [name, landmark] = [thingNamed(match[1]!), thingNamed(match[3]!)];
  if (name === null || landmark === null) return null;
  const relation = /over|above/i.test(match[2]!) ? "above" : "below";
  return told([statement(relation, [name, landmark], "gravity")], null);
}

/** "Between the sofa and the bookshelf stands a tall plant"; "Under the table is a dog." */
function inverted(clause: string): ClauseReading | null {
  const between = new RegExp(`^between (.+?) and (.+?),? (?:there )?(?:${VERB}) (.+)$`, "i").exec(
    clause,
  );
  if (between !== null) {
    const names = [between[3]!, between[1]!, between[2]!].map((words) => thingNamed(words));
    if (names.includes(null)) return null;
    return told([statement("between", names as string[], "none")], null);
  }
  const first = new RegExp(
    `^(?:(?:${ADVERB}) )*(${RELATION}) (.+?)(, and (?:slightly |a bit |much )?(higher|lower),)? (?:there )?(?:${VERB}) (.+)$`,
    "i",
  ).exec(clause);
  if (first === null) return fronted(clause);
  const relation = RELATIONS.get(first[1]!.toLowerCase())!;
  const [landmark, name] = [thingNamed(first[2]!.replace(/,$/, "")), thingNamed(first[5]!)];
  if (landmark === null || name === null || !mayBe(relation, landmark)) return fronted(clause);
  const own = [statement(relation.relation, [name, landmark], relation.frame)];
  if (first[4] !== undefined) {
    own.push(statement(/higher/i.test(first[4]) ? "above" : "below", [name, landmark], "gravity"));
  }
  return told(own, { subject: name, landmark });
}

/** "Behind the fence, a horse is grazing." */
function fronted(clause: string): ClauseReading | null {
  const match = new RegExp(
    `^(?:(?:${ADVERB}) )*(${RELATION}) (.+?), (.+?) (?:${VERB})(?: (\\w+ing|\\w+ed))?$`,
    "i",
  ).exec(clause);
  if (match === null) return null;
  const relation = RELATIONS.get(match[1]!.toLowerCase())!;
  const [landmark, name] = [thingNamed(match[2]!), thingNamed(match[3]!)];
  if (landmark === null || name === null || !mayBe(relation, landmark)) return null;
  return told([statement(relation.relation, [name, landmark], relation.frame)], {
    subject: name,
    landmark,
  });
}

/** "The cup is on the table next to the lamp"; "there is no car in the driveway". */
function direct(clause: string, before: Spoken | null): ClauseReading | null {
  const there = /^there (?:is|are) (no )?(.+)$/i.exec(
    clause.replace(/^there's /i, "there is ").replace(
      /^there (?:isn't|is not|aren't|are not) (?:an?|any) /i,
      "there is no ",
    ),
  );
  const words = there === null
    ? clause.replace(/^(?:now |then )/i, "").replace(/\bit's\b/gi, "it is")
    : there[2]!;
  const cuts = [...words.matchAll(CUT)].filter(({ index }) => index > 0);
  if (cuts.length === 0) return betweenTwo(words);
  const head = words.slice(0, cuts[0]!.index).trim();
  const subject = there === null
    ? subjectOf(head, before)
    : bareSubject(head, there[1] !== undefined);
  if (subject === null) return betweenTwo(words);
  const named = cuts.map((cut, i) => {
    const end = cuts[i + 1]?.index ?? words.length;
    return {
      relation: RELATIONS.get(cut[1]!.toLowerCase())!,
      words: words.slice(cut.index + cut[0].length, end).trim(),
    };
  });
  const time = subject.time ?? (/\bnow\b/i.test(clause) ? "now" : undefined);
  const statements: CaptionStatement[] = [];
  const declined: { words: string; why: string }[] = [];
  const things = [subject.name];
  for (const { relation, words: said } of named) {
    const [plain, tail] = splitTail(said);
    // "It is under it": each takes the place of the same in the clause before.
    const landmark = landmarkOf(
      plain,
      statements.length === 0 && subject.isPronoun ? before : null,
    );
    if (landmark === null || !mayBe(relation, landmark)) {
      if (statements.length === 0) return null;
      declined.push({ words: said, why: "not read whole" });
      break;
    }
    const isAttached = statements.at(-1)?.relation === "attached";
    const placed = things.length === 1
      ? things[0]!
      : isAttached
      ? things.at(-1)!
      : [things.at(-1)!, things[0]!];
    statements.push({
      ...statement(relation.relation, [placed, landmark], relation.frame),
      truth: subject.truth || things.length > 1,
      ...(time === undefined ? {} : { time }),
    });
    things.push(landmark);
    if (tail !== "") {
      declined.push({ words: tail, why: "left out: what it belongs to is not plain" });
      break;
    }
  }
  // What is denied of a thing in a place is denied of the whole.
  if (!subject.truth && statements.length > 1) return null;
  return { statements, declined, spoken: { subject: subject.name, landmark: things[1] ?? null } };
}

/** "The ball is between the box and the cup." */
function betweenTwo(words: string): ClauseReading | null {
  const match = /^(.+) between (.+?) and (.+)$/i.exec(words);
  if (match === null) return null;
  const subject = subjectOf(match[1]!, null);
  const [first, second] = [thingNamed(match[2]!), thingNamed(match[3]!)];
  if (subject === null || first === null || second === null) return null;
  const own = {
    ...statement("between", [subject.name, first, second], "none"),
    truth: subject.truth,
  };
  return told([own], { subject: subject.name, landmark: null });
}

interface Subject {
  readonly name: string;
  /** Whether it stands for the thing that the clause before was about. */
  readonly isPronoun?: boolean;
  readonly truth: boolean;
  readonly time?: "past" | "now";
}

function bareSubject(head: string, isNone: boolean): Subject | null {
  const verb = new RegExp(`\\s+(?:${VERB})$`, "i");
  const name = thingNamed(head.replace(verb, ""), { isBare: isNone });
  return name === null ? null : { name: isNone ? `any ${name}` : name, truth: !isNone };
}

/** The thing that a clause is about, by the words before its first phrase of place. */
function subjectOf(head: string, before: Spoken | null): Subject | null {
  const match = SUBJECT.exec(head);
  const [words, verb, not] = match === null
    ? [head, "", undefined]
    : [match[1]!, match[2]!.toLowerCase(), match[3]];
  const isDenied = /n't$/.test(verb) || not !== undefined;
  const name = /^it$/i.test(words.trim()) ? before?.subject ?? null : thingNamed(
    words.replace(/\s+(?:who|that|which)$/i, ""),
    // A caption may leave out the verb, not the article.
    { isBare: match !== null && /s$/i.test(words) },
  );
  if (name === null) return null;
  const time = verb === "used to be" ? "past" : not?.toLowerCase() === "no longer" ? "now" : null;
  return {
    name,
    isPronoun: /^it$/i.test(words.trim()),
    truth: !isDenied,
    ...(time === null ? {} : { time }),
  };
}

function landmarkOf(words: string, before: Spoken | null): string | null {
  if (/^it$/i.test(words)) return before?.landmark ?? null;
  return thingNamed(words);
}

/** The name, and what follows it behind a comma or a verb. */
function splitTail(words: string): readonly [plain: string, tail: string] {
  const match =
    /^(.+?)(?:,\s*(.*)|\s+(?=(?:waves?|looks?|watch(?:es)?|smiles?|waits?|with|while|over|by|at|from|around|across|that|who|which|is|are|was)\b)(.*))$/i
      .exec(words);
  return match === null ? [words, ""] : [match[1]!, (match[2] ?? match[3] ?? "").trim()];
}

/** Whether a thing can be what a phrase of place speaks of. */
function mayBe({ relation }: CaptionRelation, landmark: string): boolean {
  const last = landmark.split(" ").at(-1)!;
  const [first, of] = landmark.split(" ");
  if (relation === "in") {
    return !WORN.test(last) && !PICTURE.test(last) && !(of === "of" && WORN.test(first!));
  }
  // "On the back of the door" names a part; "on the left of" is read before.
  if (of === "of" && PARTS.test(first!)) return relation === "on" || relation === "touches";
  return !PICTURE.test(last) &&
    !/^(?:way|phone|fire|sale|display|market|schedule|time|duty|strike|menu|list|team|web|internet|go|run|hold|loan|purpose|trial|vacation|holiday|top|bottom|left|right|back|front|side|other|same)$/i
      .test(
        last,
      );
}

function statement(
  relation: string,
  args: CaptionStatement["args"],
  frame: string,
): CaptionStatement {
  return { relation, args, truth: true, frame };
}

function told(statements: readonly CaptionStatement[], spoken: Spoken | null): ClauseReading {
  return { statements, declined: [], spoken };
}
