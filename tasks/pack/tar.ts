const BLOCK = 512;

/** Two empty blocks end a tar file. */
export const TAR_END: Uint8Array = new Uint8Array(2 * BLOCK);

/**
 * One file as an entry of a tar archive, of the same bytes on every machine: owner, times and
 * modes are fixed.
 *
 * @param name the file's name within the archive, at most 100 bytes of UTF-8
 * @param content its bytes, less than 8 GiB
 * @returns header, content and padding
 * @throws RangeError for a name that is empty or too long
 *
 * Cost: one copy of the content.
 * Source: POSIX.1-1988 (ustar), section 10.1.1.
 *
 * @example
 * ```ts
 * import { TAR_END, tarEntry } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const entry = tarEntry("a.txt", new TextEncoder().encode("hello"));
 * assertEquals(entry.length + TAR_END.length, 512 + 512 + 1024);
 * ```
 */
export function tarEntry(name: string, content: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const nameBytes = encoder.encode(name);
  if (nameBytes.length === 0 || nameBytes.length > 100) {
    throw new RangeError(
      `Cannot archive ${JSON.stringify(name)}: ${nameBytes.length} bytes, must be 1 to 100`,
    );
  }
  const entry = new Uint8Array(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK);
  const put = (at: number, text: string) => entry.set(encoder.encode(text), at);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0") + "\0";
  entry.set(nameBytes, 0);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(content.length, 11));
  put(136, octal(0, 11));
  put(148, " ".repeat(8));
  put(156, "0");
  put(257, "ustar\0" + "00");
  const sum = entry.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
  put(148, sum.toString(8).padStart(6, "0") + "\0 ");
  entry.set(content, BLOCK);
  return entry;
}
