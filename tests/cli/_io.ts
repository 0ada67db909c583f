import type { CommandIo } from "../../cli/mod.ts";
import { main } from "../../cli/mod.ts";

/** What a command line did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly log: string;
}

/** Runs a command line in this process and keeps what it writes. */
export async function alidade(...args: string[]): Promise<Ran> {
  let out = "";
  const log: string[] = [];
  const decoder = new TextDecoder();
  const io: CommandIo = {
    out(text) {
      out += typeof text === "string" ? text : decoder.decode(text);
      return Promise.resolve();
    },
    log: (line) => void log.push(line),
    stdin: new Blob([]).stream(),
    terminal: false,
  };
  const code = await main(args, io);
  return { code, out, log: log.join("\n") };
}
