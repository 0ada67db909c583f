import { PLACING } from "./_words.ts";

/** Words that begin the name of a thing. */
const DETERMINER =
  /^(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|some|another|this|that|these|those|his|her|their|my|our|your)\b/i;

/** Determiners that say nothing of which thing it is. */
const BARE = /^(?:the|a|an|one|some|this|that|these|those)\s+/i;

/** Words that never stand in the name of a thing: what holds one is no plain name. */
const FOREIGN =
  /\b(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|it|its|it's|he|she|they|them|him|us|we|i|you|who|whom|whose|which|that|there|here|not|no|never|any|anymore|and|but|or|with|without|while|as|for|to|at|by|from|into|onto|than|then|when|where|because|so|very|too|in|on|above|below|under|behind|beside|near|between|left|right|front|opposite|against|over|across|around|along|through|towards?|until|during|after|before|away|each|other|others|half|up|down|out|off|toward|like|inside|outside|within|beneath|beyond|among|atop|upon)\b/i;

/** The verbs that place things; what is a noun as well may stand in a name. */
const PLACING_WORDS = new Set(
  PLACING.filter((word) =>
    !/^(?:set|left|stand|lie|rest|hang|lean|stay|visible|is visible)$/.test(word)
  ),
);

/** Words of a name at the most. */
const MOST = 5;

/**
 * The name of a thing as its words say it, without the article: "a red mug" is "red mug", "the side
 * of the bottle" is "side of bottle".
 *
 * @returns null where the words are no plain name
 */
export function thingNamed(words: string, { isBare = false } = {}): string | null {
  const plain = words.trim().replace(/\s+/g, " ");
  if (!isBare && !DETERMINER.test(plain)) return null;
  const name = plain.replace(BARE, "").replace(/\bof (?:the|a|an) /gi, "of ");
  if (name === "" || FOREIGN.test(name.replace(/\bof\b/gi, " "))) return null;
  if (!/^[\p{L}\d][\p{L}\d' -]*$/u.test(name)) return null;
  // One "of" at most: what is whose part is not told further.
  if ((name.match(/\bof\b/gi) ?? []).length > 1 || name.split(" ").length > MOST) return null;
  if (holdsVerb(name.split(" ")) || isOneOfMany(plain)) return null;
  return name.charAt(0).toLowerCase() === name.charAt(0) || /^\p{Lu}{2}/u.test(name)
    ? name
    : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Verbs that a name must not swallow: what they say is motion, or no place. */
const VERBS =
  /^(?:runs?|ran|walks?|flies|flew|fly|jumps?|swims?|plays?|eats?|drinks?|looks?|watches|waits?|drives?|drove|rides?|rode|moves?|goes|went|comes|came|falls?|fell|shows?|holds?|held|carries|wears?|wore|smiles?|reads?|works?|talks?|leaps?|crawls?|climbs?|races|barks?|sings?|dances?|grows?|burns?|rolls|slides|bounces|drops|leads|points|opens|closes|turns|waves|pulls?|pushes|throws?|threw|catches|caught|chases|follows?|leaves|enters|passes|blooms|sails|drifts|hides?|hid|hovers?|sleeps?|slept|begins?|ends|faces|touches|covers|makes?|takes?|puts?|gets?|keeps?|reaches|grazes|towers|stretches|extends?|appears?|belongs?)$/i;

/** Words that end as verbs do and are none. */
const NOUNS =
  /^(?:ceiling|building|painting|awning|clothing|railing|ring|string|swing|wing|king|lighting|sling|ceilings|buildings|paintings|crossing|opening|drawing|drawings|sibling|wedding|evening|morning|bed|shed|seed|weed|sled|reed|moped|bunk-bed|seaweed|fly|family|lily|belly|jelly|trolley|ally)$/i;
const SINGULARS =
  /(?:ss|us|is|'s|s')$|^(?:gas|canvas|christmas|atlas|sports|glasses|news|series|lens|plus|bas|stairs|oats|scissors|binoculars|pants|jeans|headphones|three|games|arms|customs|saturdays)$/i;

/**
 * Whether words look as if a verb stood among them: "ball rolled", "door shows noon". Without a
 * dictionary a noun may be taken for one; then the clause is declined, which is no harm.
 */
function holdsVerb(words: readonly string[]): boolean {
  return words.some((word, i) => {
    if (i > 0 && (PLACING_WORDS.has(word.toLowerCase()) || VERBS.test(word))) return true;
    if (i > 0 && /(?:ing|ly|ed)$/i.test(word) && !NOUNS.test(word)) return true;
    return i > 0 && i < words.length - 1 && /s$/i.test(word) && !SINGULARS.test(word) &&
      words[i + 1] !== "of";
  });
}

/** "A dog runs": one thing whose last word is told of many is none. */
function isOneOfMany(words: string): boolean {
  const last = words.split(" ").at(-1)!;
  return /^(?:a|an|one) \S+ /i.test(words) && !/\bof\b/.test(words) && /s$/i.test(last) &&
    !SINGULARS.test(last);
}
