/** The languages that stories are told in. */
export const STORY_WORDINGS = ["en", "de"] as const;

/** One of {@link STORY_WORDINGS}. */
export type StoryWording = (typeof STORY_WORDINGS)[number];

/** A relation in one language: behind "A", in front of "B", and as an answer. */
export type RelationWords = readonly [phrase: string, answer: string];

/** A relation of a story. */
export interface StoryRelation {
  /** Its name in instances. */
  readonly name: string;
  /** The name of the relation the other way round. */
  readonly converse: string;
  /** What a sentence states, in the solver's words. */
  readonly stated: string;
  /** What the solver answers, in its words. */
  readonly answered: string;
  /** Its words by language. */
  readonly words: Readonly<Record<StoryWording, RelationWords>>;
}

/** A calculus that stories are told in. */
export interface StoryCalculus {
  /** The solver's name. */
  readonly calculus: string;
  /** Those that sentences state, and answers. */
  readonly relations: readonly StoryRelation[];
  /** What is said of the sentences in front of them. */
  readonly frame: Readonly<Record<StoryWording, string>>;
}

type Row = readonly [
  name: string,
  converse: string,
  stated: string,
  answered: string,
  en: RelationWords,
  de: RelationWords,
];

function relations(rows: readonly Row[]): StoryRelation[] {
  return rows.map(([name, converse, stated, answered, en, de]) => {
    return { name, converse, stated, answered, words: { en, de } };
  });
}

const STEPS = relations([
  ["left", "right", "-1,0", "left", ["one step left of", "left"], [
    "einen Schritt links von",
    "links",
  ]],
  ["right", "left", "1,0", "right", ["one step right of", "right"], [
    "einen Schritt rechts von",
    "rechts",
  ]],
  ["above", "below", "0,1", "above", ["one step above", "above"], [
    "einen Schritt über",
    "darüber",
  ]],
  ["below", "above", "0,-1", "below", ["one step below", "below"], [
    "einen Schritt unter",
    "darunter",
  ]],
  [
    "upper-left",
    "lower-right",
    "-1,1",
    "upper-left",
    ["one step above and one step left of", "above and left"],
    ["einen Schritt über und einen Schritt links von", "links oben"],
  ],
  [
    "upper-right",
    "lower-left",
    "1,1",
    "upper-right",
    ["one step above and one step right of", "above and right"],
    ["einen Schritt über und einen Schritt rechts von", "rechts oben"],
  ],
  [
    "lower-left",
    "upper-right",
    "-1,-1",
    "lower-left",
    ["one step below and one step left of", "below and left"],
    ["einen Schritt unter und einen Schritt links von", "links unten"],
  ],
  [
    "lower-right",
    "upper-left",
    "1,-1",
    "lower-right",
    ["one step below and one step right of", "below and right"],
    ["einen Schritt unter und einen Schritt rechts von", "rechts unten"],
  ],
  ["same", "same", "0,0", "overlap", ["in the same cell as", "the same cell"], [
    "in derselben Zelle wie",
    "dieselbe Zelle",
  ]],
]);

const LINE = relations([
  ["left", "right", "<", "<", ["to the left of", "left"], ["links von", "links"]],
  ["right", "left", ">", ">", ["to the right of", "right"], ["rechts von", "rechts"]],
  ["same", "same", "=", "=", ["at the same point as", "the same point"], [
    "am selben Punkt wie",
    "derselbe Punkt",
  ]],
]);

const COMPASS = relations(
  ([
    ["N", "S", "north", "nördlich"],
    ["NE", "SW", "northeast", "nordöstlich"],
    ["E", "W", "east", "östlich"],
    ["SE", "NW", "southeast", "südöstlich"],
    ["S", "N", "south", "südlich"],
    ["SW", "NE", "southwest", "südwestlich"],
    ["W", "E", "west", "westlich"],
    ["NW", "SE", "northwest", "nordwestlich"],
  ] as const).map((
    [name, converse, en, de],
  ): Row => [name, converse, name, name, [`${en} of`, en], [`${de} von`, de]]).concat([
    ["same", "same", "EQ", "EQ", ["at the same place as", "the same place"], [
      "am selben Ort wie",
      "derselbe Ort",
    ]],
  ]),
);

