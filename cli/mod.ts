/**
 * The command line: arguments in, lines out.
 *
 * ```sh
 * deno task alidade --help
 * ```
 *
 * @module
 */
import { main } from "./command_line.ts";

export * from "./command.ts";
export * from "./command_line.ts";

if (import.meta.main) Deno.exitCode = await main(Deno.args);
