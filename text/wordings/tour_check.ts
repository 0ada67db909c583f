import type { WordingName } from "./common.ts";
import type { TourKind } from "./tour.ts";

/** The words of questions about a tour that is given. */
export interface TourCheckWords {
  /** The tour, by its kind: {a} where it begins, {of} the points behind, {all} all of them. */
  readonly tour: Readonly<Record<TourKind, string>>;
  /** Among which tours it is to be the shortest, by its kind: {a}. */
  readonly among: Readonly<Record<TourKind, string>>;
  /** Asks whether it is the shortest: {among}. */
  readonly check: readonly string[];
  /** Claims it: {tour}, {among}, {claim}. */
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
    "open-free": "A tour visits {all} in this order, by straight lines.",
    "closed": "A tour visits {all} in this order and returns to {a}, by straight lines.",
  },
  among: {
    "open-fixed": "all tours that visit the same points once, begin at {a} and may end at any",
    "open-free": "all tours that visit the same points once and may begin and end at any",
    "closed": "all tours that visit the same points once and return to where they began",
  },
  check: [
    " Of {among}, is it the shortest or longer than necessary?",
    " Is it, of {among}, the shortest or longer than necessary?",
    " Compare it with {among}: is it the shortest or longer than necessary?",
    " Among {among}, is it the shortest, or is it longer than necessary?",
    " Judge it against {among}: is it the shortest or longer than necessary?",
  ],
  claim: "{tour} Of {among}, it is {claim}.",
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
      "open-free": "Eine Tour besucht {all} in dieser Reihenfolge, auf geraden Strecken.",
      "closed": "Eine Tour besucht {all} in dieser Reihenfolge und kehrt zu {a} zurück, auf " +
        "geraden Strecken.",
    },
    among: {
      "open-fixed": "allen Touren, die dieselben Punkte je einmal besuchen, bei {a} beginnen und " +
        "überall enden dürfen",
      "open-free": "allen Touren, die dieselben Punkte je einmal besuchen und überall beginnen " +
        "und enden dürfen",
      "closed": "allen Touren, die dieselben Punkte je einmal besuchen und zum Anfang zurückkehren",
    },
    check: [
      " Ist sie unter {among}, die kürzeste oder länger als nötig?",
      " Ist sie, unter {among}, länger als nötig oder die kürzeste?",
      " Unter {among}: ist sie die kürzeste oder länger als nötig?",
      " Vergleiche sie mit {among}: ist sie die kürzeste oder länger als nötig?",
      " Ist sie, verglichen mit {among}, die kürzeste oder länger als nötig?",
    ],
    claim: "{tour} Unter {among}, ist sie {claim}.",
    answers: ["die kürzeste", "länger als nötig"],
    leg: [
      "Die kürzeste Tour, die {of} je einmal besucht und zum Anfang zurückkehrt, auf geraden " +
      "Strecken, hat diese Strecken und eine weitere: {legs}. Welche zwei Punkte verbindet die " +
      "fehlende?",
    ],
    pair: "{a} und {b}",
  },
};
