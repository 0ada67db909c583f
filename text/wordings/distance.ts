import type { WordingName } from "./common.ts";

/** The words of questions about distances. */
export interface DistanceWords {
  /** What is given, with the frame of reference: {points}, {yAxis}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the points. */
  readonly shown: string;
  /** Asks for a distance: {a}, {b}, {places}. */
  readonly measure: readonly string[];
  /** How an answer is rounded, by the number of decimals. */
  readonly places: readonly string[];
  /** Claims a distance: {a}, {b}, {claim}, {places}. */
  readonly measureClaim: string;
  /** Asks which is shortest, and so on: {a}, {b}, {c}, {d}; {of} lists what there is to choose. */
  readonly order: Readonly<Record<DistanceAsk, readonly string[]>>;
  /** Claims an order: {a}, {b}, {c}, {d}, {of}, {claim}. */
  readonly orderClaim: Readonly<Record<DistanceAsk, string>>;
  /** Two points as an answer: {a}, {b}. */
  readonly pair: string;
}

/** What can be asked about the order of distances. */
export type DistanceAsk = "nearest" | "farthest" | "shortest" | "longest" | "shorter" | "longer";

const EN: DistanceWords = {
  given: "Points (x, y), x to the right, y {yAxis}: {points}. ",
  shown: "",
  measure: [
    "What is the Euclidean distance between {a} and {b}, {places}?",
    "How far is {b} from {a} in a straight line, {places}?",
  ],
  places: [
    "rounded to a whole number",
    "rounded to 1 decimal",
    "rounded to 2 decimals",
    "rounded to 3 decimals",
  ],
  measureClaim: "{places}, the Euclidean distance between {a} and {b} is {claim}.",
  order: {
    nearest: [
      "Which of {of} is nearest to {a}?",
      "Of {of}, which is closest to {a}?",
      "Which one of {of} lies nearest to {a}?",
      "Of {of}, which has the least distance to {a}?",
      "Starting at {a}, which of {of} is the nearest?",
    ],
    farthest: [
      "Which of {of} is farthest from {a}?",
      "Of {of}, which is farthest away from {a}?",
      "Which one of {of} lies farthest from {a}?",
      "Of {of}, which has the greatest distance to {a}?",
      "Starting at {a}, which of {of} is the farthest?",
    ],
    shortest: [
      "Which two of {of} are nearest to each other?",
      "Of {of}, which two are closest together?",
      "Which two of {of} lie nearest to each other?",
      "Of {of}, which two have the least distance between them?",
      "Name the two of {of} that are nearest to each other.",
    ],
    longest: [
      "Which two of {of} are farthest from each other?",
      "Of {of}, which two are farthest apart?",
      "Which two of {of} lie farthest from each other?",
      "Of {of}, which two have the greatest distance between them?",
      "Name the two of {of} that are farthest from each other.",
    ],
    shorter: [
      "Which two are nearer to each other: {a} and {b}, or {c} and {d}?",
      "Which two are closer together: {a} and {b}, or {c} and {d}?",
      "Which distance is shorter, that between {a} and {b}, or {c} and {d}?",
      "Are {a} and {b}, or {c} and {d} nearer to each other?",
      "Of these, which two lie nearer to each other: {a} and {b}, or {c} and {d}?",
    ],
    longer: [
      "Which two are farther from each other: {a} and {b}, or {c} and {d}?",
      "Which two are farther apart: {a} and {b}, or {c} and {d}?",
      "Which distance is longer, that between {a} and {b}, or {c} and {d}?",
      "Are {a} and {b}, or {c} and {d} farther from each other?",
      "Of these, which two lie farther from each other: {a} and {b}, or {c} and {d}?",
    ],
  },
  orderClaim: {
    nearest: "of {of}, the one nearest to {a} is {claim}.",
    farthest: "of {of}, the one farthest from {a} is {claim}.",
    shortest: "of {of}, the two nearest to each other are {claim}.",
    longest: "of {of}, the two farthest from each other are {claim}.",
    shorter: "of {a} and {b}, and {c} and {d}, the two nearer to each other are {claim}.",
    longer: "of {a} and {b}, and {c} and {d}, the two farther from each other are {claim}.",
  },
  pair: "{a} and {b}",
};

