import { parseTsplib, parseTsplibTour, TsplibSyntaxError } from "../solvers/tour/mod.ts";
import { OPTIMA, readOptima } from "./_optima_table.ts";
import { TourClaims } from "./_tour_claims.ts";
import type { Dataset, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * TSPLIB's tour problems (`.tsp`, `.atsp`, `.sop`, `.hcp`), with the claimed optimum of a table and the claimed
 * tour of a `.opt.tour` or `.tour` file beside them. A claim agrees only when its tour is proven to
 * be a shortest one.
 */
export const tsplib: Dataset = {
  name: "tsplib",
  summary: "TSPLIB tour problems: the length of a shortest closed tour by the table, and whether " +
    "the tour in FILE.opt.tour is one; proven, or left open when the budget ends",
  source: "http://comopt.ifi.uni-heidelberg.de/software/TSPLIB95/",
  licence: "research data without a stated licence",
  companions: [OPTIMA],
  read: (file, context) => readTours(file, context, null),
};

/** HardTSPLIB's small problems with a large integrality gap, each with an optimum of 1000. */
export const hardtsplib: Dataset = {
  name: "hardtsplib",
  summary: "HardTSPLIB: small tour problems whose linear relaxation is weak; every shortest " +
    "closed tour is 1000 long unless a table says otherwise",
  source: "https://arxiv.org/abs/2109.02454",
  licence: "research data without a stated licence",
  companions: [OPTIMA],
  read: (file, context) => readTours(file, context, 1000),
};

async function* readTours(
  file: SourceFile,
  context: ReadContext,
  everywhere: number | null,
): AsyncIterable<Reading> {
  const { path } = file;
  const problem = attempt(path, parseTsplib, await file.text());
  if ("kind" in problem) return yield problem;
  const stem = path.replace(/^.*[\\/]/, "").replace(PROBLEM, "");
  const optima = await readOptima(context);
  const optimum = optima.get(stem) ?? optima.get(problem.name) ?? everywhere;
  const tourPath = await findTour(path, context);
  const tour = tourPath === null ? null : attempt(
    tourPath,
    (text) => parseTsplibTour(text, { dimension: problem.dimension }),
    await (await context.open(tourPath)).text(),
  );
  if (tour !== null && "kind" in tour) yield tour;
  const order = tour === null || "kind" in tour ? null : tour.tour;
  if (optimum === null && tour === null) {
    const message = `Cannot check ${stem}: nothing is claimed, must be in --with optima=FILE, ` +
      `or have ${stem}.opt.tour beside it`;
    return yield { kind: "bad", where: { file: path }, message };
  }
  const claims = new TourClaims(problem, order, context.budget);
  if (optimum !== null) {
    const judge = () => claims.judge({ valid: true, length: optimum });
    yield { kind: "claim", id: stem, where: { file: path }, claimed: String(optimum), judge };
  }
  if (order !== null && tourPath !== null) {
    const measured = claims.measure(order);
    const judge = () => claims.judge(measured);
    const where = { file: tourPath };
    const claimed = measured.valid ? String(measured.length) : "a shortest tour";
    yield { kind: "claim", id: `${stem} tour`, where, claimed, judge };
  }
}

/** How the files of problems end. */
const PROBLEM = /\.(?:a?tsp|sop|hcp)$/i;

/** The tour file beside a problem. */
async function findTour(path: string, { exists }: ReadContext): Promise<string | null> {
  const stem = path.replace(PROBLEM, "");
  if (stem === path) return null;
  for (const name of [`${stem}.opt.tour`, `${stem}.tour`]) if (await exists(name)) return name;
  return null;
}

/** Reads, or says as a bad record what is wrong and where. */
function attempt<T>(
  file: string,
  read: (text: string) => T,
  text: string,
): T | Extract<Reading, { kind: "bad" }> {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof TsplibSyntaxError)) throw error;
    return { kind: "bad", where: { file, line: error.line }, message: error.message };
  }
}
