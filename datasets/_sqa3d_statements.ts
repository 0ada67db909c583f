/** Where a thing is said to be from somebody who stands and faces. */
export type Side = "left" | "right" | "front" | "back";

/** What is said of one thing. */
export interface Statement {
  /** Its category, as the boxes name it. */
  readonly category: string;
  /** Where it is said to be. */
  readonly side: Side;
  /** Whether the situation says it, or the answer to the question. */
  readonly from: "situation" | "answer";
}

/** Other names of categories. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  sofa: ["couch"],
  refrigerator: ["mini fridge", "fridge"],
  "trash bin": ["trash can"],
  tv: ["television"],
};

const SIDES: Readonly<Record<string, Side>> = {
  left: "left",
  right: "right",
  behind: "back",
  back: "back",
  backward: "back",
  backwards: "back",
  front: "front",
  forward: "front",
  forwards: "front",
};

/** Words that may stand between an article and a name without making another thing of it. */
const COLOURS = "(?:(?:black|white|brown|red|blue|green|grey|gray|small|big|large) )?";

/** Questions about something else than where a thing is: it is moved, or the asker is. */
const MOVES =
  /\b(?:push|pull|slide|close|lift|turn(?:ing|ed)? (?:around|to (?:the|my) (?:left|right))|if i turn|after)\b/i;

const ASKS =
  /\b(?:which (?:way|direction|side)|where is|left or right|right or left|front of me or behind|how do i have to turn|which wall)\b/i;

/**
 * What a situation, and a question with its answer, say about where things are. Only things of
 * which there is one box are spoken of, by their whole name; what is not put plainly is left.
 *
 * @param categories the categories that have one box
 */
export function statementsOf(
  { situation, question, answer }: {
    readonly situation: string;
    readonly question: string;
    readonly answer: string;
  },
  categories: Iterable<string>,
): readonly Statement[] {
  const found: Statement[] = [];
  const asked: string[] = [];
  for (const category of categories) {
    const names = [category, ...CALLED[category] ?? []].map(escape).join("|");
    const side = saidSide(situation, names);
    if (side !== null) found.push({ category, side, from: "situation" });
    if (new RegExp(`\\b(?:${names})\\b`, "i").test(question)) asked.push(category);
  }
  const side = SIDES[answer.trim().toLowerCase()];
  if (side !== undefined && asked.length === 1 && ASKS.test(question) && !MOVES.test(question)) {
    found.push({ category: asked[0]!, side, from: "answer" });
  }
  return found;
}

function saidSide(text: string, names: string): Side | null {
  const thing = `\\b(?:the|a|an|one) ${COLOURS}(?:${names})`;
  const placed = new RegExp(
    `${thing} (?:is )?(?:directly |right )?(?:(?:on|to) my (?:immediate |direct )?(left|right)\\b|` +
      `(behind) me\\b|in (front) of me\\b)`,
    "i",
  ).exec(text);
  if (placed !== null) return SIDES[(placed[1] ?? placed[2] ?? placed[3])!.toLowerCase()]!;
  const behind = new RegExp(`\\bbehind me there is (?:a|an|one) ${COLOURS}(?:${names})\\b`, "i");
  if (behind.test(text)) return "back";
  const facing = new RegExp(
    `\\bfacing (?:the|a|an) ${COLOURS}(?:${names})(?=[.,;]| (?:with|and|while)\\b)`,
    "i",
  );
  return facing.test(text) ? "front" : null;
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
