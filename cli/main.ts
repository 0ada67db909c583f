import { type CommandIo, main } from "./mod.ts";

/** The process's own streams. */
function processIo(): CommandIo {
  const encoder = new TextEncoder();
  return {
    async out(text) {
      let bytes = typeof text === "string" ? encoder.encode(text) : text;
      while (bytes.length > 0) bytes = bytes.subarray(await Deno.stdout.write(bytes));
    },
    log: (line) => console.error(line),
    stdin: Deno.stdin.readable,
    terminal: Deno.stderr.isTerminal(),
  };
}

if (import.meta.main) Deno.exitCode = await main(Deno.args, processIo());
