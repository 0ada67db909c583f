import { check } from "./check.ts";
import type { Command, CommandIo } from "./command.ts";
import { ClosedPipeError, UsageError } from "./command.ts";
import { didYouMean } from "./_did_you_mean.ts";
import { processIo } from "./_process_io.ts";
import { completionsOf } from "./completions.ts";
import { datasets } from "./datasets.ts";
import { demo } from "./demo.ts";
import { generate } from "./generate.ts";
import { messageOf } from "./message.ts";
import { merge } from "./merge.ts";
import { plain } from "./plain.ts";
import { overlap } from "./overlap.ts";
import { pack } from "./pack.ts";
import { report } from "./report.ts";
import { scene } from "./scene.ts";
import { score } from "./score.ts";
import { serve } from "./serve.ts";
import { solve } from "./solve.ts";
import { tasks } from "./tasks.ts";
import { verify } from "./verify.ts";
import { VERSION } from "./_version.ts";

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  demo,
  generate,
  merge,
  report,
  pack,
  overlap,
  tasks,
  solve,
  check,
  score,
  verify,
  scene,
  datasets,
  serve,
  completionsOf(() => COMMANDS),
];

/**
 * Runs one command line.
 *
 * @param args the words after `alidade`
 * @param io where to read and write; the process's own streams unless given
 * @returns the exit code: 0 ran, 1 something was wrong with the data or the machine, 2 usage
 *
 * @example
 * ```ts
 * import { main } from "@alidade/core/cli";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await main(["tasks"]), 0);
 * ```
 */
export async function main(
  args: readonly string[],
  io: CommandIo = processIo(),
): Promise<number> {
  try {
    return await runCommand(args, obeyedByNone(io));
  } catch (error) {
    // As a process that the system ends by SIGPIPE.
    if (error instanceof ClosedPipeError) return 141;
    throw error;
  }
}

/** The same streams, with the controls of texts written out: data does not rule the terminal. */
function obeyedByNone(io: CommandIo): CommandIo {
  return {
    out: (text) => io.out(typeof text === "string" ? plain(text) : text),
    log: (line) => io.log(plain(line)),
    get stdin() {
      return io.stdin;
    },
    terminal: io.terminal,
  };
}

async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || isHelp(name) || name === "help") return await help(rest, io, name);
  if (name === "--version" || name === "-V") {
    await io.out(`alidade ${VERSION}\n`);
    return 0;
  }
  const command = findCommand(name, io);
  if (command === undefined) return 2;
  if (rest.some(isHelp)) {
    await io.out(command.help);
    return 0;
  }
  const words = rest.filter((word) => !QUIET.includes(word));
  try {
    return await command.run(words, words.length < rest.length ? quiet(io) : io);
  } catch (error) {
    if (error instanceof ClosedPipeError) throw error;
    if (error instanceof UsageError) {
      io.log(`alidade ${name}: ${error.message}\nSee: alidade ${name} --help`);
      return 2;
    }
    io.log(`alidade ${name}: ${messageOf(error)}`);
    return 1;
  }
}

const QUIET = ["--quiet", "-q"];

/** Only results and errors. */
function quiet(io: CommandIo): CommandIo {
  return Object.create(io, { log: { value() {} }, terminal: { value: false } });
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

/** The help of a command, or of all. */
async function help(
  [name]: readonly string[],
  io: CommandIo,
  asked: string | undefined,
): Promise<number> {
  const command = name === undefined || asked !== "help" ? null : findCommand(name, io);
  if (command === undefined) return 2;
  await io.out(command === null ? overview() : command.help);
  return asked === undefined ? 2 : 0;
}

function findCommand(name: string, io: CommandIo): Command | undefined {
  const found = COMMANDS.find((c) => c.name === name);
  if (found !== undefined) return found;
  const names = COMMANDS.map((c) => c.name);
  io.log(
    `alidade: no command "${name}"${didYouMean(name, names)}, must be one of ${names.join(", ")}`,
  );
  return undefined;
}

function overview(): string {
  const rows = COMMANDS.map((c) => `  ${c.name.padEnd(10)} ${c.summary}\n`);
  return `Alidade: exact answers to spatial questions

Usage: alidade COMMAND [ARGUMENT...]

${rows.join("")}
alidade help COMMAND tells more, with an example.

  --quiet, -q        results and errors only
  --version, -V      which version this is
`;
}
