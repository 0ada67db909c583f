/** What follows from what is said with words, by its name. */
export type PolicyKind =
  | "converse"
  | "symmetric"
  | "transitive"
  | "irreflexive"
  | "excludes"
  | "implies"
  | "carries";

/** One policy: what some words are taken to mean beside themselves. */
export interface Policy {
  /** What kind of thing follows. */
  readonly kind: PolicyKind;
  /** The relation that it is about. */
  readonly relation: string;
  /** The other relation, where there is one. */
  readonly other?: string;
}

/** The name of a policy, as reasons quote it. */
export function policyName({ kind, relation, other }: Policy): string {
  switch (kind) {
    case "converse":
      return `${relation} is the converse of ${other}`;
    case "symmetric":
      return `${relation} is symmetric`;
    case "transitive":
      return `${relation} is transitive`;
    case "irreflexive":
      return `nothing is ${relation} itself`;
    case "excludes":
      return `${relation} excludes ${other}`;
    case "implies":
      return `${relation} implies ${other}`;
    case "carries":
      return `what is ${relation} a thing has that thing's ${other}`;
  }
}

/** Pairs of relations, `a/b`, as policies of one kind. */
function pairs(kind: PolicyKind, list: string): Policy[] {
  return list.trim().split(/\s+/).map((pair) => {
    const [relation, other] = pair.split("/");
    return other === undefined
      ? { kind, relation: relation! }
      : { kind, relation: relation!, other };
  });
}

const ORDERS =
  "left_of right_of in_front_of behind above below in contains north_of south_of east_of west_of " +
  "northeast_of northwest_of southeast_of southwest_of larger_than smaller_than surrounded_by around";

/**
 * The policies of the lexicon. Those on projective relations hold in one frame at a time, and those
 * of order only where one frame serves all: a viewer, a person, the map.
 */
export const POLICIES: readonly Policy[] = [
  ...pairs(
    "converse",
    "left_of/right_of in_front_of/behind above/below in/contains around/surrounded_by " +
      "north_of/south_of east_of/west_of northeast_of/southwest_of northwest_of/southeast_of " +
      "larger_than/smaller_than",
  ),
  ...pairs(
    "symmetric",
    "near far_from next_to opposite touches attached_to apart_from overlaps parallel_to " +
      "perpendicular_to same_size_as",
  ),
  ...pairs("transitive", `${ORDERS} same_size_as`),
  ...pairs("irreflexive", `${ORDERS} on on_top_of outside next_to far_from opposite apart_from`),
  ...pairs(
    "excludes",
    "left_of/right_of in_front_of/behind above/below in/outside contains/outside near/far_from " +
      "next_to/far_from in/far_from on/far_from touches/apart_from " +
      "touches/far_from attached_to/far_from attached_to/apart_from overlaps/apart_from overlaps/far_from " +
      "facing/facing_away_from parallel_to/perpendicular_to in/apart_from contains/apart_from " +
      "larger_than/same_size_as in_foreground/in_background in_foreground/in_middle_ground " +
      "in_middle_ground/in_background north_of/south_of east_of/west_of",
  ),
  ...pairs(
    "implies",
    "on_top_of/on on/above on/touches attached_to/touches next_to/near touches/near " +
      "surrounded_by/near in/near",
  ),
  ...pairs("carries", "in/outside in/apart_from"),
];
