import type { JsonValue } from "../tasks/kind.ts";
import { formatScaled, parseDecimal } from "../geometry/decimal.ts";
import type { Outcome } from "../solvers/outcome.ts";
import { couldBe, isWithin, mustBe, readTolerance, type Tolerance } from "../text/tolerance.ts";
import { readNumber } from "../text/replies/mod.ts";
import { type LengthUnit, measuredIn, UNITS } from "./_units.ts";
import type { ProgramResult } from "./program.ts";

export type { LengthUnit } from "./_units.ts";

/** How answers are held together. */
export interface VoteOptions {
  /** How far numbers may be apart: `"0.01"`, or a share of the larger, `"5%"`; 0 when left out. */
  readonly tolerance?: string;
  /** What numbers are measured in: an answer that names another unit of its kind is converted. */
  readonly unit?: LengthUnit;
  /** Numbers are rounded to so many decimals first, halves away from 0; not when left out. */
  readonly places?: number;
  /** The share of the programs that must agree, above a half; 0.5 when left out: more than that. */
  readonly share?: number;
  /** The proven answer, where it is known, in the same unit. */
  readonly exact?: Outcome<unknown>;
}

/** Answers that agree, each with each. */
export interface VoteGroup {
  /** The answer: the middle one where they differ within the tolerance. */
  readonly answer: string;
  /** Which programs gave it, by their place. */
  readonly programs: readonly number[];
}

/** What a vote came to. */
export interface Vote {
  /**
   * `consistent`: so many agree as must; `split`: none so many; `silent`: fewer gave an answer.
   * Programs that share a mistake are consistent too.
   */
  readonly status: "consistent" | "split" | "silent";
  /**
   * Whether the answer of the largest group is right: proven `right` or `wrong`, `one of several`
   * where others are right as well, `open` where the proof leaves it open, `unknown` where no exact
   * answer was given or nothing was agreed upon.
   */
  readonly truth: "right" | "wrong" | "one of several" | "open" | "unknown";
  /** The answers that agree, the largest group first. */
  readonly groups: readonly VoteGroup[];
  /** The programs that gave no answer, and why. */
  readonly silent: readonly { readonly program: number; readonly reason: string }[];
  /** All of it in a sentence. */
  readonly reason: string;
}

/** An answer as it is compared. */
interface Ballot {
  readonly program: number;
  /** A number in the unit, rounded; null for words. */
  readonly number: string | null;
  readonly words: string;
}

/**
 * Holds the answers of several programs to one question together: do they agree, and are they
 * right? Agreement is told apart from truth, which only the exact answer tells.
 *
 * A number is read from a number or from words such as `"about 2.3 meters"`; words agree where they
 * are the same but for case, space and a full stop. Everything is compared in exact decimals.
 *
 * @param results what the programs gave
 * @param options tolerance, unit, rounding, and the exact answer
 * @returns the groups, and a verdict with its reason
 * @throws RangeError, SyntaxError for options that cannot be used
 *
 * Cost: the square of the number of programs.
 *
 * @example
 * ```ts
 * import { vote } from "@alidade/core/programs";
 * import { exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const answers = ["2.31 meters", 231, "1.90 m"].map((answer) =>
 *   ({ status: "answer", answer: answer === 231 ? "231 cm" : answer, printed: "" }) as const
 * );
 * // Two measure from centre to centre, one from surface to surface.
 * const { status, truth } = vote(answers, { unit: "m", tolerance: "0.01", exact: exact("1.9") });
 * assertEquals([status, truth], ["consistent", "wrong"]);
 * ```
 */
export function vote(results: readonly ProgramResult[], options: VoteOptions = {}): Vote {
  const { share = 0.5, tolerance = "0", places } = options;
  if (!(share >= 0.5 && share <= 1)) {
    throw new RangeError(`Cannot use share: ${share}, must be 0.5 to 1`);
  }
  if (places !== undefined && !(Number.isInteger(places) && places >= 0 && places <= 100)) {
    throw new RangeError(`Cannot use places: ${places}, must be an integer of 0 to 100`);
  }
  const may = readTolerance(tolerance);
  const silent = results.flatMap((result, program) =>
    result.status === "answer" ? [] : [{ program, reason: result.reason }]
  );
  const ballots = results.flatMap((result, program) =>
    result.status === "answer" ? [ballotOf(result.answer, program, options)] : []
  );
  const groups = groupsOf(ballots, may);
  const [first] = groups;
  const needs = (count: number): boolean =>
    count > results.length / 2 && count >= share * results.length;
  const status = needs(ballots.length)
    ? needs(first?.length ?? 0) ? "consistent" : "split"
    : "silent";
  const truth = status === "consistent" ? truthOf(middleOf(first!), options, may) : "unknown";
  const shown = groups.map((group): VoteGroup => ({
    answer: show(middleOf(group)),
    programs: group.map(({ program }) => program),
  }));
  const agreed = `${shown[0]?.programs.length ?? 0} of ${results.length} programs agree`;
  return { status, truth, groups: shown, silent, reason: reasonOf(status, truth, agreed, shown) };
}

