import {
  checkTour,
  parseTsplib,
  toTourProblem,
  type TourCertificate,
  type TourProof,
} from "../solvers/tour/mod.ts";
import { solvables, SOLVER_KINDS, TASKS } from "../tasks/mod.ts";
import { answerLines, findSolvable } from "./_kinds.ts";
import { CHECK_GEOJSON_HELP, checkGeojsonFile } from "./_check_geojson.ts";
import { readText } from "./_lines.ts";
import { ERRORS_HELP } from "./_bad_lines.ts";
import { LIMIT_HELP } from "./_limits.ts";
import { type Options, readOptions } from "./_options.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";

const HELP = `alidade check: is what is claimed proven, by other code than that which claims it?

Usage: alidade check KIND [FILE|-] [--errors FILE] [--line-limit MB]
       alidade check tour FILE [--problem FILE.tsp]
       alidade check geojson FILE

Each line is {"instance": ..., "outcome": ...}, as alidade solve KIND --both writes it. The outcome
is judged by a checker that shares no search with the solver; each line gives {"proven": true}, or
{"proven": false, "fault": "..."}. A line that cannot be read gives {"line": N, "error": "..."}.

  alidade check tour FILE [--problem FILE.tsp]

Recomputes everything in integers from the problem in the certificate, and prints a line of JSON:
proven, optimal, impossible (no tour avoids all forbidden steps), length, lower, leaves, reason. With
--problem the certificate must also be about that TSPLIB file, weight by weight.

  alidade solve tour berlin52.tsp --certificate berlin52.json   writes a certificate

${CHECK_GEOJSON_HELP.trim()}

${ERRORS_HELP}
${LIMIT_HELP}

Exit code: 0 every claim is proven; for a tour, that it has its length, and none is shorter than
"lower" (which is the length itself where "optimal" is true); 1 one is not, or a file cannot be read;
2 usage.

Example:
  alidade solve ranking places.jsonl --both | alidade check ranking
  alidade check tour berlin52.json --problem berlin52.tsp
`;

/** `alidade check`: claims and certificates in, verdicts out. */
export const check: Command = {
  name: "check",
  summary: "Check an outcome, or the certificate of a tour",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["problem", "errors", "line-limit"] });
    const [kind, path, more] = options.words;
    if (kind === undefined) throw new UsageError("no kind is named, must be KIND [FILE|-]");
    if (kind !== "tour" && kind !== "geojson") return await checkLines(options, io);
    if (kind === "geojson") {
      if (path === undefined) throw new UsageError("no file is named, must be geojson FILE");
      if (more !== undefined) {
        throw new UsageError(`${more} is one word too many, must be one file`);
      }
      return await checkGeojsonFile(path, io);
    }
    if (path === undefined) throw new UsageError("no certificate is named, must be tour FILE");
    if (more !== undefined) throw new UsageError(`${more} is one word too many, must be one file`);
    const certificate = parseCertificate(path, await readText(path));
    const source = options.text("problem");
    const other = source === undefined ? null : await differs(certificate, source);
    const proof = other === null ? checkTour(certificate) : refused(other);
    await io.out(`${JSON.stringify(proof)}\n`);
    return proof.proven ? 0 : 1;
  },
};

/** Judges the outcomes of lines by the checker of their kind. */
async function checkLines(options: Options, io: CommandIo): Promise<number> {
  const [name, path = "-", more] = options.words;
  if (more !== undefined) throw new UsageError(`${more} is one word too many, must be one file`);
  const checkable = solvables(TASKS, SOLVER_KINDS).filter(({ check }) => check !== undefined);
  const { check } = findSolvable(name!, checkable);
  let faults = 0;
  const failed = await answerLines(path, { io, options }, (value) => {
    const { instance, outcome } = Object(value) as { instance?: unknown; outcome?: unknown };
    if (instance === undefined || outcome === undefined) {
      throw new TypeError(
        `Cannot read line: no ${
          instance === undefined ? "instance" : "outcome"
        }, must have instance and outcome`,
      );
    }
    const fault = check!(instance, outcome);
    if (fault === null) return { proven: true };
    faults++;
    return { proven: false, fault };
  });
  return failed || faults > 0 ? 1 : 0;
}

function parseCertificate(path: string, text: string): TourCertificate {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(`Cannot read ${path}: it is no JSON, must be a certificate`);
  }
}

/** Why the certificate is not about a TSPLIB file; null when it is. */
async function differs({ instance }: TourCertificate, path: string): Promise<string | null> {
  const theirs = toTourProblem(parseTsplib(await readText(path)).instance, { bars: true });
  let ours;
  try {
    ours = toTourProblem(instance, { bars: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (ours.n !== theirs.n) return `it is about ${ours.n} points, the problem has ${theirs.n}`;
  if (!ours.closed || ours.scale !== theirs.scale) return "it is about another form of tour";
  const at = ours.weights.findIndex((w, k) => w !== theirs.weights[k]);
  if (at < 0) return null;
  const [i, j] = [Math.floor(at / ours.n), at % ours.n];
  return `its weight from ${i + 1} to ${j + 1} is ${ours.weights[at]}, ` +
    `the problem's is ${theirs.weights[at]}`;
}

function refused(reason: string): TourProof {
  return {
    proven: false,
    optimal: false,
    impossible: false,
    reason,
    length: NaN,
    lower: NaN,
    leaves: 0,
  };
}
