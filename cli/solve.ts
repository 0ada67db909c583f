import { linesOf, messageOf, openToRead, parseLine } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { SOLVE_TOUR_HELP, solveTourFile } from "./_solve_tour.ts";
import { findTask } from "./_tasks.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade solve: instances in, outcomes out, a line of JSON each

Usage: alidade solve TASK [FILE|-]

Each line is an instance of the task, or an item of a generated file, whose instance is solved.
Each outcome has a status: exact (with value and margin), tie, undetermined, impossible or limit.
A line that cannot be read gives {"line": N, "error": "..."} and the rest goes on.

${SOLVE_TOUR_HELP.trim()}

Exit code: 0 ran; 1 some lines, or the file, could not be read; 2 usage.

Example:
  alidade generate direction --count 3 --out - | alidade solve direction
`;

/** Outcomes are gathered up to so many characters. */
const BUFFER = 1 << 16;

/** `alidade solve`: instances in, outcomes out. */
export const solve: Command = {
  name: "solve",
  summary: "Solve instances of a task",
  help: HELP,
  async run(args, io) {
    if (args[0] === "tour") return await solveTourFile(args.slice(1), io);
    const [name, path = "-", more] = readOptions(args, {}).words;
    if (name === undefined) throw new UsageError("no task is named, must be TASK [FILE|-]");
    if (more !== undefined) throw new UsageError(`${more} is one word too many, must be one file`);
    const task = findTask(name);
    let out = "";
    let bad = 0;
    for await (const line of linesOf(path === "-" ? io.stdin : await openToRead(path))) {
      const parsed = parseLine(line);
      try {
        if ("error" in parsed) throw new SyntaxError(parsed.error);
        out += `${JSON.stringify(task.solve(instanceOf(parsed.value)))}\n`;
      } catch (error) {
        bad++;
        io.log(`${path}:${line.number}: ${messageOf(error)}`);
        out += `${JSON.stringify({ line: line.number, error: messageOf(error) })}\n`;
      }
      if (out.length >= BUFFER) {
        await io.out(out);
        out = "";
      }
    }
    await io.out(out);
    return bad > 0 ? 1 : 0;
  },
};

/** A generated item holds its instance under `instance`. */
function instanceOf(value: unknown): unknown {
  const isItem = typeof value === "object" && value !== null && "instance" in value;
  return isItem ? value.instance : value;
}