function reasonOf(
  status: Vote["status"],
  truth: Vote["truth"],
  agreed: string,
  [first]: readonly VoteGroup[],
): string {
  if (status === "silent") return "too few programs gave an answer";
  if (status === "split") return `${agreed}: too few`;
  const on = `${agreed} on ${first!.answer}`;
  switch (truth) {
    case "right":
      return `${on}, which is right`;
    case "wrong":
      return `${on}, which is proven wrong: they are consistent, not correct`;
    case "one of several":
      return `${on}, which is right, as other answers are`;
    case "open":
      return `${on}; the exact answer leaves it open`;
    default:
      return `${on}; whether it is right is not known`;
  }
}

function ballotOf(answer: JsonValue, program: number, options: VoteOptions): Ballot {
  const words = typeof answer === "string" ? answer : JSON.stringify(answer);
  const plain = words.trim().toLowerCase().replace(/\s+/g, " ").replace(/\.$/, "");
  return { program, number: numberOf(answer, options), words: plain };
}

function numberOf(answer: JsonValue, { unit, places }: VoteOptions): string | null {
  if (typeof answer !== "number" && typeof answer !== "string") return null;
  const measured = unit === undefined ? null : measuredIn(String(answer), unit);
  const text = readNumber(measured?.words ?? String(answer));
  if (text === null) return null;
  const { digits, scale } = parseDecimal(text);
  const by = parseDecimal(measured?.factor ?? "1");
  const value = { digits: digits * by.digits, scale: scale + by.scale };
  return places === undefined
    ? formatScaled(value.digits, value.scale)
    : rounded(value.digits, value.scale, places);
}

function rounded(digits: bigint, scale: number, places: number): string {
  if (scale <= places) return formatScaled(digits, scale);
  const unit = 10n ** BigInt(scale - places);
  const size = digits < 0n ? -digits : digits;
  const up = (2n * size + unit) / (2n * unit);
  return formatScaled(digits < 0n ? -up : up, places);
}

/** Groups in which each agrees with each, the largest one taken first. */
function groupsOf(ballots: readonly Ballot[], may: Tolerance): Ballot[][] {
  let left = ballots.toSorted((a, b) => compare(a, b));
  const groups: Ballot[][] = [];
  while (left.length > 0) {
    let best: Ballot[] = [];
    for (let i = 0; i < left.length; i++) {
      const group = [left[i]!];
      for (let j = i + 1; j < left.length; j++) {
        if (group.every((other) => agree(other, left[j]!, may))) group.push(left[j]!);
      }
      if (group.length > best.length) best = group;
    }
    groups.push(best);
    left = left.filter((ballot) => !best.includes(ballot));
  }
  return groups;
}

function agree(a: Ballot, b: Ballot, may: Tolerance): boolean {
  if (a.number === null || b.number === null) return a.number === b.number && a.words === b.words;
  return isWithin(a.number, b.number, may) || isWithin(b.number, a.number, may);
}

function compare(a: Ballot, b: Ballot): number {
  if (a.number === null || b.number === null) {
    if (a.number !== b.number) return a.number === null ? 1 : -1;
    return a.words < b.words ? -1 : a.words > b.words ? 1 : a.program - b.program;
  }
  const [x, y] = [parseDecimal(a.number), parseDecimal(b.number)];
  const difference = x.digits * 10n ** BigInt(y.scale) - y.digits * 10n ** BigInt(x.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : a.program - b.program;
}

function middleOf(group: readonly Ballot[]): Ballot {
  return group[Math.floor((group.length - 1) / 2)]!;
}

function show({ number, words }: Ballot): string {
  return number ?? words;
}

function truthOf(ballot: Ballot, options: VoteOptions, may: Tolerance): Vote["truth"] {
  const { exact } = options;
  if (exact === undefined) return "unknown";
  const isRight = (right: unknown): boolean =>
    agree(ballot, ballotOf(right as JsonValue, -1, options), may);
  switch (exact.status) {
    case "exact":
      return isRight(exact.value) ? "right" : "wrong";
    case "tie":
      return exact.values.some(isRight) ? "one of several" : "wrong";
    case "undetermined":
      return exact.possible.some(isRight) ? "open" : "wrong";
    case "impossible":
      return "wrong";
    default: {
      if (ballot.number === null) return "open";
      const range = { lower: exact.lower, upper: exact.upper };
      if (!couldBe(ballot.number, range, may)) return "wrong";
      return mustBe(ballot.number, range, may) ? "right" : "open";
    }
  }
}

/** Units that {@link VoteOptions.unit} may name. */
export const LENGTH_UNITS: readonly LengthUnit[] = Object.keys(UNITS) as LengthUnit[];
