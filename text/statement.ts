/**
 * From where a statement is told: a viewer, the map, a person, an object's own front (by its name,
 * which is the reference's where it is the statement's own), up and down, nothing, or not known.
 */
export type StatementFrame =
  | "viewer"
  | "map"
  | "gravity"
  | "none"
  | "unknown"
  | `object:${string}`
  | `person:${string}`;

/** Where a statement was read. */
export interface StatementSource {
  /** The sentence. */
  readonly text: string;
  /** The place of the sentence in its story, from 0. */
  readonly sentence?: number;
  /** Where the relation word begins in the sentence. */
  readonly from?: number;
  /** Behind its last character. */
  readonly to?: number;
}

/** What a sentence says of places: a relation of the lexicon, held or denied, in a frame. */
export interface Statement {
  /** The relation, by its name in the lexicon, such as `"left_of"`. */
  readonly relation: string;
  /** The things: first what is placed, then by what. */
  readonly args: readonly string[];
  /** Whether it is held (true) or denied. */
  readonly truth: boolean;
  /** From where it is told. */
  readonly frame: StatementFrame;
  /** Where it was read. */
  readonly source?: StatementSource;
}
