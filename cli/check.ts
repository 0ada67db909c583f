import {
  checkTour,
  parseTsplib,
  toTourProblem,
  type TourCertificate,
  type TourProof,
} from "../solvers/tour/mod.ts";
import { readText } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade check: does a certificate prove what it claims?

Usage: alidade check tour FILE [--problem FILE.tsp]

Recomputes everything in integers from the problem in the certificate, and prints a line of JSON:
proven, optimal, length, lower, leaves, reason. With --problem the certificate must also be about
that TSPLIB file, weight by weight.

  alidade solve tour berlin52.tsp --certificate berlin52.json   writes a certificate

Exit code: 0 the claim is proven: the tour has its length, and none is shorter than "lower" (which
is the length itself where "optimal" is true); 1 it is not, or a file cannot be read; 2 usage.

Example:
  alidade check tour berlin52.json --problem berlin52.tsp
`;

/** `alidade check`: certificates in, verdicts out. */
export const check: Command = {
  name: "check",
  summary: "Check the certificate of an answer",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["problem"] });
    const [kind, path, more] = options.words;
    if (kind !== "tour") {
      throw new UsageError(`${kind ?? "nothing"} cannot be checked, must be tour`);
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
  return { proven: false, optimal: false, reason, length: NaN, lower: NaN, leaves: 0 };
}
