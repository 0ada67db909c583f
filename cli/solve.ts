import { SOLVER_KINDS } from "../tasks/mod.ts";
import { ERRORS_HELP } from "./_bad_lines.ts";
import { LIMIT_HELP } from "./_limits.ts";
import { answerLines, findSolvable, instanceOf } from "./_kinds.ts";
import { linesOf, openToRead, parseLine } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { SOLVE_ROADS_HELP, solveRoadsFile } from "./_solve_roads.ts";
import { SOLVE_TOUR_HELP, solveTourFile } from "./_solve_tour.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade solve: instances in, outcomes out, a line of JSON each

Usage: alidade solve KIND [FILE|-] [--both] [--errors FILE] [--line-limit MB]

Each line is an instance, or an item of a generated file, whose instance is solved. Each outcome has
a status: exact (with value and margin), tie, between, undetermined, impossible or limit. --both
writes {"instance": ..., "outcome": ...}, which alidade check reads. A line that cannot be read gives
{"line": N, "error": "..."} and the rest goes on. KIND is a task (alidade tasks lists them), or one of

${listed(SOLVER_KINDS.map(({ name }) => name))}

${SOLVE_TOUR_HELP.trim()}

${SOLVE_ROADS_HELP.trim()}

${ERRORS_HELP}
${LIMIT_HELP}

Exit code: 0 ran; 1 some lines, or the file, could not be read; 2 usage.

Example:
  alidade generate direction --count 3 --out - | alidade solve direction
`;

/** `alidade solve`: instances in, outcomes out. */
export const solve: Command = {
  name: "solve",
  summary: "Solve instances of any kind",
  help: HELP,
  async run(args, io) {
    if (args[0] === "tour" && await isTourFile(args)) return await solveTourFile(args.slice(1), io);
    if (args[0] === "roads") return await solveRoadsFile(args.slice(1), io);
    const options = readOptions(args, { flag: ["both"], text: ["errors", "line-limit"] });
    const [name, path = "-", more] = options.words;
    if (name === undefined) throw new UsageError("no kind is named, must be KIND [FILE|-]");
    if (more !== undefined) throw new UsageError(`${more} is one word too many, must be one file`);
    const kind = findSolvable(name);
    const isBoth = options.flag("both");
    const failed = await answerLines(path, { io, options }, (value) => {
      const instance = instanceOf(value);
      const outcome = kind.solve(instance);
      return isBoth ? { instance, outcome } : outcome;
    });
    return failed ? 1 : 0;
  },
};

/** Names in lines of a help text. */
function listed(names: readonly string[]): string {
  const lines = [""];
  for (const name of names) {
    const last = lines.length - 1;
    if (`${lines[last]} ${name}`.length > 98) lines.push(`  ${name}`);
    else lines[last] += lines[last] === "" ? `  ${name}` : ` ${name}`;
  }
  return lines.join("\n");
}

/** Whether the words name one tour problem, rather than lines of the task. */
async function isTourFile(args: readonly string[]): Promise<boolean> {
  if (args.some((word) => /^--(certificate|budget)\b/.test(word))) return true;
  const path = args.slice(1).find((word) => !word.startsWith("--"));
  if (path === undefined || path === "-") return false;
  for await (const line of linesOf(await openToRead(path))) {
    const parsed = parseLine(line);
    // An instance of the task says which kind of tour it asks for, one of the solver which form.
    return "error" in parsed || !Object.hasOwn(Object(instanceOf(parsed.value)), "tour");
  }
  return true;
}