const REGIONS = relations([
  ["apart", "apart", "DC", "DC", ["apart from", "apart"], ["getrennt von", "getrennt"]],
  [
    "touching",
    "touching",
    "EC",
    "EC",
    ["outside of, and touching,", "touching from outside"],
    ["von außen berührend an", "von außen berührend"],
  ],
  [
    "overlapping",
    "overlapping",
    "PO",
    "PO",
    ["partly inside and partly outside of", "partly overlapping"],
    ["teils in und teils außerhalb von", "teils überlappend"],
  ],
  [
    "inside at the edge",
    "around at the edge",
    "TPP",
    "TPP",
    ["inside, and touching the edge of,", "inside, touching the edge"],
    ["innen am Rand von", "innen am Rand"],
  ],
  [
    "inside",
    "around",
    "NTPP",
    "NTPP",
    ["inside, away from the edge of,", "inside, away from the edge"],
    ["innen und fern vom Rand von", "innen, fern vom Rand"],
  ],
  [
    "around at the edge",
    "inside at the edge",
    "TPPI",
    "TPPI",
    ["around, and with its edge touched by,", "around, touched at the edge"],
    ["rundum und am Rand berührt von", "rundum, am Rand berührt"],
  ],
  [
    "around",
    "inside",
    "NTPPI",
    "NTPPI",
    ["around, and with its edge away from,", "around, its edge away"],
    ["rundum und mit dem Rand fern von", "rundum, mit fernem Rand"],
  ],
  ["same", "same", "EQ", "EQ", ["the same region as", "the same region"], [
    "deckungsgleich mit",
    "dasselbe Gebiet",
  ]],
]);

/** The calculi that stories are told in, by their names in knobs. */
export const STORY_CALCULI: Readonly<Record<StoryCalculusName, StoryCalculus>> = {
  steps: {
    calculus: "grid",
    relations: STEPS,
    frame: {
      en: "Things stand in the cells of a grid; one step leads to the next cell, above is up.",
      de:
        "Dinge stehen in den Zellen eines Gitters; ein Schritt führt zur nächsten Zelle, über ist oben.",
    },
  },
  line: {
    calculus: "point",
    relations: LINE,
    frame: {
      en: "Points lie on a line that runs from left to right.",
      de: "Punkte liegen auf einer Linie, die von links nach rechts läuft.",
    },
  },
  compass: {
    calculus: "cardinal",
    relations: COMPASS,
    frame: {
      en: "Places lie on a map, at any distances; north, east, south and west of are exact, and " +
        "northeast of is anywhere both further north and further east.",
      de:
        "Orte liegen auf einer Karte, beliebig weit voneinander; nördlich, östlich, südlich und " +
        "westlich von sind genau, und nordöstlich von ist überall, was weiter nördlich und weiter " +
        "östlich liegt.",
    },
  },
  regions: {
    calculus: "rcc8",
    relations: REGIONS,
    frame: {
      en: "Regions lie in the plane, each with its edge.",
      de: "Gebiete liegen in der Ebene, jedes mit seinem Rand.",
    },
  },
};

/** The calculi, in the order of lists. */
export const STORY_CALCULUS_NAMES = ["steps", "line", "compass", "regions"] as const;

/** One of {@link STORY_CALCULUS_NAMES}. */
export type StoryCalculusName = (typeof STORY_CALCULUS_NAMES)[number];

/** Words around the relations, by language. */
export const STORY_WORDS = {
  en: {
    is: "is",
    open: "it cannot be told",
    clash: "the story contradicts itself",
    where: "Where does {a} lie, seen from {b}?",
    seen: "{a}, seen from {b}: {answer}.",
    holds: "Can all of these sentences be true together?",
    yes: "yes",
    no: "no",
    verdict: "All sentences can be true together: {answer}.",
    culprit:
      "The sentences contradict each other, but one of them can be left out so that the others can all be true. Which one, by its number?",
    culpritClaim: "The sentence to leave out is number {answer}.",
    follows: "Which statement follows?",
    followsClaim: "It follows that {answer}",
  },
  de: {
    is: "liegt",
    open: "das lässt sich nicht sagen",
    clash: "die Geschichte widerspricht sich",
    where: "Wo liegt {a}, von {b} aus gesehen?",
    seen: "{a}, von {b} aus gesehen: {answer}.",
    holds: "Können alle diese Sätze zugleich wahr sein?",
    yes: "ja",
    no: "nein",
    verdict: "Alle Sätze können zugleich wahr sein: {answer}.",
    culprit:
      "Die Sätze widersprechen einander, aber einer von ihnen lässt sich weglassen, sodass die übrigen alle wahr sein können. Welcher, nach seiner Nummer?",
    culpritClaim: "Wegzulassen ist Satz Nummer {answer}.",
    follows: "Welche Aussage folgt?",
    followsClaim: "Es folgt: {answer}",
  },
} as const;
