import { GridMap } from "../solvers/path/grid/grid_map.ts";
import type { SourceFile } from "./dataset.ts";

/** Terrain that can be walked on: ground, and swamp entered from ground. */
const FREE = ".GS";

/** Out of bounds, trees, and water entered from ground. */
const BLOCKED = "@OTW";

/**
 * Reads a map file: `type octile`, `height H`, `width W`, `map`, then H rows of W characters.
 *
 * @throws SyntaxError that names the line of a wrong head, a ragged row or an unknown terrain
 */
export async function readMovingaiMap(file: SourceFile): Promise<GridMap> {
  const lines = (await file.text()).split(/\r?\n/);
  while (lines.at(-1)?.trim() === "") lines.pop();
  const fail = (line: number, what: string): never => {
    throw new SyntaxError(`Cannot read ${file.path}: line ${line} ${what}`);
  };
  const head = (line: number, name: string): number => {
    const match = new RegExp(`^${name}\\s+(\\d{1,6})$`).exec((lines[line - 1] ?? "").trim());
    return match === null ? fail(line, `must be "${name} N"`) : Number(match[1]);
  };
  if (!/^type\s+octile$/.test((lines[0] ?? "").trim())) fail(1, 'must be "type octile"');
  const height = head(2, "height");
  const width = head(3, "width");
  if ((lines[3] ?? "").trim() !== "map") fail(4, 'must be "map"');
  const rows = lines.slice(4);
  if (rows.length !== height) {
    fail(lines.length, `is the last: ${rows.length} rows, must be ${height}`);
  }
  rows.forEach((row, y) => {
    if (row.length !== width) fail(y + 5, `has ${row.length} cells, must have ${width}`);
    for (const cell of row) {
      if (!FREE.includes(cell) && !BLOCKED.includes(cell)) {
        fail(y + 5, `has the terrain "${cell}", must be one of ${FREE}${BLOCKED}`);
      }
    }
  });
  return GridMap.from({ rows, free: FREE, blocked: BLOCKED });
}
