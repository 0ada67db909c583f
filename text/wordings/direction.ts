import type { WordingName } from "./common.ts";

/** The words of a direction question. */
export interface DirectionWords {
  /** What is given, with the frame of reference: {points}, {yAxis}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the points: {yAxis}. */
  readonly shown: string;
  /** The question, put in several ways: {a}, {b}, {sectors}. */
  readonly questions: readonly string[];
  /** The claim to be judged: {a}, {b}, {claim}, {sectors}. */
  readonly claim: string;
  /** How the directions are divided, by sector system. */
  readonly sectors: Readonly<Record<string, string>>;
  /** The words of the directions, by the labels of the sector systems. */
  readonly directions: Readonly<Record<string, string>>;
}

const SECTORS = {
  "image-eight": "eight directions of 45 degrees each",
  "image-four": "four directions of 90 degrees each",
  "quadrants": "four quadrants",
  "sparkle-eight":
    "eight directions (right, top, left and down 22.5 degrees wide, the others 67.5)",
  "sparkle-four": "four quadrants",
};

const EN: DirectionWords = {
  given: "Points (x, y), x to the right, y {yAxis}: {points}. ",
  shown: "",
  questions: [
    "Of {sectors}, in which is {b} from {a}?",
    "Which of {sectors} leads from {a} to {b}?",
    "Seen from {a}, in which of {sectors} does {b} lie?",
    "In which of {sectors} does one go from {a} to reach {b}?",
    "Which of {sectors} is that from {a} to {b}?",
  ],
  claim: "of {sectors}, the one from {a} to {b} is {claim}.",
  sectors: SECTORS,
  directions: {
    "right": "right",
    "top right": "top right",
    "top": "top",
    "top left": "top left",
    "left": "left",
    "bottom left": "bottom left",
    "bottom": "bottom",
    "bottom right": "bottom right",
    "down left": "down left",
    "down": "down",
    "down right": "down right",
  },
};

/** Every wording of direction questions. */
export const DIRECTION_WORDS: Readonly<Record<WordingName, DirectionWords>> = {
  "en": EN,
  "en-compass": {
    ...EN,
    given: "Points on a map, x east, y {yAxis}: {points}. ",
    sectors: {
      "image-eight": "eight compass directions of 45 degrees each",
      "image-four": "four compass directions of 90 degrees each",
      "quadrants": "four quadrants of the compass",
      "sparkle-eight":
        "eight compass directions (north, east, south and west 22.5 degrees wide, the others 67.5)",
      "sparkle-four": "four quadrants of the compass",
    },
    directions: {
      "right": "east",
      "top right": "northeast",
      "top": "north",
      "top left": "northwest",
      "left": "west",
      "bottom left": "southwest",
      "bottom": "south",
      "bottom right": "southeast",
      "down left": "southwest",
      "down": "south",
      "down right": "southeast",
    },
  },
  "en-sparkle": EN,
  "de": {
    given: "Punkte (x; y), x nach rechts, y nach {yAxis}: {points}. ",
    shown: "",
    questions: [
      "In welcher von {sectors} liegt {b} von {a} aus?",
      "Welche von {sectors} führt von {a} zu {b}?",
      "Von {a} aus gesehen, in welcher von {sectors} liegt {b}?",
      "In welche von {sectors} geht man, um von {a} zu {b} zu kommen?",
      "Welche von {sectors} ist die von {a} zu {b}?",
    ],
    claim: "von {sectors} liegt {b} von {a} aus {claim}.",
    sectors: {
      "image-eight": "acht Richtungen zu je 45 Grad",
      "image-four": "vier Richtungen zu je 90 Grad",
      "quadrants": "vier Quadranten",
      "sparkle-eight":
        "acht Richtungen (rechts, oben, links und unten 22.5 Grad breit, die anderen 67.5)",
      "sparkle-four": "vier Quadranten",
    },
    directions: {
      "right": "rechts",
      "top right": "rechts oben",
      "top": "oben",
      "top left": "links oben",
      "left": "links",
      "bottom left": "links unten",
      "bottom": "unten",
      "bottom right": "rechts unten",
      "down left": "links unten",
      "down": "unten",
      "down right": "rechts unten",
    },
  },
};
