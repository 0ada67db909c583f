import {
  type GeojsonCollection,
  type GeojsonRoadsOptions,
  GraphSearch,
  nearestNode,
  pathToGeojson,
  roadsFromGeojson,
  trueLength,
} from "../solvers/path/graph/mod.ts";
import { exact, impossible, type Outcome } from "../solvers/outcome.ts";
import { readText } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { type CommandIo, UsageError } from "./command.ts";

/** The help of `alidade solve roads`. */
export const SOLVE_ROADS_HELP = `
  alidade solve roads FILE --from X,Y --to X,Y [--split shared|ends] [--direction osm|both|forward]

finds one shortest way on the lines of a GeoJSON FILE, between the nodes nearest to two positions
(longitude, latitude). Lines are joined at the positions they share, or at their ends only; they lead
as OpenStreetMap's oneway says. A line weighs its properties.weight, or its length on WGS84 in metres,
rounded to the millimetre.
`;

/** `alidade solve roads`: a map and two positions in, the outcome out. */
export async function solveRoadsFile(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args, { text: ["from", "to", "split", "direction"] });
  const [path, more] = options.words;
  if (path === undefined) throw new UsageError("no file is named, must be roads FILE");
  if (more !== undefined) throw new UsageError(`${more} is one word too many, must be one file`);
  const ends = [positionOf("from", options.text("from")), positionOf("to", options.text("to"))];
  const split = wordOf("split", options.text("split"), ["shared", "ends"] as const);
  const direction = wordOf(
    "direction",
    options.text("direction"),
    ["osm", "both", "forward"] as const,
  );
  const outcome = await solve(parse(path, await readText(path)), ends, { split, direction });
  await io.out(`${JSON.stringify(outcome)}\n`);
  return 0;
}

async function solve(
  collection: GeojsonCollection,
  ends: readonly (readonly [number, number])[],
  options: GeojsonRoadsOptions,
): Promise<Outcome<unknown>> {
  const { graph, featureOf, weights } = await roadsFromGeojson(collection, options);
  const nodes: number[] = [];
  for (const end of ends) {
    const found = await nearestNode(graph, end, "wgs84");
    if (found.status !== "exact") return found;
    nodes.push(found.value);
  }
  const [from, to] = nodes as [number, number];
  const route = new GraphSearch(graph, { order: "given" }).path(from, to);
  const at = (node: number) => `(${graph.points![2 * node]}, ${graph.points![2 * node + 1]})`;
  if (route === null) return impossible(`no way leads from ${at(from)} to ${at(to)}`);
  return exact({
    length: trueLength(graph, route.length),
    weights: weights === "length" ? "metres on WGS84, rounded to the millimetre" : weights,
    positions: pathToGeojson(graph, route).geometry!.coordinates,
    features: route.edges?.map((edge) => featureOf[edge]!) ?? null,
  });
}

function parse(path: string, text: string): GeojsonCollection {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(`Cannot read ${path}: it is no JSON, must be a GeoJSON collection`);
  }
}

function positionOf(name: string, text: string | undefined): readonly [number, number] {
  const numbers = text?.split(",").map((part) => part.trim() === "" ? NaN : Number(part)) ?? [];
  if (numbers.length === 2 && numbers.every(Number.isFinite)) return numbers as [number, number];
  throw new UsageError(`--${name} is ${text ?? "not given"}, must be LONGITUDE,LATITUDE`);
}

function wordOf<Word extends string>(
  name: string,
  text: string | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  const word = text === undefined ? words[0] : words.find((known) => known === text);
  if (word !== undefined) return word;
  throw new UsageError(`--${name} is ${text}, must be one of ${words.join(", ")}`);
}
