import {
  compareOctileToDecimal,
  type Decimal,
  formatOctile,
  type Octile,
  octileToNumber,
  parseDecimal,
} from "../geometry/mod.ts";
import { GridRouter } from "../solvers/path/mod.ts";
import { readMovingaiMap } from "./_movingai_map.ts";
import { isScenarioRow, type ScenarioRow, scenarioRows } from "./_scenario.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * MovingAI's 2-D grid benchmark: scenarios (`.scen`, version 1) on octile maps, with the length of
 * a shortest way; diagonal steps need both cells beside them free.
 */
export const movingai: Dataset = {
  name: "movingai",
  summary: "MovingAI 2-D grids: shortest lengths with 8 neighbours, diagonal steps of sqrt(2) " +
    "only past two free cells",
  source: "https://movingai.com/benchmarks/grids.html",
  licence: "Open Data Commons Attribution License (ODC-BY) 1.0",
  companions: [{
    key: "maps",
    summary: "the folder of the maps, where they are not beside the scenario",
    required: false,
  }],
  claimEndsLine: true,
  read,
};

/** A map that was read, or why it could not be. */
type Opened =
  | { readonly router: GridRouter; readonly remark: string | null }
  | { readonly reason: string };

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const maps = new Map<string, Opened>();
  for await (const row of scenarioRows(file)) {
    const where = { file: file.path, line: row.line };
    if (!isScenarioRow(row)) {
      yield { kind: "bad", where, message: row.message };
      continue;
    }
    let opened = maps.get(row.map);
    if (opened === undefined) {
      maps.set(row.map, opened = await openMap(file.path, row.map, context));
      if ("reason" in opened) yield { kind: "bad", where, message: opened.reason };
    }
    yield {
      kind: "claim",
      id: String(row.index),
      where,
      claimed: row.length,
      judge: judging(row, opened),
    };
  }
}

function judging(row: ScenarioRow, opened: Opened): () => Judgement {
  return () => {
    if ("reason" in opened) return unread(row);
    const judgement = judge(opened.router, row);
    if (opened.remark === null || judgement.reason !== null) return judgement;
    return { ...judgement, reason: opened.remark, group: "map of another name" };
  };
}

/**
 * Where a row's map may be: in the folders that were named by the row's name for it, or else
 * beside the scenario, X.map for X.map.scen first; that map stands in where the name is another.
 */
