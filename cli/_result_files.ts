import { breather } from "./_interrupt.ts";
import { type Line, linesOf, messageOf, openToRead, parseLine, readText } from "./_lines.ts";

/** Whose result files can be read. */
export const RESULT_SOURCES = ["alidade", "lmms-eval", "vlmevalkit"] as const;

/** One of {@link RESULT_SOURCES}. */
export type ResultSource = typeof RESULT_SOURCES[number];

/** A reply of a result file. */
export interface FoundReply {
  /** The item it answers: its id, or its row in the file of items, from 0. */
  readonly to: string | number;
  readonly reply: string;
  /** The item's whole record, where the file has it. */
  readonly item?: unknown;
  /** The marks that are right, where the file says so. */
  readonly want?: readonly string[];
  /** Where it stands, for errors. */
  readonly where: string;
}

/**
 * Reads the replies of a result file one by one; what is none becomes a problem.
 *
 * - `alidade`: a line of JSON each, `{"id", "reply"}`, or `{"item", "reply"}` with the item's record
 * - `lmms-eval`: `*_samples_*.jsonl`, by `doc.id` or by `doc_id`, the row; replies in `resps`, else
 *   `filtered_resps`
 * - `vlmevalkit`: `.xlsx`, `.tsv`, `.csv`, `.json` or `.jsonl` with columns `prediction` and `index`,
 *   or `id`: an item's id, or its row
 *
 * @throws Error for a file that cannot be read
 */
