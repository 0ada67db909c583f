import type { WordingName } from "./common.ts";

/** What is asked about a shortest path. */
export type PathAsk = "length" | "moves" | "labels";

/** The words of questions about paths on a grid of nodes. */
export interface PathWords {
  /** The grid: {n}, {last}: the label of the last node of the first column. */
  readonly given: string;
  /** The questions: {a}, {b}. */
  readonly questions: Readonly<Record<PathAsk, readonly string[]>>;
  /** Claims a length: {a}, {b}, {claim}. */
  readonly claim: string;
  /** The moves: right, up, left, down. */
  readonly moves: readonly string[];
}

const EN: PathWords = {
  given: "A grid has {n} columns of {n} nodes. Labels run up each column, from the left one on: " +
    "N1 to {last} is the first column from bottom to top. A move leads to the next node up, down, " +
    "left or right. ",
  questions: {
    length: [
      "How many moves does a shortest path from {a} to {b} take?",
      "What is the least number of moves from {a} to {b}?",
    ],
    moves: ["Which moves make a shortest path from {a} to {b}? List them."],
    labels: ["Which nodes does a shortest path from {a} to {b} visit, both included? List them."],
  },
  claim: "a shortest path from {a} to {b} takes {claim} moves.",
  moves: ["right", "up", "left", "down"],
};

/** Every wording of questions about paths. */
export const PATH_WORDS: Readonly<Record<WordingName, PathWords>> = {
  "en": EN,
  "en-compass": {
    ...EN,
    given: "A grid has {n} columns of {n} nodes. Labels run north in each column, from the west " +
      "one on: N1 to {last} is the first column from south to north. A move leads to the next " +
      "node north, south, east or west. ",
    moves: ["east", "north", "west", "south"],
  },
  "en-sparkle": EN,
  "de": {
    given:
      "Ein Gitter hat {n} Spalten zu {n} Knoten. Die Namen laufen in jeder Spalte nach oben, " +
      "von links an: N1 bis {last} ist die erste Spalte von unten nach oben. Ein Zug führt zum " +
      "nächsten Knoten nach oben, unten, links oder rechts. ",
    questions: {
      length: ["Wie viele Züge hat ein kürzester Weg von {a} nach {b}?"],
      moves: ["Aus welchen Zügen besteht ein kürzester Weg von {a} nach {b}? Zähle sie auf."],
      labels: ["Welche Knoten hat ein kürzester Weg von {a} nach {b}, beide eingeschlossen?"],
    },
    claim: "ein kürzester Weg von {a} nach {b} hat {claim} Züge.",
    moves: ["rechts", "oben", "links", "unten"],
  },
};
