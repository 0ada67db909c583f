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
      "With as few moves as possible, how many lead from {a} to {b}?",
      "How many moves are needed at least to get from {a} to {b}?",
      "What is the length, in moves, of a shortest path from {a} to {b}?",
    ],
    moves: [
      "Which moves make a shortest path from {a} to {b}? List them.",
      "Which moves lead from {a} to {b} by a shortest path? List them.",
      "Which moves does one make on a shortest path from {a} to {b}? List them in order.",
      "List the moves of a shortest path from {a} to {b}.",
      "Give a shortest path from {a} to {b} as a list of moves.",
    ],
    labels: [
      "Which nodes does a shortest path from {a} to {b} visit, both included? List them.",
      "Which nodes lie on a shortest path from {a} to {b}, both included? List them in order.",
      "Which nodes make a shortest path from {a} to {b}? List them, both ends included.",
      "List the nodes of a shortest path from {a} to {b}, both included.",
      "Give a shortest path from {a} to {b} as a list of nodes, both included.",
    ],
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
      length: [
        "Wie viele Züge hat ein kürzester Weg von {a} nach {b}?",
        "Mit wie vielen Zügen kommt man mindestens von {a} nach {b}?",
        "Was ist die kleinste Zahl von Zügen von {a} nach {b}?",
        "Wie viele Züge braucht man von {a} nach {b}, wenn es so wenige wie möglich sind?",
        "Wie lang ist ein kürzester Weg von {a} nach {b}, in Zügen?",
      ],
      moves: [
        "Aus welchen Zügen besteht ein kürzester Weg von {a} nach {b}? Zähle sie auf.",
        "Welche Züge führen auf kürzestem Weg von {a} nach {b}? Zähle sie auf.",
        "Welche Züge macht man auf einem kürzesten Weg von {a} nach {b}? Nenne sie der Reihe nach.",
        "Zähle die Züge eines kürzesten Wegs von {a} nach {b} auf.",
        "Gib einen kürzesten Weg von {a} nach {b} als Folge von Zügen an.",
      ],
      labels: [
        "Welche Knoten hat ein kürzester Weg von {a} nach {b}, beide eingeschlossen?",
        "Welche Knoten liegen auf einem kürzesten Weg von {a} nach {b}? Zähle sie der Reihe nach auf, beide eingeschlossen.",
        "Über welche Knoten führt ein kürzester Weg von {a} nach {b}, beide eingeschlossen?",
        "Zähle die Knoten eines kürzesten Wegs von {a} nach {b} auf, beide eingeschlossen.",
        "Gib einen kürzesten Weg von {a} nach {b} als Folge von Knoten an, beide eingeschlossen.",
      ],
    },
    claim: "ein kürzester Weg von {a} nach {b} hat {claim} Züge.",
    moves: ["rechts", "oben", "links", "unten"],
  },
};
