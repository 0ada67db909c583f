import type { WordingName } from "./common.ts";

/** Which tour is asked for. */
export type TourKind = "open-fixed" | "open-free" | "closed";

/** The words of questions about tours. */
export interface TourWords {
  /** What is given, with the frame of reference: {points}, {yAxis}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the points. */
  readonly shown: string;
  /** The tour, by its kind: {a} where it begins, {of} what it visits. */
  readonly tour: Readonly<Record<TourKind, string>>;
  /** Asks for the order. */
  readonly order: string;
  /** Asks for the length: {places}. */
  readonly length: string;
  /** Claims a length: {tour}, {places}, {claim}. */
  readonly claim: string;
  /** How a length is rounded, by the number of decimals. */
  readonly places: readonly string[];
}

const EN: TourWords = {
  given: "Points (x, y), x to the right, y {yAxis}: {points}. ",
  shown: "",
  tour: {
    "open-fixed":
      "A tour begins at {a}, visits each of {of} once and ends at the last of them, by straight lines.",
    "open-free":
      "A tour begins at any of {of}, visits each once and ends at the last of them, by straight lines.",
    "closed": "A tour visits each of {of} once and returns to where it began, by straight lines.",
  },
  order: " In which order does the shortest tour visit them?",
  length: " How long is the shortest tour, {places}?",
  claim: "{tour} The shortest tour, {places}, is {claim} long.",
  places: [
    "rounded to a whole number",
    "rounded to 1 decimal",
    "rounded to 2 decimals",
    "rounded to 3 decimals",
  ],
};

/** Every wording of questions about tours. */
export const TOUR_WORDS: Readonly<Record<WordingName, TourWords>> = {
  "en": EN,
  "en-compass": { ...EN, given: "Points on a map, x east, y {yAxis}: {points}. " },
  "en-sparkle": EN,
  "de": {
    given: "Punkte (x; y), x nach rechts, y nach {yAxis}: {points}. ",
    shown: "",
    tour: {
      "open-fixed":
        "Eine Tour beginnt bei {a}, besucht {of} je einmal und endet beim letzten davon, auf geraden Strecken.",
      "open-free":
        "Eine Tour beginnt bei einem von {of}, besucht alle je einmal und endet beim letzten, auf geraden Strecken.",
      "closed":
        "Eine Tour besucht {of} je einmal und kehrt zum Anfang zurück, auf geraden Strecken.",
    },
    order: " In welcher Reihenfolge besucht die kürzeste Tour sie?",
    length: " Wie lang ist die kürzeste Tour, {places}?",
    claim: "{tour} Die kürzeste Tour ist, {places}, {claim} lang.",
    places: [
      "auf eine ganze Zahl gerundet",
      "auf 1 Dezimale gerundet",
      "auf 2 Dezimalen gerundet",
      "auf 3 Dezimalen gerundet",
    ],
  },
};
