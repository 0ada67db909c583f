import { OBJECT, requireForm } from "../../../geometry/form.ts";
import { readDimension, readSections, type Sections, shorten, wordOf } from "./_lines.ts";
import { TsplibSyntaxError } from "./syntax_error.ts";

/** A tour as a `.tour` file gives it. */
export interface TsplibTour {
  /** The file's `NAME`, else empty. */
  readonly name: string;
  /** The nodes in their order, counted from 0. */
  readonly tour: readonly number[];
}

/**
 * Reads a TSPLIB `.tour` file, its nodes counted from 1, or from 0 where it names a node 0.
 *
 * @param text the file
 * @param options.dimension how many nodes the problem has, to hold the file's own `DIMENSION` to
 * @returns the tour, its nodes counted from 0
 * @throws TsplibSyntaxError, with the line, for another dimension, a node that is unknown, given
 * twice or missing, or a file that is cut off
 *
 * @example
 * ```ts
 * import { parseTsplibTour } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const file = "NAME: t\nTYPE: TOUR\nDIMENSION: 3\nTOUR_SECTION\n2\n1\n3\n-1\nEOF\n";
 * assertEquals(parseTsplibTour(file).tour, [1, 0, 2]);
 * ```
 */
export function parseTsplibTour(
  text: string,
  options: { readonly dimension?: number } = {},
): TsplibTour {
  requireForm(options, OBJECT, "options");
  const { dimension } = options;
  const file = readSections(text);
  const type = file.entries.get("TYPE");
  if (type !== undefined && wordOf(type).toUpperCase() !== "TOUR") {
    throw new TsplibSyntaxError(type.line, `TYPE is "${shorten(type.value)}", must be TOUR`);
  }
  const n = tourDimension(file, dimension);
  const section = file.sections.get("TOUR_SECTION");
  if (section === undefined) {
    throw new TsplibSyntaxError(file.last, "the file ends without a TOUR_SECTION, must have one");
  }
  const words = section.lines.flatMap(({ text }) => text.split(/\s+/));
  const firstNode = words.includes("0") ? 0 : 1;
  const tour: number[] = [];
  const seen = new Set<number>();
  let ended = false;
  for (const { number, text } of section.lines) {
    for (const word of text.split(/\s+/)) {
      if (ended) {
        throw new TsplibSyntaxError(
          number,
          `"${shorten(word)}" stands behind the -1, must be the end`,
        );
      }
      if (word === "-1") ended = true;
      else tour.push(readNode(word, number, { n, firstNode, seen }));
    }
  }
  if (tour.length !== (n ?? tour.length) || tour.length === 0) {
    throw new TsplibSyntaxError(
      file.last,
      `the file ends after ${tour.length} nodes of the tour, must have ${n ?? "some"}`,
    );
  }
  return { name: file.entries.get("NAME")?.value ?? "", tour: complete(tour, file.last) };
}

function tourDimension(file: Sections, expected: number | undefined): number | undefined {
  const entry = file.entries.get("DIMENSION");
  if (entry === undefined) return expected;
  const n = readDimension(file);
  if (expected === undefined || n === expected) return n;
  throw new TsplibSyntaxError(
    entry.line,
    `DIMENSION is ${n}, must be ${expected} as in the problem`,
  );
}

function readNode(
  word: string,
  line: number,
  { n, firstNode, seen }: {
    readonly n: number | undefined;
    readonly firstNode: number;
    readonly seen: Set<number>;
  },
): number {
  const id = Number(word);
  const most = n === undefined ? Infinity : n - 1 + firstNode;
  if (!/^\d+$/.test(word) || id < firstNode || id > most) {
    const must = n === undefined ? `a whole number from ${firstNode}` : `${firstNode} to ${most}`;
    throw new TsplibSyntaxError(line, `node "${shorten(word)}", must be ${must}`);
  }
  if (seen.has(id)) {
    throw new TsplibSyntaxError(line, `node ${id} is given twice, must be given once`);
  }
  seen.add(id);
  return id - firstNode;
}

/** Without a dimension, the nodes must still be 1 to their number. */
function complete(tour: readonly number[], line: number): readonly number[] {
  const most = tour.reduce((a, b) => Math.max(a, b), 0);
  if (most < tour.length) return tour;
  throw new TsplibSyntaxError(
    line,
    `the tour has ${tour.length} nodes but names node ${most + 1}, must visit every node`,
  );
}
