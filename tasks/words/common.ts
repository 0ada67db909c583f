import type { Colour } from "../../render/drawing.ts";

/** The languages and styles there are wordings in. */
export type WordingName = "en" | "en-compass" | "en-sparkle" | "de";

/** The colours points are told apart by, and how they are painted. */
export const COLOURS: readonly { readonly id: string; readonly paint: Colour }[] = [
  { id: "red", paint: "#d62728" },
  { id: "green", paint: "#2ca02c" },
  { id: "blue", paint: "#1f77b4" },
  { id: "orange", paint: "#ff7f0e" },
  { id: "purple", paint: "#9467bd" },
  { id: "brown", paint: "#8c564b" },
  { id: "pink", paint: "#f17cb0" },
  { id: "gray", paint: "#8a8a8a" },
  { id: "olive", paint: "#a9a917" },
  { id: "cyan", paint: "#17becf" },
  { id: "black", paint: "#111111" },
  { id: "yellow", paint: "#f2c500" },
];

/** Words that any task of a wording needs. */
export interface CommonWords {
  /** The colours in the order of {@link COLOURS}. */
  readonly colours: readonly string[];
  /** A point and its coordinates: {name}, {x}, {y}. */
  readonly point: string;
  /** The y axis points up, or down. */
  readonly yAxis: readonly [up: string, down: string];
  /** Asks for a letter: {question}, {options}. */
  readonly choose: string;
  /** Asks whether a claim is true: {given}, {claim}. */
  readonly judge: string;
  /** Asks where in the picture things are: {names}. */
  readonly find: string;
  /** True and false. */
  readonly truth: readonly [no: string, yes: string];
  /** Words that deny: a reply that holds one of them is not read any further. */
  readonly denials: readonly string[];
}

const EN: CommonWords = {
  colours: COLOURS.map((c) => c.id),
  point: "{name} ({x}, {y})",
  yAxis: ["up", "down"],
  choose: "{question} Options: {options}. Answer with the letter in \\boxed{{}}.",
  judge: "{given}True or false: {claim}",
  find: "Find {names} in the picture.",
  truth: ["false", "true"],
  denials: ["not", "neither", "nor", "never", "no", "isn't", "cannot"],
};

/** The common words of every wording. */
export const COMMON_WORDS: Readonly<Record<WordingName, CommonWords>> = {
  "en": EN,
  "en-compass": { ...EN, yAxis: ["north", "south"] },
  "en-sparkle": EN,
  "de": {
    colours: [
      "Rot",
      "Grün",
      "Blau",
      "Orange",
      "Lila",
      "Braun",
      "Rosa",
      "Grau",
      "Oliv",
      "Türkis",
      "Schwarz",
      "Gelb",
    ],
    point: "{name} ({x}; {y})",
    yAxis: ["oben", "unten"],
    choose: "{question} Zur Wahl: {options}. Antworte mit dem Buchstaben in \\boxed{{}}.",
    judge: "{given}Richtig oder falsch: {claim}",
    find: "Finde {names} im Bild.",
    truth: ["falsch", "richtig"],
    denials: ["nicht", "weder", "noch", "nie", "kein", "keine"],
  },
};
