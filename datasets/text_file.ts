import type { SourceFile } from "./dataset.ts";
import { splitLines } from "./_lines.ts";

/**
 * A file that is text in memory.
 *
 * @param path the name under which its records are reported
 * @param text its content
 * @returns the file, for {@link Dataset.read} and {@link verify}
 *
 * @example
 * ```ts
 * import { textFile } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = await Array.fromAsync(textFile("a.txt", "one\r\ntwo").lines());
 * assertEquals(lines, ["one", "two"]);
 * ```
 */
export function textFile(path: string, text: string): SourceFile {
  async function* chunks(): AsyncIterable<string> {
    yield await Promise.resolve(text);
  }
  return {
    path,
    text: () => Promise.resolve(text),
    chunks,
    lines: () => splitLines(chunks(), { path, limit: Infinity }),
    bytes: () => Promise.resolve(new TextEncoder().encode(text)),
  };
}
