import { ClosedPipeError, type CommandIo } from "./command.ts";

/** The process's own streams. */
export function processIo(): CommandIo {
  const encoder = new TextEncoder();
  return {
    async out(text) {
      let bytes = typeof text === "string" ? encoder.encode(text) : text;
      try {
        while (bytes.length > 0) bytes = bytes.subarray(await Deno.stdout.write(bytes));
      } catch (error) {
        if (error instanceof Deno.errors.BrokenPipe) throw new ClosedPipeError();
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`Cannot write standard output: ${why}, must take all of it`);
      }
    },
    log: (line) => console.error(line),
    // Taken only by who reads it: a stream that is open keeps a process of Node alive.
    get stdin() {
      return Deno.stdin.readable;
    },
    terminal: Deno.stderr.isTerminal(),
  };
}
