import { ClosedPipeError, type CommandIo, main } from "./mod.ts";

/** The process's own streams. */
function processIo(): CommandIo {
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
    stdin: Deno.stdin.readable,
    terminal: Deno.stderr.isTerminal(),
  };
}

if (import.meta.main) Deno.exitCode = await main(Deno.args, processIo());
