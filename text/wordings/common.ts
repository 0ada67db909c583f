/** The languages and styles there are wordings in. */
export type WordingName = "en" | "en-compass" | "en-sparkle" | "de";

/** The colours points are told apart by. */
export const COLOUR_IDS = [
  "red",
  "green",
  "blue",
  "orange",
  "purple",
  "brown",
  "pink",
  "gray",
  "olive",
  "cyan",
  "black",
  "yellow",
] as const;

/** One of {@link COLOUR_IDS}. */
export type ColourId = (typeof COLOUR_IDS)[number];

/** Words that any task of a wording needs. */
export interface CommonWords {
  /** The colours in the order of {@link COLOUR_IDS}. */
  readonly colours: readonly string[];
  /** A point and its coordinates: {name}, {x}, {y}. */
  readonly point: string;
  /** The y axis points up, or down. */
  readonly yAxis: readonly [up: string, down: string];
  /** Asks for a letter: {question}, {options}. */
  readonly choose: string;
  /** The same for a number, where letters are options themselves. */
  readonly chooseNumber: string;
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
  colours: COLOUR_IDS,
  point: "{name} ({x}, {y})",
  yAxis: ["up", "down"],
  choose: "{question} Options: {options}. Answer with the letter in \\boxed{{}}.",
  chooseNumber: "{question} Options: {options}. Answer with the option's number in \\boxed{{}}.",
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
    chooseNumber: "{question} Zur Wahl: {options}. Antworte mit der Nummer in \\boxed{{}}.",
    judge: "{given}Richtig oder falsch: {claim}",
    find: "Finde {names} im Bild.",
    truth: ["falsch", "richtig"],
    denials: ["nicht", "weder", "noch", "nie", "kein", "keine"],
  },
};
