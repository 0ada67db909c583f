import * as v from "valibot";
import { toScaled } from "../geometry/decimal.ts";
import { integerSqrt } from "../geometry/integer_sqrt.ts";
import { compareSqrtSums } from "../geometry/sqrt_sum.ts";
import { type ExactJson, parseExactJson } from "./_exact_json.ts";
import { recordMembers } from "./_json_members.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * Paths and trajectories over the viewpoints of Matterport3D, with `SCAN_connectivity.json` beside
 * them. A path is right where each of its steps is a link, its length is that of its straight steps,
 * and no path between its ends is shorter: lengths are compared as sums of square roots of the
 * positions as written. A trajectory is right where each step stays, or follows a link.
 */
export const mp3d: Dataset = {
  name: "mp3d",
  summary: "Matterport3D viewpoints: are the paths linked, as long as said, and shortest?",
  source: "https://github.com/peteanderson80/Matterport3DSimulator",
  licence: "MIT; the scans' own terms",
  companions: [{
    key: "connectivity",
    summary: "SCAN_connectivity.json, where it is not beside the file, or rows name no scan",
    required: false,
  }],
  read,
};

const ROW = v.union([
  v.object({
    scan: v.string(),
    path: v.pipe(v.array(v.string()), v.minLength(1)),
    distance: v.optional(v.number()),
    path_id: v.optional(v.union([v.number(), v.string()])),
  }),
  v.object({
    trajectory: v.pipe(v.array(v.tuple([v.string(), v.number(), v.number()])), v.minLength(1)),
    instr_id: v.optional(v.string()),
    scan: v.optional(v.string()),
  }),
]);

/** Metres by which a length may differ from its sum: they are added up in doubles. */
const SUMMED = 1e-6;

/** Metres below which two lengths are compared exactly: far above what doubles err. */
const NEAR = 1e-9;

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const buildings = new Buildings(file.path, context);
  for await (const { key, text, line } of recordMembers(file, "lines")) {
    const where = { file: file.path, line };
    yield reading(where, () => {
      const row = parseRecord(ROW, text);
      if ("trajectory" in row) {
        const { trajectory, instr_id, scan } = row;
        const places = trajectory.map(([place]) => place);
        return {
          id: instr_id ?? key,
          claimed: "a walk along links",
          judge: async () => judgeWalk(places, await buildings.of(places, scan)),
        };
      }
      const { path, distance, path_id, scan } = row;
      return {
        id: String(path_id ?? key),
        claimed: distance === undefined ? "shortest" : `shortest, ${distance} m`,
        judge: async () => judgePath(path, distance, await buildings.of(path, scan)),
      };
    });
  }
}

function judgeWalk(places: readonly string[], building: Building): Judgement {
  const gap = gapIn(places, building);
  if (gap !== null) return wrong("a step is no link", gap);
  return { verdict: "agree", answer: "a walk along links", reason: null, margin: null };
}

function judgePath(
  path: readonly string[],
  distance: number | undefined,
  building: Building,
): Judgement {
  const gap = gapIn(path, building);
  if (gap !== null) return wrong("a step is no link", gap);
  const numbers = path.map((place) => building.numberOf(place));
  const squares = building.squares(numbers);
  const length = building.metres(squares);
  const answer = `shortest, ${length.toFixed(6)} m`;
  if (distance !== undefined && Math.abs(distance - length) > SUMMED) {
    return { ...wrong("another length", `its steps add up to ${length.toFixed(6)} m`), answer };
  }
  const best = building.shortest(numbers[0]!, numbers.at(-1)!);
  if (building.compare(best, squares) >= 0) {
    return { verdict: "agree", answer, reason: null, margin: null };
  }
  const least = building.metres(best).toFixed(6);
  const reason = `a path of ${best.length} steps is ${least} m long, this one ${
    length.toFixed(6)
  } m`;
  return { ...wrong("not the shortest", reason), answer: `shortest, ${least} m` };
}

function wrong(group: string, reason: string): Judgement {
  return { verdict: "disagree", answer: null, reason, margin: null, group };
}

/** The first step that is no link, in words; null where each is one, or stays. */
function gapIn(path: readonly string[], building: Building): string | null {
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [building.numberOf(path[i - 1]!), building.numberOf(path[i]!)];
    if (from !== to && !building.links[from]!.includes(to)) {
      return `step ${i} goes from ${path[i - 1]} to ${path[i]}, which are not linked`;
    }
  }
  return null;
}

/** The buildings of a file's rows, each read when it is first needed. */
class Buildings {
  readonly #path: string;
  readonly #context: ReadContext;
  readonly #known: Map<string, Promise<Building>> = new Map();

  constructor(path: string, context: ReadContext) {
    this.#path = path;
    this.#context = context;
  }

  /** The building of a scan; of a walk that names none, the one that has all its places. */
  async of(places: readonly string[], scan: string | undefined): Promise<Building> {
    if (scan !== undefined) return await this.#building(scan);
    for (const building of this.#known.values()) {
      if ((await building).hasAll(places)) return building;
    }
    for (const name of await this.#scans()) {
      const building = await this.#building(name);
      if (building.hasAll(places)) return building;
    }
    throw new SyntaxError(
      `Cannot find the building of ${places[0]}: no file *_connectivity.json given by --with ` +
        "connectivity=FILE has it, must be given where rows name no scan",
    );
  }

