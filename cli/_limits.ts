import { LINE_LIMIT } from "./_lines.ts";
import type { Options } from "./_options.ts";
import { UsageError } from "./command.ts";

/** What the help of a command says of its `--line-limit`. */
export const LIMIT_HELP =
  `  --line-limit MB   the longest line that is read, in millions of characters; 64 when left out`;

/**
 * Reads `--line-limit MB`.
 *
 * @throws UsageError for what is no size
 */
export function limitOf(options: Options): { readonly lineLimit: number } {
  const millions = options.number("line-limit");
  if (millions === undefined) return { lineLimit: LINE_LIMIT };
  if (millions > 0) return { lineLimit: Math.floor(1e6 * millions) };
  throw new UsageError(`--line-limit is ${millions}, must be a number of millions above 0`);
}
