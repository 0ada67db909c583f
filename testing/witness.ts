import type { JsonValue } from "../tasks/kind.ts";

/** What a witness says of an instance. */
export interface Testimony<A extends JsonValue = JsonValue> {
  /** Every right answer; none where the witness judges answers and margins are not its matter. */
  readonly right: readonly A[];
  /** How far the nearest boundary is, as a double; null where there is none. */
  readonly margin: number | null;
}

/** An independent truth for a kind of question: it shares no code with the kind's solver. */
export interface Witness<I = unknown, A extends JsonValue = JsonValue> {
  /** The kind. */
  readonly kind: string;
  /** The right answers, by another way than the solver's. */
  truth(instance: I): Testimony<A>;
  /** The same scene and question in every other frame, where the kind depends on one. */
  reframed?(instance: I): readonly I[];
  /** Whether an answer is right, where more are than are listed. */
  accepts?(instance: I, answer: A): boolean;
}
