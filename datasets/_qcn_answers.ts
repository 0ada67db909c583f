/** What is claimed of a network. */
export type Answer = "consistent" | "inconsistent";

/** A row of the table of answers. */
export interface AnswerRow {
  readonly line: number;
  /** The file of networks, as the row names it. */
  readonly file: string;
  /** Which of its networks: a number, a name, or null where the row does not tell. */
  readonly network: string | null;
  /** The calculus, where the row tells. */
  readonly calculus: string | null;
  readonly answer: Answer;
}

const YES = /^(?:consistent|satisfiable|sat|true|yes|1|c)$/i;
const NO = /^(?:inconsistent|unsatisfiable|unsat|not consistent|false|no|0|i)$/i;

/** Which column is which, by the names in a heading. */
const HEADINGS: readonly (readonly [keyof Columns, RegExp])[] = [
  ["file", /file|path|csp/i],
  ["answer", /answer|consisten|result|status|label|truth|satisf|gqr|expected|verdict/i],
  ["calculus", /calculus|algebra|spec/i],
  ["network", /network|index|name|id|number|instance|^#|^nr$/i],
];

interface Columns {
  file?: number;
  network?: number;
  calculus?: number;
  answer?: number;
}

/**
 * Reads a table with tabs: a file of networks a row, maybe which of its networks and of which
 * calculus, and whether it is consistent. A heading names the columns; without one, the file is the
 * cell that ends with `.csp` and the answer the last that is one.
 *
 * @returns rows, and a message for each line that is none
 */
export function readAnswers(text: string): (AnswerRow | { line: number; message: string })[] {
  const rows: (AnswerRow | { line: number; message: string })[] = [];
  let heading: Columns | null = null;
  text.split(/\r?\n/).forEach((row, i) => {
    const line = i + 1;
    if (row.trim() === "" || row.startsWith("#")) return;
    const cells = row.split("\t").map((cell) => cell.trim());
    if (rows.length === 0 && heading === null && !cells.some(isNetworkFile)) {
      heading = columnsOf(cells);
      if (heading.answer !== undefined) return;
      heading = null;
    }
    rows.push(readRow(cells, heading ?? guess(cells), line));
  });
  return rows;
}

function isNetworkFile(cell: string): boolean {
  return /\.csp\b/i.test(cell);
}

function columnsOf(cells: readonly string[]): Columns {
  const columns: Columns = {};
  for (const [name, pattern] of HEADINGS) {
    const at = cells.findIndex((cell, i) =>
      pattern.test(cell) && !Object.values(columns).includes(i)
    );
    if (at >= 0) columns[name] = at;
  }
  return columns;
}

function guess(cells: readonly string[]): Columns {
  const file = cells.findIndex(isNetworkFile);
  const answer = cells.findLastIndex((cell, i) => i !== file && (YES.test(cell) || NO.test(cell)));
  const rest = cells.map((_, i) => i).filter((i) => i !== file && i !== answer);
  const calculus = rest.find((i) =>
    /^[a-z][a-z-]*\d*$/i.test(cells[i]!) && !/^n\d+$/i.test(cells[i]!)
  );
  const network = rest.find((i) => i !== calculus && cells[i] !== "");
  return {
    file: Math.max(file, 0),
    answer,
    ...calculus === undefined ? {} : { calculus },
    ...network === undefined ? {} : { network },
  };
}

function readRow(
  cells: readonly string[],
  { file, network, calculus, answer }: Columns,
  line: number,
): AnswerRow | { line: number; message: string } {
  const at = (column: number | undefined) => column === undefined ? null : cells[column] || null;
  const claimed = at(answer);
  const isYes = claimed !== null && YES.test(claimed);
  if (!isYes && (claimed === null || !NO.test(claimed))) {
    const what = JSON.stringify(claimed);
    return {
      line,
      message: `Cannot read the answer: is ${what}, must be consistent or inconsistent`,
    };
  }
  // Where no column is a file, the network is named by it.
  const [path, name] = file === undefined ? [at(network), null] : [at(file), at(network)];
  if (path === null) {
    return { line, message: "Cannot read the row: it names no file, must name one of networks" };
  }
  const [whole, fragment] = path.split("#");
  return {
    line,
    file: whole!,
    network: name ?? fragment ?? null,
    calculus: at(calculus),
    answer: isYes ? "consistent" : "inconsistent",
  };
}
