import { type Sections, shorten, wordOf } from "./_lines.ts";
import { TsplibSyntaxError } from "./syntax_error.ts";

/** The edges of a `TYPE: HCP` problem, as its `EDGE_DATA_SECTION` lists them. */
export function readGraph(
  file: Sections,
  node: (word: string, line: number) => number,
): (readonly [number, number])[] {
  const format = file.entries.get("EDGE_DATA_FORMAT");
  const kind = format === undefined ? "EDGE_LIST" : wordOf(format).toUpperCase();
  if (kind !== "EDGE_LIST" && kind !== "ADJ_LIST") {
    throw new TsplibSyntaxError(
      format!.line,
      `EDGE_DATA_FORMAT is "${shorten(format!.value)}", must be EDGE_LIST or ADJ_LIST`,
    );
  }
  const section = file.sections.get("EDGE_DATA_SECTION");
  if (section === undefined) {
    throw new TsplibSyntaxError(
      file.last,
      "the file ends without an EDGE_DATA_SECTION, must have one",
    );
  }
  return kind === "EDGE_LIST"
    ? readPairs(section.lines, node)
    : readNeighbours(section.lines, node);
}

/** Pairs of nodes up to -1. */
export function readPairs(
  lines: Sections["sections"] extends ReadonlyMap<string, { readonly lines: infer L }> ? L : never,
  node: (word: string, line: number) => number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let first: number | null = null;
  for (const { number, text } of lines) {
    for (const word of text.split(/\s+/)) {
      if (word === "-1" && first === null) return pairs;
      const at = node(word, number);
      if (first === null) first = at;
      else {
        if (first === at) {
          throw new TsplibSyntaxError(number, `the edge "${text}" joins a node with itself`);
        }
        pairs.push([first, at]);
        first = null;
      }
    }
  }
  if (first === null) return pairs;
  throw new TsplibSyntaxError(lines.at(-1)!.number, "the last edge has one node, must have two");
}

/** A node and its neighbours up to -1, over and over, up to another -1. */
function readNeighbours(
  lines: Parameters<typeof readPairs>[0],
  node: (word: string, line: number) => number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let from: number | null = null;
  for (const { number, text } of lines) {
    for (const word of text.split(/\s+/)) {
      if (word === "-1") {
        if (from === null) return pairs;
        from = null;
      } else if (from === null) from = node(word, number);
      else pairs.push([from, node(word, number)]);
    }
  }
  return pairs;
}
