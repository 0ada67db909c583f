import type { JsonValue } from "../kind.ts";
import type { Maker } from "../maker.ts";
import { phrase } from "../../text/phrase.ts";

/** The words of a question about a grid, with places for what the instance holds. */
export interface GridPhrases<I> {
  /** What is given: {grid}. */
  readonly given: string;
  /** The phrasings of the question. */
  readonly questions: readonly string[];
  /** The claim of a true-false question: {claim}. */
  readonly claim: string;
  /** Further places, and what stands in them. */
  readonly places?: Readonly<Record<string, (instance: I) => string>>;
}

/** Words questions about grids, from the instance alone. */
export function gridAsk<I extends { readonly rows: readonly string[] }>(
  { given, questions, claim, places = {} }: GridPhrases<I>,
): Maker<I, JsonValue>["ask"] {
  const names = ["grid", ...Object.keys(places)];
  const give = phrase(given, names);
  const ask = questions.map((question) => phrase(question, names));
  const claimed = phrase(claim, [...names, "claim"]);
  const fillers = Object.values(places);
  return (instance, i) => {
    const held = [instance.rows.join("\n"), ...fillers.map((filler) => filler(instance))];
    return {
      given: give(...held),
      question: ask[i]!(...held),
      claim: (answer) => claimed(...held, answer),
    };
  };
}
