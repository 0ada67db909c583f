import type { WordingName } from "./common.ts";

/** The words of questions about paths around blocks. */
export interface ObstacleWords {
  /** What is given, with the frame: {most}, {yAxis}, {blocks}, {start}, {goal}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the map. */
  readonly shown: string;
  /** A block: {x0}, {y0}, {x1}, {y1}. */
  readonly block: string;
  /** A point: {x}, {y}. */
  readonly point: string;
  /** Asks for the length: {places}. */
  readonly length: readonly string[];
  /** Claims a length: {places}, {claim}. */
  readonly claim: string;
  /** What the picture shows: {blocks}, {start}, {goal}. */
  readonly alt: string;
}

const EN: ObstacleWords = {
  given:
    "On a map, x to the right and y {yAxis}, rectangular blocks reach from corner to corner: " +
    "{blocks}. S is at {start}, G at {goal}. ",
  shown: "The picture shows a map of {most} by {most} with gray blocks, a start S and a goal G. ",
  block: "({x0}, {y0}) to ({x1}, {y1})",
  point: "({x}, {y})",
  length: [
    "How long is the shortest path from S to G that crosses no block but may touch them, {places}?",
    "A path may run along the blocks but not through them. How long is the shortest from S to G, " +
    "{places}?",
    "Paths may touch the blocks, but not cross them. What is the length of the shortest one from " +
    "S to G, {places}?",
    "What is the length of the shortest path from S to G, {places}, that touches blocks at most, " +
    "and crosses none?",
    "Somebody walks from S to G by the shortest path; blocks may be touched, but not crossed. " +
    "How long is it, {places}?",
  ],
  claim: "{places}, the shortest path from S to G that crosses no block but may touch them is " +
    "{claim} long.",
  alt: "a map with blocks {blocks}, S at {start}, G at {goal}",
};

/** Every wording of questions about paths around blocks. */
export const OBSTACLE_WORDS: Readonly<Record<WordingName, ObstacleWords>> = {
  "en": EN,
  "en-compass": {
    ...EN,
    given: EN.given.replace("x to the right and y {yAxis}", "x east and y {yAxis}"),
  },
  "en-sparkle": EN,
  "de": {
    given:
      "Auf einer Karte, x nach rechts und y nach {yAxis}, reichen rechteckige Blöcke von Ecke " +
      "zu Ecke: {blocks}. S liegt bei {start}, G bei {goal}. ",
    shown:
      "Das Bild zeigt eine Karte von {most} mal {most} mit grauen Blöcken, einem Start S und " +
      "einem Ziel G. ",
    block: "({x0}; {y0}) bis ({x1}; {y1})",
    point: "({x}; {y})",
    length: [
      "Wie lang ist der kürzeste Weg von S nach G, der durch keinen Block führt, aber Blöcke " +
      "berühren darf, {places}?",
      "Ein Weg darf an den Blöcken entlang, aber nicht durch sie führen. Wie lang ist der kürzeste " +
      "von S nach G, {places}?",
      "Wege dürfen Blöcke berühren, aber nicht durchqueren. Welche Länge hat der kürzeste von S " +
      "nach G, {places}?",
      "Welche Länge hat, {places}, der kürzeste Weg von S nach G, der Blöcke höchstens berührt?",
      "Jemand geht auf dem kürzesten Weg von S nach G; Blöcke darf er berühren, aber nicht " +
      "durchqueren. Wie lang ist der Weg, {places}?",
    ],
    claim: "{places} ist der kürzeste Weg von S nach G, der durch keinen Block führt, aber " +
      "Blöcke berühren darf, {claim} lang.",
    alt: "eine Karte mit Blöcken {blocks}, S bei {start}, G bei {goal}",
  },
};
