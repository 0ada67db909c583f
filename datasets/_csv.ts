const CELL = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/gy;

/**
 * The cells of a line of comma-separated values (RFC 4180); a cell with commas stands in quotes.
 *
 * @throws SyntaxError for a quote that is not closed or stands inside a cell
 */
export function csvCells(line: string): string[] {
  const cells: string[] = [];
  let end = 0;
  for (const match of line.matchAll(CELL)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    end = match.index + match[0].length;
  }
  if (end === line.length && cells.length > 0) return cells;
  throw new SyntaxError(
    `Cannot read the line at ${JSON.stringify(line.slice(end, end + 20))}: must be cells with ` +
      "commas between them, quoted where they hold a comma or a quote",
  );
}
