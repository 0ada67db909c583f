/** A statement that things stand in a relation of a calculus. */
export interface RelationStatement {
  /** The calculus, by name. */
  readonly calculus: string;
  /** The relation; several are "one of these". */
  readonly relation: string | readonly string[];
  /** The things, by name; names are case-sensitive. */
  readonly args: readonly string[];
  /** False where the statement is denied; left out, it is held. */
  readonly truth?: boolean;
  /** The frame of reference. Statements of different frames never meet. */
  readonly frame?: string;
  /** What a contradiction calls the statement; `statements[i]` when left out. */
  readonly id?: string;
}