export async function* repliesOf(
  path: string,
  from: ResultSource,
  { problems, limit }: { readonly problems: string[]; readonly limit: number },
): AsyncGenerator<FoundReply> {
  const read = from === "alidade" ? ownReply : from === "lmms-eval" ? lmmsReply : vlmReply;
  for await (const { where, value, error } of rowsOf(path, from, limit)) {
    try {
      if (error !== undefined) throw new SyntaxError(error);
      if (typeof value !== "object" || value === null) throw notReply("an object");
      yield { ...read(value as Fields), where };
    } catch (thrown) {
      problems.push(`${where}: ${messageOf(thrown)}`);
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Reply = Omit<FoundReply, "where">;

interface Row {
  readonly where: string;
  readonly value?: unknown;
  readonly error?: string;
}

function notReply(must: string): TypeError {
  return new TypeError(`Cannot read reply: must be ${must}`);
}

function ownReply({ id, item, reply, want }: Fields): Reply {
  const own = typeof item === "object" && item !== null ? (item as Fields).id : id;
  if (typeof own !== "string" || typeof reply !== "string") {
    throw notReply(`{"id", "reply"} or {"item", "reply"}, ids and replies being strings`);
  }
  return { to: own, reply, ...(item === undefined ? {} : { item }), ...wanted(want) };
}

function wanted(want: unknown): Pick<Reply, "want"> {
  if (want === undefined) return {};
  const marks = Array.isArray(want) ? want : [want];
  if (marks.length > 0 && marks.every((mark) => typeof mark === "string")) return { want: marks };
  throw new TypeError(`Cannot read want: ${JSON.stringify(want)}, must be a mark, or several`);
}

function lmmsReply({ doc, doc_id, resps, filtered_resps }: Fields): Reply {
  const id = typeof doc === "object" && doc !== null ? (doc as Fields).id : undefined;
  const to = typeof id === "string" ? id : rowOf(doc_id);
  const reply = firstString(resps) ?? firstString(filtered_resps);
  if (to === null) throw notReply(`a sample with the string doc.id or the row doc_id, from 0`);
  if (reply === null) throw notReply(`a sample with a string in resps or filtered_resps`);
  return { to, reply };
}

/** The first string in lists within lists. */
function firstString(value: unknown): string | null {
  let first = value;
  while (Array.isArray(first)) first = first[0];
  return typeof first === "string" ? first : null;
}

function vlmReply({ id, index, prediction }: Fields): Reply {
  const to = typeof id === "string" && id !== "" ? id : rowOf(index) ?? (index as unknown);
  if (typeof to !== "string" && typeof to !== "number" || to === "") {
    throw notReply(`a row with the column index, or id: an item's id or its row, from 0`);
  }
  // An empty cell is an empty reply; a spreadsheet makes numbers of digits.
  const reply = prediction ?? "";
  if (typeof reply === "object") throw notReply(`a row with text in the column prediction`);
  return { to, reply: String(reply) };
}

/** A row as an integer, 0 or more, or digits; null where it is none. */
function rowOf(value: unknown): number | null {
  const row = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(row) && row as number >= 0 ? row as number : null;
}

async function* rowsOf(
  path: string,
  from: ResultSource,
  limit: number,
): AsyncGenerator<Row> {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (from !== "vlmevalkit" || ending === "jsonl") return yield* jsonLines(path, limit);
  if (ending === "json") return yield* jsonRecords(path);
  if (ending === "xlsx") return yield* cells(path, await sheetOf(path));
  if (ending === "tsv" || ending === "csv") {
    return yield* cells(path, await tableOf(path, ending === "tsv" ? "\t" : ","));
  }
  throw new Error(`Cannot read ${path}: must end in .xlsx, .tsv, .csv, .json or .jsonl`);
}

async function* jsonLines(path: string, limit: number): AsyncGenerator<Row> {
  const breathe = breather();
  for await (const line of linesOf(await openToRead(path), { limit })) {
    await breathe();
    yield { where: `${path}:${line.number}`, ...parsedLine(line) };
  }
}

function parsedLine(line: Line): Pick<Row, "value" | "error"> {
  const parsed = parseLine(line);
  return "error" in parsed ? { error: parsed.error } : { value: parsed.value };
}

/** A list of records, or columns with a list each. */
async function* jsonRecords(path: string): AsyncGenerator<Row> {
  const records = recordsIn(path, await readText(path));
  for (let i = 0; i < records.length; i++) yield { where: `${path}[${i}]`, value: records[i] };
}

function recordsIn(path: string, text: string): readonly unknown[] {
  const refuse = (is: string) => new Error(`Cannot read ${path}: ${is}, must be a list of records`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("it is no JSON");
  }
  if (Array.isArray(value)) return value;
  throw refuse("its JSON is no list");
}

async function tableOf(path: string, separator: string): Promise<Table> {
  const { parse } = await import("./_csv.ts");
  const text = (await readText(path)).replace(/^\uFEFF/, "");
  try {
    return parse(text, { separator });
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${messageOf(error)}, must be a table`, { cause: error });
  }
}

/** The first sheet of a workbook. */
async function sheetOf(path: string): Promise<Table> {
  const bytes = await new Response(await openToRead(path)).blob();
  const { default: readSheet } = await import("npm:read-excel-file@5.8.8/web-worker");
  try {
    return await readSheet(bytes, { trim: false });
  } catch (error) {
    const why = messageOf(error);
    throw new Error(`Cannot read ${path}: ${why}, must be a workbook`, { cause: error });
  }
}

type Table = readonly (readonly unknown[])[];

/** The rows of a table whose first one names the columns. */
function* cells(path: string, table: Table): Generator<Row> {
  const names = (table[0] ?? []).map(String);
  const missing = ["prediction"].find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new Error(`Cannot read ${path}: no column "${missing}", must have prediction and index`);
  }
  for (let i = 1; i < table.length; i++) {
    const row = table[i]!;
    if (row.length === 0) continue;
    const where = `${path}: row ${i + 1}`;
    if (row.length > names.length) {
      yield { where, error: `Cannot read row: ${row.length} cells, must be ${names.length}` };
    } else {yield {
        where,
        value: Object.fromEntries(names.map((name, k) => [name, row[k] ?? undefined])),
      };}
  }
}