  #scans(): Promise<readonly string[]> {
    const given = this.#context.companions.get("connectivity") ?? [];
    return Promise.resolve(given.map((path) => path.replace(/^.*[/\\]|_connectivity\.json$/g, "")));
  }

  #building(scan: string): Promise<Building> {
    let building = this.#known.get(scan);
    if (building === undefined) {
      building = this.#read(scan);
      this.#known.set(scan, building);
    }
    return building;
  }

  async #read(scan: string): Promise<Building> {
    if (!/^\w{1,64}$/.test(scan)) {
      throw new SyntaxError(
        `Cannot read scan: is ${JSON.stringify(scan)}, must be letters and digits`,
      );
    }
    const name = `${scan}_connectivity.json`;
    const given = this.#context.companions.get("connectivity") ?? [];
    const path = given.find((path) => path.replace(/^.*[/\\]/, "") === name) ??
      this.#path.replace(/[^/\\]*$/, name);
    return new Building(parseExactJson(await (await this.#context.open(path)).text()), path);
  }
}

/** The viewpoints of a building, their places as written, and which are linked. */
class Building {
  readonly links: readonly (readonly number[])[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #places: readonly bigint[];
  readonly #unit: number;
  readonly #path: string;

  constructor(value: ExactJson, path: string) {
    this.#path = path;
    const rows = Array.isArray(value) ? value as readonly Record<string, ExactJson>[] : [];
    const text: string[] = [];
    const numbers = new Map<string, number>();
    for (const [i, row] of rows.entries()) {
      const { image_id, pose, unobstructed } = row ?? {};
      if (typeof image_id !== "string" || !isList(pose, 16) || !isList(unobstructed, rows.length)) {
        throw new SyntaxError(
          `Cannot read ${path}: viewpoint ${i} must have image_id, pose (16 numbers) and ` +
            `unobstructed (${rows.length} flags)`,
        );
      }
      numbers.set(image_id, i);
      text.push(...[3, 7, 11].map((k) => String(pose[k])));
    }
    if (rows.length === 0) {
      throw new SyntaxError(`Cannot read ${path}: must be a list of viewpoints`);
    }
    const { values, scale } = toScaled(text, "pose");
    this.#places = values;
    this.#unit = 10 ** -scale;
    this.#numbers = numbers;
    this.links = rows.map(({ unobstructed, included }, i) =>
      included === false
        ? []
        : rows.flatMap((other, j) =>
          j !== i && (unobstructed as readonly ExactJson[])[j] === true && other.included !== false
            ? [j]
            : []
        )
    );
  }

  hasAll(places: readonly string[]): boolean {
    return places.every((place) => this.#numbers.has(place));
  }

  numberOf(place: string): number {
    const found = this.#numbers.get(place);
    if (found !== undefined) return found;
    throw new SyntaxError(`Cannot find viewpoint ${place} in ${this.#path}, must be there`);
  }

  /** The squared length of each step, in squares of the unit of the coordinates. */
  squares(path: readonly number[]): bigint[] {
    return path.slice(1).map((to, i) => this.#square(path[i]!, to)).filter((square) => square > 0n);
  }

  metres(squares: readonly bigint[]): number {
    return squares.reduce((sum, square) => sum + this.#root(square), 0);
  }

  /** The sign of one length less another, exactly. */
  compare(a: readonly bigint[], b: readonly bigint[]): number {
    const difference = this.metres(a) - this.metres(b);
    return Math.abs(difference) > NEAR ? difference : compareSqrtSums(a, b);
  }

  /** The squared steps of a shortest path; lengths that are near each other are compared exactly. */
  shortest(from: number, to: number): readonly bigint[] {
    const best: (readonly bigint[] | undefined)[] = [];
    const isDone: boolean[] = [];
    best[from] = [];
    for (;;) {
      let next = -1;
      for (let i = 0; i < this.links.length; i++) {
        if (best[i] === undefined || isDone[i]) continue;
        if (next < 0 || this.compare(best[i]!, best[next]!) < 0) next = i;
      }
      if (next === to || next < 0) return best[to]!;
      isDone[next] = true;
      for (const other of this.links[next]!) {
        if (isDone[other]) continue;
        const square = this.#square(next, other);
        const way = square > 0n ? [...best[next]!, square] : best[next]!;
        if (best[other] === undefined || this.compare(way, best[other]) < 0) best[other] = way;
      }
    }
  }

  #square(a: number, b: number): bigint {
    let sum = 0n;
    for (let k = 0; k < 3; k++) sum += (this.#places[3 * a + k]! - this.#places[3 * b + k]!) ** 2n;
    return sum;
  }

  /** Within 2^-50 of it relatively, whatever its size. */
  #root(square: bigint): number {
    return Number(integerSqrt(square << 64n)) * 2 ** -32 * this.#unit;
  }
}

function isList(value: ExactJson | undefined, length: number): value is readonly ExactJson[] {
  return Array.isArray(value) && value.length === length;
}
