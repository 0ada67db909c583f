import type { WordingName } from "./common.ts";

/** The words of questions about where on the map a point lies. */
export interface RegionWords {
  /** What is given, with the frame of reference: {points}, {yAxis}, {most}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the points. */
  readonly shown: string;
  /** The same where the picture has to be measured: {yAxis}, {most}. */
  readonly measured: string;
  /** Asks for the cell: {a}, {cuts}. */
  readonly questions: readonly string[];
  /** Claims a cell: {a}, {cuts}, {claim}. */
  readonly claim: string;
  /** How the map is cut. */
  readonly cuts: Readonly<Record<"thirds" | "sparkle", string>>;
  /** The cells, by column from the left, three each by row from the bottom. */
  readonly cells: readonly string[];
  /** Asks for the coordinates: {a}. */
  readonly place: readonly string[];
  /** Claims coordinates: {a}, {claim}. */
  readonly placeClaim: string;
  /** Coordinates as an answer: {x}, {y}. */
  readonly coordinates: string;
}

const CELLS = [
  "bottom left",
  "left",
  "top left",
  "bottom",
  "center",
  "top",
  "bottom right",
  "right",
  "top right",
];

const EN: RegionWords = {
  given: "A map from 0 to {most} in x, to the right, and in y, {yAxis}, shows {points}. ",
  shown: "",
  measured: "The frame in the picture is that of a map from 0 to {most} in x, to the right, and " +
    "in y, {yAxis}. ",
  questions: [
    "The map is cut into {cuts}. In which cell is {a}?",
    "Of {cuts} of the map, which one holds {a}?",
    "The map is cut into {cuts}. Which of them holds {a}?",
    "Where on the map is {a}, if it is cut into {cuts}? Name the cell.",
    "Of {cuts} of the map, in which one does {a} lie?",
  ],
  claim: "of {cuts} of the map, {a} is in the {claim} one.",
  cuts: {
    thirds: "3 x 3 equal cells",
    sparkle: "3 x 3 cells with cuts at 40 % and 60 % of each side",
  },
  cells: CELLS,
  place: ["What are the coordinates of {a}?", "Where is {a}? Give (x, y)."],
  placeClaim: "{a} is at {claim}.",
  coordinates: "({x}, {y})",
};

/** Every wording of questions about places. */
export const REGION_WORDS: Readonly<Record<WordingName, RegionWords>> = {
  "en": EN,
  "en-compass": {
    ...EN,
    given: "A map from 0 to {most} in x, east, and in y, {yAxis}, shows {points}. ",
    measured: "The frame in the picture is that of a map from 0 to {most} in x, east, and in y, " +
      "{yAxis}. ",
    cells: [
      "southwest",
      "west",
      "northwest",
      "south",
      "center",
      "north",
      "southeast",
      "east",
      "northeast",
    ],
  },
  "en-sparkle": { ...EN, cells: CELLS.map((cell) => cell.replace("bottom", "down")) },
  "de": {
    given:
      "Eine Karte von 0 bis {most} in x, nach rechts, und in y, nach {yAxis}, zeigt {points}. ",
    shown: "",
    measured: "Der Rahmen im Bild ist der einer Karte von 0 bis {most} in x, nach rechts, und in " +
      "y, nach {yAxis}. ",
    questions: [
      "Die Karte ist in {cuts} geteilt. In welchem Feld liegt {a}?",
      "Die Karte ist in {cuts} geteilt. Welches davon enthält {a}?",
      "In welchem Feld der Karte liegt {a}, wenn sie in {cuts} geteilt ist?",
      "Die Karte wird in {cuts} geteilt. Wo liegt {a}? Nenne das Feld.",
      "Wo auf der Karte liegt {a}, wenn sie in {cuts} geteilt wird? Nenne das Feld.",
    ],
    claim: "die Karte ist in {cuts} geteilt, und {a} liegt im Feld {claim}.",
    cuts: {
      thirds: "3 x 3 gleiche Felder",
      sparkle: "3 x 3 Felder mit Schnitten bei 40 % und 60 % jeder Seite",
    },
    cells: [
      "unten links",
      "links",
      "oben links",
      "unten",
      "Mitte",
      "oben",
      "unten rechts",
      "rechts",
      "oben rechts",
    ],
    place: ["Welche Koordinaten hat {a}?"],
    placeClaim: "{a} liegt bei {claim}.",
    coordinates: "({x}; {y})",
  },
};
