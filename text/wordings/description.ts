import type { WordingName } from "./common.ts";

/** The words of a description. */
export interface DescriptionWords {
  /** What is given, with the frame of reference: {points}, {yAxis}. */
  readonly given: string;
  /** What is asked, and in which words: {of}, {sectors}, {labels} the words of directions. */
  readonly question: string;
  /** Where a point is: {a}, {x}, {y}. */
  readonly at: string;
  /** Where one lies from another, and how far: {a}, {b}, {direction}, {distance}. */
  readonly from: string;
}

const EN: DescriptionWords = {
  given: "Points (x, y), x to the right, y {yAxis}: {points}. ",
  question: 'Describe the places of {of}. Write "A is at (x, y)." for each, and "B is D of A, L ' +
    'away." for every two, A before B: D is the direction, of {sectors}, as {labels}; L is the ' +
    "distance, rounded to 2 decimals.",
  at: "{a} is at ({x}, {y}).",
  from: "{b} is {direction} of {a}, {distance} away.",
};

/** Every wording of descriptions. */
export const DESCRIPTION_WORDS: Readonly<Record<WordingName, DescriptionWords>> = {
  "en": EN,
  "en-compass": { ...EN, given: "Points on a map, x east, y {yAxis}: {points}. " },
  "en-sparkle": EN,
  "de": {
    given: "Punkte (x; y), x nach rechts, y nach {yAxis}: {points}. ",
    question: 'Beschreibe die Lage von {of}. Schreibe "A liegt bei (x; y)." für jeden Punkt und ' +
      '"B liegt D von A, L entfernt." für je zwei, A vor B: D ist die Richtung, von {sectors}, ' +
      "als {labels}; L ist der Abstand, auf 2 Dezimalen gerundet.",
    at: "{a} liegt bei ({x}; {y}).",
    from: "{b} liegt {direction} von {a}, {distance} entfernt.",
  },
};
