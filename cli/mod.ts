/**
 * The command line: arguments in, lines out.
 *
 * ```sh
 * deno task alidade --help
 * ```
 *
 * @module
 */
import { check } from "./check.ts";
import type { Command, CommandIo } from "./command.ts";
import { ClosedPipeError, UsageError } from "./command.ts";
import { datasets } from "./datasets.ts";
import { demo } from "./demo.ts";
import { generate } from "./generate.ts";
import { merge } from "./merge.ts";
import { plain } from "./plain.ts";
import { pack } from "./pack.ts";
import { report } from "./report.ts";
import { scene } from "./scene.ts";
import { score } from "./score.ts";
import { serve } from "./serve.ts";
import { solve } from "./solve.ts";
import { tasks } from "./tasks.ts";
import { verify } from "./verify.ts";

export * from "./command.ts";

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  demo,
  generate,
  merge,
  report,
  pack,
  tasks,
  solve,
  check,
  score,
  verify,
  scene,
  datasets,
  serve,
];

/**
 * Runs one command line.
 *
 * @param args the words after `alidade`
 * @param io where to read and write
 * @returns the exit code: 0 ran, 1 something was wrong with the data or the machine, 2 usage
 *
 * @example
 * ```ts ignore
 * Deno.exitCode = await main(Deno.args, processIo());
 * ```
 */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
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
    stdin: io.stdin,
    terminal: io.terminal,
  };
}

async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    await io.out(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((c) => c.name === name);
  if (command === undefined) {
    io.log(`alidade: no command "${name}", must be one of ${names()}`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    await io.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof ClosedPipeError) throw error;
    if (error instanceof UsageError) {
      io.log(`alidade ${name}: ${error.message}\nSee: alidade ${name} --help`);
      return 2;
    }
    io.log(`alidade ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function names(): string {
  return COMMANDS.map((c) => c.name).join(", ");
}

function overview(): string {
  const rows = COMMANDS.map((c) => `  ${c.name.padEnd(10)} ${c.summary}\n`);
  return `Alidade: exact answers to spatial questions

Usage: alidade COMMAND [ARGUMENT...]

${rows.join("")}
alidade COMMAND --help tells more, with an example.
`;
}
