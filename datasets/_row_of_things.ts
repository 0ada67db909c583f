import { UnsupportedError } from "./_judging.ts";

/** A thing in a row, from the left. */
interface Thing {
  readonly colour: string;
  readonly noun: string;
}

const ROW =
  /\byou see (?:several|a set of|a number of|the following|some) \w+ arranged in a row: ([^.]*)\.\s*(.*\?)\s*$/s;
const ANY = "(?:items?|objects?|things?)";
const ASKED = {
  beside: new RegExp(
    `^What (?:is the colou?r of the ${ANY}|colou?r is the ${ANY}) directly to the (left|right) of the (.+)\\?$`,
  ),
  end: new RegExp(`^What (?:is the colou?r of the|colou?r is the) (left|right)-?most ${ANY}\\?$`),
  far: new RegExp(
    `^What (?:is the colou?r of the ${ANY}|colou?r is the ${ANY}) (?:furthest|farthest) from the (.+)\\?$`,
  ),
  count: new RegExp(
    `^How many (non-)?(\\w+) ${ANY} do you see to the (left|right) of the (.+)\\?$`,
  ),
};
const COUNTS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** Whether a question is one on things in a row. */
export function isRowQuestion(body: string): boolean {
  return ROW.test(body);
}

/**
 * The answers to a question on coloured things in a row, such as BIG-bench's
 * reasoning_about_colored_objects: a colour or a number in words; several where things are equally far.
 *
 * @throws UnsupportedError for a question that is not on places in the row
 */
export function answersInRow(body: string): readonly string[] {
  const [, list, question] = ROW.exec(body)!;
  const things = list!.split(/,\s*(?:and\s+)?|\s+and\s+/).map((text): Thing => {
    const parts = /^(?:an?|the)\s+(\S+)\s+(.+)$/.exec(text.trim());
    if (parts === null) throw new UnsupportedError(`does not understand ${JSON.stringify(text)}`);
    return { colour: parts[1]!, noun: parts[2]! };
  });
  const answers = answer(question!.trim(), things);
  if (answers !== null) return answers;
  throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
}

function answer(question: string, things: readonly Thing[]): readonly string[] | null {
  const end = ASKED.end.exec(question);
  if (end !== null) return [(end[1] === "left" ? things[0]! : things.at(-1)!).colour];
  const beside = ASKED.beside.exec(question);
  if (beside !== null) {
    const thing = things[placeOf(beside[2]!, things) + (beside[1] === "left" ? -1 : 1)];
    return thing === undefined ? [] : [thing.colour];
  }
  const far = ASKED.far.exec(question);
  if (far !== null) {
    const from = placeOf(far[1]!, things);
    const most = Math.max(from, things.length - 1 - from);
    return [...new Set(things.filter((_, i) => Math.abs(i - from) === most).map((t) => t.colour))];
  }
  const count = ASKED.count.exec(question);
  if (count === null) return null;
  const at = placeOf(count[4]!, things);
  const side = count[3] === "left" ? things.slice(0, at) : things.slice(at + 1);
  const isOf = (thing: Thing) => (thing.colour === count[2]) === (count[1] === undefined);
  return [COUNTS[side.filter(isOf).length] ?? ""];
}

/** The place of the only thing with a name or a colour. */
function placeOf(name: string, things: readonly Thing[]): number {
  const colour = new RegExp(`^(\\S+) ${ANY}$`).exec(name)?.[1];
  const places = things.flatMap((thing, i) => {
    const isIt = colour === undefined
      ? thing.noun === name || `${thing.colour} ${thing.noun}` === name
      : thing.colour === colour;
    return isIt ? [i] : [];
  });
  if (places.length === 1) return places[0]!;
  throw new UnsupportedError(`finds ${places.length} things that are the ${JSON.stringify(name)}`);
}
