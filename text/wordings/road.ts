/** The words of questions about road maps, in one language. */
export interface RoadWords {
  /** The roads with their lengths: {roads}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the roads. */
  readonly shown: string;
  /** Asks for the length of a shortest way: {from}, {to}. */
  readonly length: readonly string[];
  readonly lengthClaim: string;
  /** Asks for a shortest way. */
  readonly way: readonly string[];
  /** Asks for the number of shortest ways. */
  readonly count: readonly string[];
  readonly countClaim: string;
  /** Asks what a route is: {route}. */
  readonly check: readonly string[];
  readonly checkClaim: string;
  /** A shortest way, a longer one, and none. */
  readonly checks: readonly [string, string, string];
  /** What a picture shows: {roads}. */
  readonly alt: string;
}

const EN: RoadWords = {
  given: "The roads between some places and their lengths: {roads}. Roads can be used both ways. ",
  shown: "The picture shows places and the roads between them with their lengths. Roads can be " +
    "used both ways. ",
  length: [
    "How long is a shortest way from {from} to {to}?",
    "What is the least length of a way from {from} to {to}?",
    "What is the length of a shortest way from {from} to {to}?",
    "How far is it from {from} to {to} by road, at least?",
    "Add up the roads of a shortest way from {from} to {to}: how long is it?",
  ],
  lengthClaim: "a shortest way from {from} to {to} is {claim} long.",
  way: [
    "Give a shortest way from {from} to {to} as places in order, separated by commas.",
    "By which places, {from} and {to} included, does a shortest way lead from {from} to {to}? " +
    "Separate them by commas.",
    "Which places does a shortest way from {from} to {to} pass? List them in order, {from} and " +
    "{to} included, separated by commas.",
    "List the places of a shortest way from {from} to {to}, both included, separated by commas.",
    "How does one get from {from} to {to} by the least length? Name the places in order, both " +
    "included, separated by commas.",
  ],
  count: [
    "How many different shortest ways lead from {from} to {to}?",
    "In how many ways can {to} be reached from {from} by the least length?",
    "Count the different shortest ways from {from} to {to}.",
    "How many ways from {from} to {to} are as short as possible?",
    "What is the number of different shortest ways from {from} to {to}?",
  ],
  countClaim: "there are {claim} different shortest ways from {from} to {to}.",
  check: [
    "Is this a shortest way from {from} to {to}, a longer way, or not a way: {route}?",
    "A route from {from}: {route}. Is it a shortest way to {to}, a longer way, or not a way?",
    "Somebody travels from {from}: {route}. Is that a shortest way to {to}, a longer way, or not a way?",
    "Do these places make a shortest way from {from} to {to}, a longer way, or not a way: {route}?",
    "What is this route from {from} to {to}, a shortest way, a longer way, or not a way: {route}?",
  ],
  checkClaim: "the route {route} from {from} to {to} is {claim}.",
  checks: ["a shortest way", "a longer way", "not a way"],
  alt: "places and roads with their lengths: {roads}",
};

/** The words of every language. */
export const ROAD_WORDS: Readonly<Record<"en" | "de", RoadWords>> = {
  en: EN,
  de: {
    given: "Die Straßen zwischen einigen Orten und ihre Längen: {roads}. Straßen führen in beide " +
      "Richtungen. ",
    shown: "Das Bild zeigt Orte und die Straßen zwischen ihnen mit ihren Längen. Straßen führen " +
      "in beide Richtungen. ",
    length: [
      "Wie lang ist ein kürzester Weg von {from} nach {to}?",
      "Welche Länge hat ein Weg von {from} nach {to} mindestens?",
      "Wie weit ist es auf den Straßen von {from} nach {to} mindestens?",
      "Welche Länge hat ein kürzester Weg von {from} nach {to}?",
      "Zähle die Straßen eines kürzesten Wegs von {from} nach {to} zusammen: wie lang ist er?",
    ],
    lengthClaim: "ein kürzester Weg von {from} nach {to} hat die Länge {claim}.",
    way: [
      "Gib einen kürzesten Weg von {from} nach {to} als Folge der Orte an, durch Kommas getrennt.",
      "Über welche Orte, {from} und {to} eingeschlossen, führt ein kürzester Weg von {from} nach " +
      "{to}? Trenne sie durch Kommas.",
      "Welche Orte liegen auf einem kürzesten Weg von {from} nach {to}? Nenne sie der Reihe nach, " +
      "beide Enden eingeschlossen, durch Kommas getrennt.",
      "Zähle die Orte eines kürzesten Wegs von {from} nach {to} auf, beide eingeschlossen, durch " +
      "Kommas getrennt.",
      "Wie kommt man auf dem kürzesten Weg von {from} nach {to}? Nenne die Orte der Reihe nach, " +
      "beide eingeschlossen, durch Kommas getrennt.",
    ],
    count: [
      "Wie viele verschiedene kürzeste Wege führen von {from} nach {to}?",
      "Auf wie viele Arten ist {to} von {from} aus auf kürzestem Weg zu erreichen?",
      "Zähle die verschiedenen kürzesten Wege von {from} nach {to}.",
      "Wie viele Wege von {from} nach {to} sind so kurz wie möglich?",
      "Wie groß ist die Zahl der verschiedenen kürzesten Wege von {from} nach {to}?",
    ],
    countClaim: "von {from} nach {to} gibt es {claim} verschiedene kürzeste Wege.",
    check: [
      "Ist dies ein kürzester Weg von {from} nach {to}, ein längerer Weg oder kein Weg: {route}?",
      "Eine Route von {from}: {route}. Ist sie ein kürzester Weg nach {to}, ein längerer Weg oder " +
      "kein Weg?",
      "Jemand fährt von {from} los: {route}. Ist das ein kürzester Weg nach {to}, ein längerer Weg " +
      "oder kein Weg?",
      "Ergeben diese Orte einen kürzesten Weg von {from} nach {to}, einen längeren Weg oder keinen " +
      "Weg: {route}?",
      "Was ist diese Route von {from} nach {to}, ein kürzester Weg, ein längerer Weg oder kein " +
      "Weg: {route}?",
    ],
    checkClaim: "die Route {route} von {from} nach {to} ist {claim}.",
    checks: ["ein kürzester Weg", "ein längerer Weg", "kein Weg"],
    alt: "Orte und Straßen mit ihren Längen: {roads}",
  },
};
