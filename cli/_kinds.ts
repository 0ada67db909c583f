import { type Solvable, solvables, SOLVER_KINDS, TASKS } from "../tasks/mod.ts";
import { BadLines } from "./_bad_lines.ts";
import { limitOf } from "./_limits.ts";
import { linesOf, messageOf, openToRead, parseLine } from "./_lines.ts";
import type { Options } from "./_options.ts";
import { type CommandIo, UsageError } from "./command.ts";

/**
 * Finds a kind or task by name.
 *
 * @throws UsageError for a name that is not on the list
 */
export function findSolvable(
  name: string,
  list: readonly Solvable[] = solvables(TASKS, SOLVER_KINDS),
): Solvable {
  const found = list.find((one) => one.name === name);
  if (found !== undefined) return found;
  throw new UsageError(
    `no kind "${name}", must be one of ${list.map(({ name }) => name).join(", ")}`,
  );
}

/** Output is gathered up to so many characters. */
const BUFFER = 1 << 16;

/**
 * Answers each line of a file or of standard input by a line of JSON. What cannot be read becomes
 * `{"line": N, "error": "..."}`, or goes where `--errors` says, and the rest goes on.
 *
 * @param path the file, or `-`
 * @param answer what a line's value becomes
 * @returns whether lines that could not be read fail the run
 */
export async function answerLines(
  path: string,
  { io, options }: { readonly io: CommandIo; readonly options: Options },
  answer: (value: unknown) => unknown,
): Promise<boolean> {
  await using bad = await BadLines.open(options, io);
  const { lineLimit: limit } = limitOf(options);
  const bytes = path === "-" ? io.stdin : await openToRead(path);
  let out = "";
  for await (const line of linesOf(bytes, { limit })) {
    const parsed = parseLine(line);
    try {
      if ("error" in parsed) throw new SyntaxError(parsed.error);
      out += `${JSON.stringify(answer(parsed.value))}\n`;
    } catch (error) {
      const message = messageOf(error);
      await bad.add({ file: path, line: line.number, message, text: line.text });
      if (!bad.isGiven) out += `${JSON.stringify({ line: line.number, error: message })}\n`;
    }
    if (out.length >= BUFFER) {
      await io.out(out);
      out = "";
    }
  }
  await io.out(out);
  await bad.commit();
  return bad.failed;
}

/** A generated item holds its instance under `instance`. */
export function instanceOf(value: unknown): unknown {
  const isItem = typeof value === "object" && value !== null && "instance" in value;
  return isItem ? value.instance : value;
}
