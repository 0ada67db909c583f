/** What a caption states of one relation. */
export interface CaptionStatement {
  /** The relation, by its name, such as `"left_of"`. */
  readonly relation: string;
  /** The things, first what is placed; a list where the sentence leaves open which. */
  readonly args: readonly (string | readonly string[])[];
  /** Whether it is held (true) or denied. */
  readonly truth: boolean;
  /** From where it is told: `"viewer"`, `"gravity"`, `"none"`, `"unknown"`, or `"object:NAME"`. */
  readonly frame: string;
  /** When it holds, where the sentence tells times apart. */
  readonly time?: "past" | "now";
}
