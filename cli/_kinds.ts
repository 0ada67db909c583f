import { type Kind, SOLVER_KINDS, TASKS } from "../tasks/mod.ts";
import type { JsonValue } from "../tasks/mod.ts";
import type { Outcome } from "../solvers/mod.ts";
import { linesOf, messageOf, openToRead, parseLine } from "./_lines.ts";
import { type CommandIo, UsageError } from "./command.ts";

/** What a name on the command line stands for: a kind of question, or a task that asks one. */
export interface Solvable {
  readonly name: string;
  /** @throws TypeError, RangeError, SyntaxError for what is no instance, naming the field */
  solve(instance: unknown): Outcome<JsonValue>;
  /** Judges a claimed outcome by an independent checker; absent where there is none. */
  check?(instance: unknown, outcome: unknown): string | null;
}

/** Every kind and task by name, tasks first. */
export function solvables(): readonly Solvable[] {
  const tasks = TASKS.map((task): Solvable => ({
    name: task.name,
    solve: (instance) => task.solve(instance),
    ...(task.kind?.check === undefined ? {} : checkOf(task.kind)),
  }));
  const taken = new Set(tasks.map(({ name }) => name));
  const asked = TASKS.flatMap(({ kind }) => kind === undefined ? [] : [kind]);
  const kinds = [...asked, ...SOLVER_KINDS].filter(({ name }) =>
    !taken.has(name) && taken.add(name)
  );
  return [
    ...tasks,
    ...kinds.map((kind): Solvable => ({
      name: kind.name,
      solve: (instance) => kind.solve(kind.schema.read(instance)),
      ...(kind.check === undefined ? {} : checkOf(kind)),
    })),
  ];
}

function checkOf(kind: Kind): Pick<Required<Solvable>, "check"> {
  return {
    check: (instance, outcome) =>
      kind.check!(kind.schema.read(instance), outcome as Outcome<JsonValue>),
  };
}

/**
 * Finds a kind or task by name.
 *
 * @throws UsageError for a name that is not on the list
 */
export function findSolvable(name: string, list: readonly Solvable[] = solvables()): Solvable {
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
 * `{"line": N, "error": "..."}`, and the rest goes on.
 *
 * @param path the file, or `-`
 * @param answer what a line's value becomes
 * @returns how many lines could not be read
 */
export async function answerLines(
  path: string,
  io: CommandIo,
  answer: (value: unknown) => unknown,
): Promise<number> {
  let out = "";
  let bad = 0;
  for await (const line of linesOf(path === "-" ? io.stdin : await openToRead(path))) {
    const parsed = parseLine(line);
    try {
      if ("error" in parsed) throw new SyntaxError(parsed.error);
      out += `${JSON.stringify(answer(parsed.value))}\n`;
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
  return bad;
}

/** A generated item holds its instance under `instance`. */
export function instanceOf(value: unknown): unknown {
  const isItem = typeof value === "object" && value !== null && "instance" in value;
  return isItem ? value.instance : value;
}
