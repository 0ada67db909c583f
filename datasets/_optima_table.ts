import type { ReadContext } from "./dataset.ts";

/** The companion that lists optima. */
export const OPTIMA = {
  key: "optima",
  summary:
    "a table of optimal lengths: columns name and optimum under a head, or lines name : length",
  required: false,
} as const;

/**
 * The optima of the `--with optima=FILE` tables, by name.
 *
 * @throws SyntaxError that names the file and the line
 */
export async function readOptima(context: ReadContext): Promise<ReadonlyMap<string, number>> {
  const optima = new Map<string, number>();
  for (const path of context.companions.get(OPTIMA.key) ?? []) {
    const file = await context.open(path);
    let columns: readonly [name: number, optimum: number] | null = null;
    let line = 0;
    for await (const text of file.lines()) {
      line++;
      if (text.trim() === "") continue;
      const cells = text.includes("\t") ? text.split("\t") : text.split(/\s*[:\s]\s*/);
      const head = [cells.indexOf("name"), cells.indexOf("optimum")] as const;
      if (columns === null && head[0] >= 0 && head[1] >= 0) {
        columns = head;
        continue;
      }
      const [name, optimum] = columns ?? [0, 1];
      const entry = nameAt(cells[name], path, line);
      const length = lengthAt(cells[optimum], path, line);
      if ((optima.get(entry) ?? length) !== length) {
        const both = `${optima.get(entry)} and ${length}`;
        throw new SyntaxError(`Cannot read ${path}:${line}: ${entry} is ${both}, must be one`);
      }
      optima.set(entry, length);
    }
  }
  return optima;
}

function nameAt(cell: string | undefined, path: string, line: number): string {
  const name = cell?.trim() ?? "";
  if (name !== "") return name;
  throw new SyntaxError(`Cannot read ${path}:${line}: no name, must be name and optimum`);
}

function lengthAt(cell: string | undefined, path: string, line: number): number {
  const text = cell?.trim() ?? "";
  const length = Number(text);
  const isWhole = /^\d+$/.test(text) && Number.isSafeInteger(length);
  if (isWhole || /^\d+\.\d+$/.test(text)) return length;
  throw new SyntaxError(
    `Cannot read ${path}:${line}: optimum ${
      JSON.stringify(text)
    }, must be a whole number or a decimal one`,
  );
}
