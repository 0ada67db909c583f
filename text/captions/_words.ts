import type { StatementFrame } from "../statement.ts";

/** What a phrase between two things says. */
export interface CaptionRelation {
  /** The relation, by its name. */
  readonly relation: string;
  /** From where it is told, where nothing in the sentence says otherwise. */
  readonly frame: StatementFrame;
}

const VIEWER = "viewer", GRAVITY = "gravity", NONE = "none", UNKNOWN = "unknown";

/**
 * Phrases that stand between two things, the longer ones first. Words with another sense that is as
 * common (over, by, across, around, at) are left out: what is not read is declined, not guessed.
 */
export const BETWEEN_THINGS: readonly (readonly [string, CaptionRelation])[] = [
  ["to the immediate left of", { relation: "left_of", frame: VIEWER }],
  ["to the immediate right of", { relation: "right_of", frame: VIEWER }],
  ["on the left hand side of", { relation: "left_of", frame: VIEWER }],
  ["on the right hand side of", { relation: "right_of", frame: VIEWER }],
  ["on the left side of", { relation: "left_of", frame: VIEWER }],
  ["on the right side of", { relation: "right_of", frame: VIEWER }],
  ["on the far side of", { relation: "behind", frame: VIEWER }],
  ["to the left of", { relation: "left_of", frame: VIEWER }],
  ["to the right of", { relation: "right_of", frame: VIEWER }],
  ["on the left of", { relation: "left_of", frame: VIEWER }],
  ["on the right of", { relation: "right_of", frame: VIEWER }],
  ["left of", { relation: "left_of", frame: VIEWER }],
  ["right of", { relation: "right_of", frame: VIEWER }],
  ["in front of", { relation: "in_front_of", frame: UNKNOWN }],
  ["in back of", { relation: "behind", frame: UNKNOWN }],
  ["behind", { relation: "behind", frame: UNKNOWN }],
  ["directly above", { relation: "above", frame: GRAVITY }],
  ["above", { relation: "above", frame: GRAVITY }],
  ["underneath", { relation: "below", frame: GRAVITY }],
  ["beneath", { relation: "below", frame: GRAVITY }],
  ["below", { relation: "below", frame: GRAVITY }],
  ["under", { relation: "below", frame: GRAVITY }],
  ["on top of", { relation: "on", frame: NONE }],
  ["atop", { relation: "on", frame: NONE }],
  ["upon", { relation: "on", frame: NONE }],
  ["on", { relation: "on", frame: NONE }],
  ["inside of", { relation: "in", frame: NONE }],
  ["inside", { relation: "in", frame: NONE }],
  ["within", { relation: "in", frame: NONE }],
  ["in", { relation: "in", frame: NONE }],
  ["next to", { relation: "next_to", frame: NONE }],
  ["beside", { relation: "next_to", frame: NONE }],
  ["alongside", { relation: "next_to", frame: NONE }],
  ["adjacent to", { relation: "next_to", frame: NONE }],
  ["close to", { relation: "near", frame: NONE }],
  ["near", { relation: "near", frame: NONE }],
  ["far from", { relation: "far", frame: NONE }],
  ["across from", { relation: "across_from", frame: NONE }],
  ["opposite", { relation: "across_from", frame: NONE }],
  ["against", { relation: "touches", frame: NONE }],
  ["touching", { relation: "touches", frame: NONE }],
  ["parallel to", { relation: "parallel", frame: NONE }],
  ["perpendicular to", { relation: "perpendicular", frame: NONE }],
  ["attached to", { relation: "attached", frame: NONE }],
  ["hangs from", { relation: "attached", frame: NONE }],
  ["hang from", { relation: "attached", frame: NONE }],
  ["hanging from", { relation: "attached", frame: NONE }],
  ["suspended from", { relation: "attached", frame: NONE }],
];

/** Verbs that place a thing, and say nothing else of where it is. */
export const PLACING: readonly string[] = [
  ...["is", "are", "was", "were", "sits", "sit", "sat", "stands", "stand", "stood", "lies", "lie"],
  ...[
    "lay",
    "rests",
    "rest",
    "hangs",
    "hang",
    "perches",
    "perch",
    "leans",
    "lean",
    "stays",
    "stay",
  ],
  ...["remains", "remain", "sitting", "standing", "lying", "laying", "resting", "hanging"],
  ...["perched", "perching", "leaning", "parked", "placed", "located", "positioned", "situated"],
  ...["seated", "mounted", "stacked", "set", "left", "crouches", "crouching", "kneels", "kneeling"],
  ...["sleeps", "sleeping", "waits", "waiting", "can be seen", "is visible", "visible", "printed"],
  ...[
    "rises",
    "rise",
    "looms",
    "grazes",
    "grazing",
    "shines",
    "glows",
    "plays",
    "playing",
    "dangles",
  ],
  ...["painted", "tucked", "stored", "kept", "arranged", "floats", "floating", "grows", "growing"],
];

/** Words that may stand before a relation without changing it. */
export const ADVERBS: readonly string[] = [
  ...["just", "directly", "immediately", "right", "slightly", "far", "still", "also", "now"],
  ...["neatly", "quietly", "upright", "alone", "together", "immediately", "partly", "all", "both"],
];

/** What a sentence has that states nothing, or nothing that stays. */
export const NOTHING_STATED: readonly (readonly [RegExp, string])[] = [
  [/\?/, "a question: nothing is stated"],
  [
    /\b(?:if|unless|whether|would|could|should|might|may|must|suppose|imagine)\b/i,
    "conditional: nothing is stated",
  ],
  [
    /\b(?:seems?|appears? to|maybe|perhaps|probably|possibly|almost|nearly|looks like|as if|supposed)\b/i,
    "hedged: nothing is stated",
  ],
  [/\b(?:either|or|neither|nor)\b(?! side)/i, "an alternative: nothing is stated of one thing"],
  [
    /\b(?:every|each|all|most|none|nobody|nothing|only|except|many|few)\b/i,
    "a quantity of things: nothing is stated of one",
  ],
  [
    /\b(?:point of view|perspective|viewpoint|vantage point|(?:seen|viewed|looked at) (?:from|by)|in the eyes of|from where)\b/i,
    "told as somebody sees it: the frame is not read",
  ],
];

/** Words for motion and senses that no place decides. */
export const MOVING =
  /\b(?:towards?|into|onto|through|along|past|over|across|around|about|off|out of|away|up|down|from behind)\b/i;

/** What is worn, or a state: "in" it is no place. */
export const WORN =
  /\b(?:shirts?|t-shirt|hats?|caps?|coats?|jackets?|dress(?:es)?|suits?|uniforms?|jeans|pants|trousers|skirts?|shorts|sweaters?|boots|shoes|glasses|helmets?|gloves|scarf|scarves|ties?|costumes?|clothes|clothing|black|white|red|blue|green|yellow|pink|brown|purple|orange|gr[ae]y|rain|snow|wind|sun|air|motion|flight|use|charge|love|time|order|pairs?|line|row|group|circle|background|foreground|cent(?:er|re)|middle|distance|direction|way|place|view|sight|bloom|half|pieces|color|colour|shape|style|mood|morning|evening|afternoon|night|summer|winter|spring|autumn)$/i;

/** The picture itself. */
export const PICTURE =
  /^(?:image|photo|photograph|picture|frame|scene|shot|view|painting|cent(?:er|re))$/i;

/** Parts of a thing that are told by a side: "on the back of the door" is on a part. */
export const PARTS = /^(?:back|front|side|top|bottom|edge|corner|end|rim|surface|face|lid|cover)$/i;
