import {
  parseTsplib,
  proveTour,
  type ProveTourOptions,
  solveTour,
  type TourInstance,
} from "../solvers/tour/mod.ts";
import { gigabytes } from "../solvers/tour/table_limit.ts";
import { writeAside } from "./_aside.ts";
import { readText } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { type CommandIo, UsageError } from "./command.ts";

/** The help of `alidade solve tour`. */
export const SOLVE_TOUR_HELP = `
  alidade solve tour FILE [--certificate FILE] [--budget SECONDS]

proves one tour: FILE is a TSPLIB problem, or a tour instance as JSON. --certificate writes what
proves the outcome (see: alidade check --help); --budget ends the search with the bounds proven.
Without a certificate, up to 25 points whose bounds leave a wide gap are settled by a table over
subsets: 8 MB at 20 points, 0.33 GB at 25 (0.6 GB where weights sum to 2^16 or more).
`;

/** `alidade solve tour`: one problem in, its outcome out, with the certificate beside. */
export async function solveTourFile(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args, { text: ["certificate", "budget"] });
  const [path, more] = options.words;
  if (path === undefined) throw new UsageError("no file is named, must be tour FILE");
  if (more !== undefined) throw new UsageError(`${more} is one word too many, must be one file`);
  const seconds = options.number("budget");
  if (seconds !== undefined && !(seconds > 0)) {
    throw new UsageError(`--budget is ${seconds}, must be a number of seconds above 0`);
  }
  const instance = readInstance(path, await readText(path));
  const points = sizeOf(instance);
  if (points >= LARGE) {
    io.log(`${points} points: a table of ${gigabytes(points)} GB, and some times that in a search`);
  }
  const budget = {
    ...(seconds === undefined ? {} : { seconds }),
    ...(io.terminal ? { onProgress: report(io) } : {}),
  };
  const target = options.text("certificate");
  if (target === undefined && sizeOf(instance) <= SMALL) {
    const outcome = await solveTour(instance, {
      ...budget,
      asks: "length",
      onTable: (megabytes) => io.log(`a table over subsets takes ${Math.ceil(megabytes)} MB`),
    });
    await io.out(`${JSON.stringify(outcome)}\n`);
    return 0;
  }
  const { outcome, certificate } = await proveTour(instance, budget);
  if (target !== undefined) {
    await using file = await writeAside(target);
    await file.write(`${JSON.stringify(certificate())}\n`);
    await file.commit();
  }
  await io.out(`${JSON.stringify(outcome)}\n`);
  return 0;
}

/** From so many points on it is said beforehand what they take. */
const LARGE = 2000;

/** Up to so many points a search that writes no certificate is as fast, or faster. */
const SMALL = 40;

function sizeOf(instance: TourInstance): number {
  const rows: unknown = "points" in instance ? instance.points : instance.weights;
  return Array.isArray(rows) ? rows.length : 0;
}

function readInstance(path: string, text: string): TourInstance {
  if (!text.trimStart().startsWith("{")) return parseTsplib(text).instance;
  try {
    const value = JSON.parse(text);
    return value.instance ?? value;
  } catch {
    throw new SyntaxError(`Cannot read ${path}: it is no JSON, must be one tour instance`);
  }
}

function report(io: CommandIo): NonNullable<ProveTourOptions["onProgress"]> {
  return ({ lower, upper, gap, nodes, open, seconds }) =>
    io.log(
      `${seconds.toFixed(1)} s: ${lower} to ${upper}, gap ${(100 * gap).toFixed(3)} %, ` +
        `${nodes} nodes, ${open} open`,
    );
}
