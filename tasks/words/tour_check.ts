import type { WordingName } from "./common.ts";
import type { TourKind } from "./tour.ts";

/** The words of questions about a tour that is given. */
export interface TourCheckWords {
  /** The tour, by its kind: {a} where it begins, {of} the points behind, {all} all of them. */
  readonly tour: Readonly<Record<TourKind, string>>;
  /** Asks whether it is the shortest. */
  readonly check: readonly string[];
  /** Claims it: {tour}, {claim}. */
  readonly claim: string;
  /** The answers: it is the shortest, it is not. */
  readonly answers: readonly [string, string];
  /** Asks for the leg that is left out: {of} the points, {legs}. */
  readonly leg: readonly string[];
  /** A leg: {a}, {b}. */
  readonly pair: string;
}

const EN: TourCheckWords = {
  tour: {
    "open-fixed": "A tour begins at {a} and goes on to {of} in this order, by straight lines.",
    "open-free": "A tour visits {all} in this order, by straight lines; it could begin at any.",
    "closed": "A tour visits {all} in this order and returns to {a}, by straight lines.",
  },
  check: [
    " Among all such tours of these points, is it the shortest or longer than necessary?",
    " Is it, of all tours of this kind through the same points, the shortest or longer than " +
    "necessary?",
  ],
  claim: "{tour} Among all such tours of these points, it is {claim}.",
  answers: ["the shortest", "longer than necessary"],
  leg: [
    "The shortest tour that visits each of {of} once and returns to where it began, by straight " +
    "lines, has these legs and one more: {legs}. Which two points does the missing leg join?",
  ],
  pair: "{a} and {b}",
};

/** Every wording of questions about a tour that is given. */
export const TOUR_CHECK_WORDS: Readonly<Record<WordingName, TourCheckWords>> = {
  "en": EN,
  "en-compass": EN,
  "en-sparkle": EN,
  "de": {
    tour: {
      "open-fixed": "Eine Tour beginnt bei {a} und führt in dieser Reihenfolge über {of}, auf " +
        "geraden Strecken.",
      "open-free": "Eine Tour besucht {all} in dieser Reihenfolge, auf geraden Strecken; sie " +
        "könnte überall beginnen.",
      "closed": "Eine Tour besucht {all} in dieser Reihenfolge und kehrt zu {a} zurück, auf " +
        "geraden Strecken.",
    },
    check: [
      " Ist sie unter allen solchen Touren dieser Punkte die kürzeste oder länger als nötig?",
    ],
    claim: "{tour} Unter allen solchen Touren dieser Punkte ist sie {claim}.",
    answers: ["die kürzeste", "länger als nötig"],
    leg: [
      "Die kürzeste Tour, die {of} je einmal besucht und zum Anfang zurückkehrt, auf geraden " +
      "Strecken, hat diese Strecken und eine weitere: {legs}. Welche zwei Punkte verbindet die " +
      "fehlende?",
    ],
    pair: "{a} und {b}",
  },
};
