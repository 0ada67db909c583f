import { phraseOf } from "../../text/phrase.ts";
import { unframed } from "../../text/replies/frames.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import { DESCRIPTION_WORDS } from "../../text/wordings/description.ts";
import { DIRECTION_WORDS } from "../../text/wordings/direction.ts";
import type { Description, PairFact, PlaceFact } from "./description_facts.ts";
import { capital } from "./points.ts";
import { type SectorName, systemOf } from "./sectors.ts";

/** The sentences on every point, then on every pair. */
export function sayDescription({ places, pairs }: Description, wording: string): string {
  const { directions } = DIRECTION_WORDS[wording as WordingName];
  const [at, from] = [AT(wording), FROM(wording)];
  return [
    ...places.map(({ of, x, y }) => at(capital(of), x, y)),
    ...pairs.map((pair) =>
      from(pair.from, capital(pair.of), directions[pair.direction]!, pair.distance)
    ),
  ].join(" ");
}

const AT = phraseOf(DESCRIPTION_WORDS, (words) => words.at, ["a", "x", "y"]);
const FROM = phraseOf(DESCRIPTION_WORDS, (words) => words.from, [
  "a",
  "b",
  "direction",
  "distance",
]);

/** Reads sentences of a wording; null where one of them is none. */
export function readDescription(
  words: string,
  { wording, sectors, names }: {
    readonly wording: WordingName;
    readonly sectors: SectorName;
    readonly names: readonly string[];
  },
): Description | null {
  const { at, from } = DESCRIPTION_WORDS[wording];
  const [place, pair] = [patternOf(at), patternOf(from)];
  const directions = Object.entries(DIRECTION_WORDS[wording].directions)
    .filter(([label]) => systemOf(sectors).labels.includes(label));
  // The name that begins a sentence has a capital.
  const nameOf = (said: string) => {
    const isSame = (name: string) => name === said || capital(name) === said;
    return names.find(isSame) ?? said;
  };
  const places: PlaceFact[] = [];
  const pairs: PairFact[] = [];
  for (const sentence of (unframed(words) ?? words).trim().split(/(?<=\.)\s+|\n+/)) {
    const { a, b, x, y, direction, distance } = place.exec(sentence)?.groups ??
      pair.exec(sentence)?.groups ?? {};
    if (x !== undefined) places.push({ of: nameOf(a!), x, y: y! });
    else {
      const label = directions.find(([, word]) => word === direction)?.[0];
      if (label === undefined) return null;
      pairs.push({ of: nameOf(b!), from: nameOf(a!), direction: label, distance: distance! });
    }
  }
  return { places, pairs };
}

const NUMBER = "-?\\d+(?:\\.\\d+)?";

/** A wording as a pattern whose groups are its slots. */
function patternOf(wording: string): RegExp {
  const source = wording.replace(/[.()]/g, "\\$&").replace(
    /\{(\w+)\}/g,
    (_, name) => `(?<${name}>${["x", "y", "distance"].includes(name) ? NUMBER : "[^.]+?"})`,
  );
  return new RegExp(`^${source.replace(/\.$/, ".?")}$`);
}