function placesOf(scenario: string, name: string, folders?: readonly string[]): string[] {
  const base = baseName(name);
  const own = scenario.replace(/\.scen$/, "");
  if (folders !== undefined) {
    return folders.flatMap((f) => [`${f}/${base}`, `${f}/${name}`, `${f}/${baseName(own)}`]);
  }
  const beside = scenario.slice(0, scenario.length - baseName(scenario).length) + base;
  return own.endsWith(".map") ? [own, beside] : [beside, own];
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

async function openMap(scenario: string, name: string, context: ReadContext): Promise<Opened> {
  const places = placesOf(scenario, name, context.companions.get("maps"));
  for (const place of places) {
    if (place === scenario || !await context.exists(place)) continue;
    try {
      const map = await readMovingaiMap(await context.open(place));
      const router = new GridRouter(map, { neighbours: 8, corners: "both-free" });
      const isNamed = baseName(place) === baseName(name);
      return { router, remark: isNamed ? null : `solved on ${place}, which stands in for ${name}` };
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  }
  return {
    reason: `Cannot find map ${name}: no ${[...new Set(places)].join(", no ")}, must be there ` +
      `or in the folder of --with maps=DIR`,
  };
}

/** The map's own record says what is wrong with it. */
function unread({ map }: ScenarioRow): Judgement {
  return {
    verdict: "unsupported",
    answer: null,
    reason: `the map ${map} was not read`,
    margin: null,
  };
}

function judge(router: GridRouter, row: ScenarioRow): Judgement {
  const { start, goal, width, height, length } = row;
  const { map } = router;
  if (width !== map.width || height !== map.height) {
    const reason = `asks for the map scaled from ${map.width} x ${map.height} ` +
      `to ${width} x ${height}, which is not done here`;
    return { verdict: "unsupported", answer: null, reason, margin: null, group: "scaled" };
  }
  const solved = router.solve(start, goal);
  if (solved.status !== "exact") {
    const [from, to] = [start.join(", "), goal.join(", ")];
    const reason = `claimed ${length}, but no way leads from (${from}) to (${to})`;
    const answer = "unreachable";
    return { verdict: "disagree", answer, reason, margin: null, group: "unreachable" };
  }
  return compareLengths(solved.value.length, length);
}

function compareLengths(found: Octile, claimed: string): Judgement {
  const answer = `${formatOctile(found)} = ${Number(octileToNumber(found).toPrecision(12))}`;
  const off = unitsOff(found, claimed);
  if (off === "more") {
    const reason = `claimed ${claimed}, is ${answer}`;
    const wrong = { verdict: "disagree", answer, reason, margin: null } as const;
    return Number(claimed) === 0 ? { ...wrong, group: "length 0 as a placeholder" } : wrong;
  }
  if (off === "one") {
    const reason = `claimed ${claimed}, which is ${answer} rounded otherwise`;
    return { verdict: "agree", answer, reason, margin: null, group: "rounding" };
  }
  if (found.straight === 0 && found.diagonal === 0) {
    const reason = "start is goal";
    return { verdict: "agree", answer, reason, margin: null, group: reason };
  }
  return { verdict: "agree", answer, reason: null, margin: null };
}

/**
 * What lengths may be off, of themselves, that were summed with a sqrt(2) of 9 decimals: MAPF
 * scenarios and street maps print 8 decimals of such sums.
 */
const SUMMED_DIGITS = 9;

/** The files print 6 significant digits, but leave out zeros at the end. */
const LEAST_DIGITS = 6;

/**
 * Two different lengths up to L differ by at least 1 / (2 L), so 12 digits tell any apart; further
 * ones only hold the rounding errors of whoever summed up the steps.
 */
const MOST_DIGITS = 12;

/**
 * How many units of its last printed digit a claim is off, compared exactly: at most half of one;
 * up to one, as in files whose lengths were summed with a shorter sqrt(2), or cut off, and a
 * billionth of the length where no other is so near; or more.
 */
function unitsOff(length: Octile, printed: string): "half" | "one" | "more" {
  const claim = parseDecimal(printed);
  const written = printed.replace(/[eE].*$|\D/g, "").replace(/^0+/, "").length;
  const digits = Math.min(Math.max(written, LEAST_DIGITS), MOST_DIGITS);
  const whole = claim.digits.toString().length - claim.scale;
  const decimals = Math.max(digits - whole, 0);
  if (isWithin(length, claim, { digits: 5n, scale: decimals + 1 })) return "half";
  if (isWithin(length, claim, { digits: 1n, scale: decimals })) return "one";
  const summed = { digits: claim.digits, scale: claim.scale + SUMMED_DIGITS };
  return isWithin(length, claim, summed) && isAlone(length) ? "one" : "more";
}

/** Whether no other length lies where a sum may have gone astray, on either side of the claim. */
function isAlone({ straight, diagonal }: Octile): boolean {
  const reach = 2.1 * 10 ** -SUMMED_DIGITS * octileToNumber({ straight, diagonal });
  // Other lengths near have some diagonal steps more and straight ones less, or the reverse.
  const most = Math.ceil((straight + reach) / Math.SQRT2);
  for (let more = 1; more <= most; more++) {
    const less = Math.round(more * Math.SQRT2);
    if (less <= straight && Math.abs(more * Math.SQRT2 - less) <= reach) return false;
  }
  for (let fewer = 1; fewer <= diagonal; fewer++) {
    const off = fewer * Math.SQRT2;
    if (Math.abs(off - Math.round(off)) <= reach) return false;
  }
  return true;
}

function isWithin(length: Octile, claim: Decimal, reach: Decimal): boolean {
  const scale = Math.max(claim.scale, reach.scale);
  const middle = claim.digits * 10n ** BigInt(scale - claim.scale);
  const by = reach.digits * 10n ** BigInt(scale - reach.scale);
  return compareOctileToDecimal(length, { digits: middle - by, scale }) >= 0 &&
    compareOctileToDecimal(length, { digits: middle + by, scale }) <= 0;
}