/** Every wording of questions about distances. */
export const DISTANCE_WORDS: Readonly<Record<WordingName, DistanceWords>> = {
  "en": EN,
  "en-compass": { ...EN, given: "Points on a map, x east, y {yAxis}: {points}. " },
  "en-sparkle": EN,
  "de": {
    given: "Punkte (x; y), x nach rechts, y nach {yAxis}: {points}. ",
    shown: "",
    measure: ["Wie weit ist {b} von {a} in gerader Linie entfernt, {places}?"],
    places: [
      "auf eine ganze Zahl gerundet",
      "auf 1 Dezimale gerundet",
      "auf 2 Dezimalen gerundet",
      "auf 3 Dezimalen gerundet",
    ],
    measureClaim: "{places} ist der gerade Abstand von {a} und {b} {claim}.",
    order: {
      nearest: [
        "Wer von {of} liegt {a} am nächsten?",
        "Was von {of} ist {a} am nächsten?",
        "Wer von {of} hat den kleinsten Abstand zu {a}?",
        "Von {a} aus gesehen, wer von {of} liegt am nächsten?",
        "Zu wem von {of} ist es von {a} aus am kürzesten?",
      ],
      farthest: [
        "Wer von {of} liegt von {a} am weitesten entfernt?",
        "Was von {of} ist von {a} am weitesten weg?",
        "Wer von {of} hat den größten Abstand zu {a}?",
        "Von {a} aus gesehen, wer von {of} liegt am fernsten?",
        "Zu wem von {of} ist es von {a} aus am weitesten?",
      ],
      shortest: [
        "Welche zwei von {of} liegen einander am nächsten?",
        "Welche zwei von {of} sind einander am nächsten?",
        "Welche zwei von {of} haben den kleinsten Abstand?",
        "Zwischen welchen zwei von {of} ist es am kürzesten?",
        "Nenne die zwei von {of}, die einander am nächsten liegen.",
      ],
      longest: [
        "Welche zwei von {of} liegen am weitesten auseinander?",
        "Welche zwei von {of} sind am weitesten voneinander entfernt?",
        "Welche zwei von {of} haben den größten Abstand?",
        "Zwischen welchen zwei von {of} ist es am weitesten?",
        "Nenne die zwei von {of}, die am weitesten auseinander liegen.",
      ],
      shorter: [
        "Welche zwei liegen einander näher: {a} und {b}, oder {c} und {d}?",
        "Welche zwei sind einander näher: {a} und {b}, oder {c} und {d}?",
        "Welcher Abstand ist kürzer, der von {a} und {b}, oder von {c} und {d}?",
        "Liegen {a} und {b}, oder {c} und {d} einander näher?",
        "Zwischen welchen zwei ist es kürzer: {a} und {b}, oder {c} und {d}?",
      ],
      longer: [
        "Welche zwei liegen weiter auseinander: {a} und {b}, oder {c} und {d}?",
        "Welche zwei sind weiter voneinander entfernt: {a} und {b}, oder {c} und {d}?",
        "Welcher Abstand ist länger, der von {a} und {b}, oder von {c} und {d}?",
        "Liegen {a} und {b}, oder {c} und {d} weiter auseinander?",
        "Zwischen welchen zwei ist es weiter: {a} und {b}, oder {c} und {d}?",
      ],
    },
    orderClaim: {
      nearest: "von {of} liegt {a} am nächsten {claim}.",
      farthest: "von {of} liegt von {a} am weitesten entfernt {claim}.",
      shortest: "von {of} liegen einander am nächsten {claim}.",
      longest: "von {of} liegen am weitesten auseinander {claim}.",
      shorter: "von {a} und {b}, und {c} und {d}, liegen einander näher {claim}.",
      longer: "von {a} und {b}, und {c} und {d}, liegen weiter auseinander {claim}.",
    },
    pair: "{a} und {b}",
  },
};
