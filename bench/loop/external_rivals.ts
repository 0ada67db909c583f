import type { Work } from "./works.ts";

/** A rival in a process of its own. */
export interface ExternalRival {
  /** What it is called. */
  readonly stage: string;
  /** The program and its words. */
  readonly command: readonly string[];
}

/** What a rival says of itself on its error output. */
export interface RivalRate {
  readonly perSecond: number;
  readonly bytes: number;
}

const FOLDER = new URL("rivals/", import.meta.url).pathname;

/** How many items each is asked for, of which it measures the processor time. */
const COUNTS = { console: "20000", python: "10000", cpp: "2000000" } as const;

/**
 * The rivals of a work that run in processes of their own; those in C++ where it is compiled.
 *
 * @param work what they make as well
 * @param cpp the compiled program, or null
 */
export function externalRivals(work: Work, cpp: string | null): readonly ExternalRival[] {
  const rivals: ExternalRival[] = [];
  if (work.naive.length > 0) {
    const script = [Deno.execPath(), "run", "--no-check", "-q", `${FOLDER}console.ts`];
    rivals.push(
      {
        stage: "naive TypeScript, console.log",
        command: [...script, COUNTS.console, ...work.naive],
      },
      {
        stage: "naive Python",
        command: ["python3", `${FOLDER}naive.py`, COUNTS.python, ...work.naive],
      },
    );
  }
  if (cpp !== null && work.cpp !== undefined) {
    rivals.push({ stage: "C++ by hand", command: [cpp, COUNTS.cpp, work.cpp] });
  }
  return rivals;
}

/** Lets a rival write to /dev/null; returns what it measured, or null where it does not run. */
export async function rateOf({ command }: ExternalRival): Promise<RivalRate | null> {
  const [program, ...args] = command as readonly [string, ...string[]];
  try {
    const { success, stderr } = await new Deno.Command(program, {
      args,
      stdout: "null",
      stderr: "piped",
    }).output();
    const rate = JSON.parse(new TextDecoder().decode(stderr)) as RivalRate;
    return success && rate.perSecond > 0 ? rate : null;
  } catch {
    return null;
  }
}

/** Compiles the rival in C++ into a folder; null where there is no compiler. */
export async function compileCpp(folder: string): Promise<string | null> {
  const program = `${folder}/loop`;
  const flags = ["-O3", "-march=native", "-std=c++17", "-o", program];
  try {
    const command = new Deno.Command("c++", {
      args: [...flags, `${FOLDER}loop.cpp`],
      stderr: "null",
    });
    return (await command.output()).success ? program : null;
  } catch {
    return null;
  }
}
