import { TextFault } from "./_decode_text.ts";

/** So many characters a line may have, unless it is said otherwise. */
export const LINE_LIMIT = 64e6;

/**
 * Cuts pieces of text into lines; CRLF ends a line too, and the last one may lack its end.
 *
 * @throws TextFault for a line of more characters than the limit
 */
export async function* splitLines(
  chunks: AsyncIterable<string>,
  { path, limit }: { readonly path: string; readonly limit: number },
): AsyncIterable<string> {
  let open: string[] = [];
  let size = 0;
  let number = 1;
  const add = (piece: string) => {
    open.push(piece);
    size += piece.length;
    if (size <= limit) return;
    const what = `line ${number} has more than ${limit / 1e6} million characters, must have at ` +
      "most so many, or as many as --line-limit says";
    throw new TextFault(path, number, what);
  };
  const close = () => {
    const line = open.join("");
    open = [];
    size = 0;
    number++;
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end; (end = chunk.indexOf("\n", from)) >= 0; from = end + 1) {
      add(chunk.slice(from, end));
      yield close();
    }
    if (from < chunk.length) add(chunk.slice(from));
  }
  if (size > 0) yield close();
}
