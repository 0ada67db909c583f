/** Cuts pieces of text into lines; CRLF ends a line too, and the last one may lack its end. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let open = "";
  for await (const chunk of chunks) {
    const lines = chunk.split("\n");
    const rest = lines.pop()!;
    if (lines.length === 0) {
      open += rest;
      continue;
    }
    lines[0] = open + lines[0];
    open = rest;
    for (const line of lines) yield withoutReturn(line);
  }
  if (open !== "") yield withoutReturn(open);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
