/** What a relation is told by: without it the words do not say where something is. */
export type FrameNeed =
  /** A viewer, a person or an object with a front. */
  | "projective"
  /** Up and down. */
  | "gravity"
  /** North. */
  | "map"
  /** Nothing. */
  | "none";

/** A relation of things, as statements name it. */
export interface Relation {
  /** The name. */
  readonly id: string;
  /** How many things it relates: 1, 2 or 3. */
  readonly arity: number;
  /** What it is told by. */
  readonly frame: FrameNeed;
  /** Why no places decide it; absent where they do. */
  readonly undecidable?: string;
  /** The words that mean it, beside those that the groups of SpaRE give. */
  readonly words: readonly string[];
}

function relation(
  id: string,
  frame: FrameNeed,
  words: string,
  more: { arity?: number; undecidable?: string } = {},
): Relation {
  const list = words.split(",").map((word) => word.trim()).filter((word) => word !== "");
  return { id, arity: 2, frame, words: list, ...more };
}

const MOTION = "it tells a motion, not a place";
const WHOLE = "it tells what a thing consists of, not where it is";

/** Every relation of the lexicon. A word of several is one that has several meanings. */
export const RELATIONS: readonly Relation[] = [
  relation(
    "left_of",
    "projective",
    "left, at the left, on the left, on the left of, to the left of, left of, left side of, " +
      "at the left side of, at the left of, on the left side of, to the left side of",
  ),
  relation(
    "right_of",
    "projective",
    "right, at the right, on the right, on the right of, to the right of, right of, right side of, " +
      "at the right side of, at the right of, on the right side of, to the right side of",
  ),
  relation(
    "above",
    "gravity",
    "above, directly above, over, over the, upward of, overlying, higher than",
  ),
  relation(
    "on",
    "gravity",
    "on, lying on, sitting on, standing on, positioned on, placed on, overlaying on",
  ),
  relation("on_top_of", "gravity", "on top of, atop, on the top of, on top"),
  relation(
    "below",
    "gravity",
    "below, under, beneath, directly below, down, underneath, under the, below the, lower, " +
      "down from, lower than, deep down",
  ),
  relation(
    "in_front_of",
    "projective",
    "front, in front of, directly in front of, front of, ahead of, confronting",
  ),
  relation(
    "behind",
    "projective",
    "back, behind, in back of, at the back of, directly behind, rear of, backing onto, back of, beyond",
  ),
  relation(
    "near",
    "none",
    "near, near to, nearby, close to, close by, in proximity to, within sight of, at",
  ),
  relation("far_from", "none", "far, far from, far away from, distant from, remote from"),
  relation("in", "none", "inside, within, inside of, contained in, enclosed by, in, into"),
  relation("contains", "none", "contains"),
  relation("outside", "none", "outside, out of, outer, outside of, outlying"),
  relation(
    "next_to",
    "none",
    "next to, beside, adjacent, adjacent to, by, at the side of, by the side of, side by side with, " +
      "contiguous with, alongside",
  ),
  relation(
    "opposite",
    "none",
    "opposite, opposite to, opposite side of, diagonally across, opposite from, opposed to, across from",
  ),
  relation(
    "touches",
    "none",
    "touching, contiguous with, touches, in contact with, against, leaning against",
  ),
  relation(
    "attached_to",
    "none",
    "attached to, attached with, connected to, connected with, linked to, linked with, joined to, adjoined to, hanging from",
  ),
  relation("apart_from", "none", "detached from, off, disconnected from"),
  relation("between", "none", "between, betwixt, in between", { arity: 3 }),
  relation("among", "none", "among, amid, amidst, amongst", {
    undecidable: "it does not tell how many things lie around",
  }),
  relation(
    "around",
    "none",
    "around, circling, encircling, surrounding, enclosing, skirting, encompassing",
  ),
  relation("surrounded_by", "none", "enveloped by, encircled by, surrounded by"),
  relation(
    "overlaps",
    "none",
    "overlapping, overlapping with, intersecting with, interlacing with, intertwined with, interlocking, crisscrossing, interlaced with",
  ),
  relation(
    "at_edge_of",
    "none",
    "at the edge of, on the edge of, bordering, edged by, at the boundary of, at the corner of",
  ),
  relation(
    "in_middle_of",
    "none",
    "center of, at the center of, in the center of, middle of, in the middle of, in the midst of, amidst",
  ),
  relation("facing", "none", "facing, facing toward, looking at, confronting, in view of", {
    undecidable: "it needs the way a thing faces",
  }),
  relation("facing_away_from", "none", "facing away from, facing away", {
    undecidable: "it needs the way a thing faces",
  }),
  relation("parallel_to", "none", "parallel to, in line with, aligned with, running parallel to"),
  relation(
    "perpendicular_to",
    "none",
    "perpendicular to, perpendicular with, orthogonal to, at right angles to",
  ),
  ...["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"].map((
    wind,
  ) => relation(`${wind}_of`, "map", `${wind} of`)),
  relation("larger_than", "none", "larger than, bigger than"),
  relation("smaller_than", "none", "smaller than"),
  relation("same_size_as", "none", "same size as, as large as, as big as, congruent"),
  relation("farther_than", "none", "farther than, further than", {
    undecidable: "it compares distances without telling from where",
  }),
  relation("in_foreground", "projective", "foreground, in the foreground", { arity: 1 }),
  relation("in_middle_ground", "projective", "middle ground, in the middle ground", { arity: 1 }),
  relation("in_background", "projective", "background, in the background", { arity: 1 }),
  relation("leftmost", "projective", "leftmost, furthest left, farthest left", { arity: 1 }),
  relation("rightmost", "projective", "rightmost, furthest right, farthest right", { arity: 1 }),
  relation("middle_one", "projective", "middle one, in the middle", { arity: 1 }),
  relation(
    "nth_from_left",
    "projective",
    "first from the left, second from the left, third from the left, fourth from the left, fifth from the left",
    { arity: 1 },
  ),
  relation(
    "nth_from_right",
    "projective",
    "first from the right, second from the right, third from the right, fourth from the right, fifth from the right",
    { arity: 1 },
  ),
  relation("tilted", "none", "tilted, rotated, slanted, at an angle", {
    arity: 1,
    undecidable: "it needs the way a thing is turned",
  }),
  relation("shadow_of", "none", "shadow of", { undecidable: "it tells what casts a shadow" }),
  relation("reflection_of", "none", "reflection of", { undecidable: "it tells what is mirrored" }),
  relation(
    "front_part",
    "none",
    "in the front of, at the back of, at the front of, on the back of",
    { undecidable: "it names a part of a thing or a side of it, which the words leave open" },
  ),
  relation(
    "toward",
    "none",
    "toward, towards, proceeding to, progressing toward, moving toward, heading toward, approaching",
    { undecidable: MOTION },
  ),
  relation(
    "away_from",
    "none",
    "away, away from, moving away from, departing from, receding from, withdrawing from, retreating from",
    { undecidable: MOTION },
  ),
  relation(
    "through",
    "none",
    "through, passing through, traversing, transiting, running through, crossing, piercing, past, across",
    { undecidable: MOTION },
  ),
  relation(
    "along",
    "none",
    "along, running along, stretching across, progressing along, moving along, up",
    { undecidable: MOTION },
  ),
  relation("from_to", "none", "from, to, after", { undecidable: MOTION }),
  relation("part_of", "none", "part of", { undecidable: WHOLE }),
  relation(
    "has_part",
    "none",
    "has as a part, consists of, comprising, including, possessing, containing, consisting of, made up of",
    { undecidable: WHOLE },
  ),
  relation("with", "none", "with", { undecidable: "it tells company, not a place" }),
  relation(
    "relative_to",
    "none",
    "relative to, relationship to, in relation to, with respect to, regarding, respecting",
    { undecidable: "it names no relation" },
  ),
];
