import {
  type RelationStatement,
  type Rule,
  rulesCalculus,
  solveRelations,
} from "../solvers/mod.ts";
import { csvCells } from "./_csv.ts";
import type { Dataset, Judgement, Reading, SourceFile, Where } from "./dataset.ts";

/**
 * The Spatial Inference Benchmark's questions on US places. The shapes are not given, so that no
 * answer can be reckoned; what is told is which answers cannot all be right: a question both
 * affirmed and denied, opposite directions, and what is denied though another answer implies it.
 */
export const tiger: Dataset = {
  name: "tiger",
  summary:
    "yes/no questions on US places (adjacent to and west of, contains, ...): which answers " +
    "contradict each other? Their shapes are not given",
  source: "the Spatial Inference Benchmark, queries_yesno.csv",
  licence: "MIT",
  companions: [],
  read,
};

const WINDS = [
  "north",
  "northeast",
  "east",
  "southeast",
  "south",
  "southwest",
  "west",
  "northwest",
];

const DIRECTION = new RegExp(
  `^(?:is )?(.+?) (?:is )?(adjacent to and )?(${WINDS.join("|")}) of (.+?)(?:, correct)?\\?$`,
  "i",
);
const TOPOLOGY =
  /^(?:is )?(.+?) (contains|is inside of|intersects with|has no common ground with|is adjacent to) (.+?)(?:, correct)?\?$/i;

const TOPOLOGIES: Readonly<Record<string, string>> = {
  "contains": "contains",
  "is inside of": "inside",
  "intersects with": "intersects",
  "has no common ground with": "apart",
  "is adjacent to": "adjacent",
};

function rules(): Rule[] {
  const of = (relation: string, ...args: number[]) => ({ relation, args });
  const same = (a: string, b: string): Rule[] => [
    { name: `${a} is the converse of ${b}`, when: [of(a, 0, 1)], then: of(b, 1, 0) },
  ];
  const implies = (a: string, b: string): Rule => {
    return { name: `${a} implies ${b}`, when: [of(a, 0, 1)], then: of(b, 0, 1) };
  };
  const excludes = (a: string, b: string): Rule => {
    return { name: `${a} excludes ${b}`, when: [of(a, 0, 1), of(b, 0, 1)], then: null };
  };
  const all = WINDS.flatMap((wind, i) => {
    const opposite = WINDS[(i + 4) % 8]!;
    const both = `adjacent and ${wind}`;
    const together: Rule = {
      name: `adjacent and ${wind} is both`,
      when: [of("adjacent", 0, 1), of(wind, 0, 1)],
      then: of(both, 0, 1),
    };
    return [
      ...same(wind, opposite),
      ...same(both, `adjacent and ${opposite}`),
      implies(both, wind),
      implies(both, "adjacent"),
      together,
      ...i < 4 ? [excludes(wind, opposite)] : [],
    ];
  });
  return [
    ...all,
    ...same("contains", "inside"),
    ...same("inside", "contains"),
    ...same("intersects", "intersects"),
    ...same("apart", "apart"),
    ...same("adjacent", "adjacent"),
    implies("contains", "intersects"),
    implies("inside", "intersects"),
    excludes("intersects", "apart"),
    excludes("adjacent", "apart"),
  ];
}

const PLACES = rulesCalculus({
  name: "places",
  summary: "how regions of a map lie, by what their words imply",
  relations: Object.fromEntries(
    [...WINDS.flatMap((wind) => [wind, `adjacent and ${wind}`]), ...Object.values(TOPOLOGIES)]
      .map((name) => [name, 2]),
  ),
  rules: rules(),
});

/** One row, read. */
interface Row {
  readonly where: Where;
  readonly query: string;
  readonly truth: string;
  /** What it says; null where it is not understood. */
  readonly statement: RelationStatement | null;
}

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const byPair = new Map<string, Row[]>();
  const rows: (Row | Reading)[] = [];
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() === "" || line === 1 && /^query,truth$/i.test(text.trim())) continue;
    const row = readRow(text, { file: file.path, line });
    rows.push(row);
    if ("statement" in row && row.statement !== null) addOnce(byPair, row);
  }
  for (const row of rows) {
    if (!("statement" in row)) yield row;
    else {
      const { where, truth } = row;
      const id = String(where.line);
      yield { kind: "claim", id, where, claimed: truth, judge: () => judge(row, byPair) };
    }
  }
}

/** Adds a row to those of its two places, unless another says the same: there are but some ways. */
function addOnce(byPair: Map<string, Row[]>, row: Row): void {
  const said = ({ statement }: Row) => {
    const { relation, args, truth } = statement!;
    return `${relation} ${args[0]} ${truth}`;
  };
  const key = JSON.stringify([...row.statement!.args].sort());
  const rows = byPair.get(key);
  if (rows === undefined) byPair.set(key, [row]);
  else if (!rows.some((other) => said(other) === said(row))) rows.push(row);
}

function readRow(text: string, where: Where): Row | Reading {
  try {
    const [query = "", truth = "", ...more] = csvCells(text).map((cell) => cell.trim());
    if (more.length > 0 || !/^(?:yes|no)$/i.test(truth)) {
      throw new SyntaxError(
        `Cannot read the row: its answer is ${JSON.stringify(truth)}, must be yes or no`,
      );
    }
    const isYes = truth.toLowerCase() === "yes";
    const id = `line ${where.line}, ${JSON.stringify(query)}: ${truth}`;
    const read = readQuery(query);
    const statement = read === null ? null : { ...read, truth: isYes, id };
    return { where, query, truth, statement };
  } catch (error) {
    return { kind: "bad", where, message: (error as Error).message };
  }
}

function readQuery(query: string): RelationStatement | null {
  const place = (name: string) => name.replace(/^the /i, "").toLowerCase();
  // What cannot match is told before the patterns try every place for it.
  if (!query.endsWith("?")) return null;
  const direction = DIRECTION.exec(query);
  if (direction !== null) {
    const [, a, adjacent, wind, b] = direction as unknown as [
      string,
      string,
      string?,
      string?,
      string?,
    ];
    const relation = `${adjacent === undefined ? "" : "adjacent and "}${wind!.toLowerCase()}`;
    return { calculus: "places", relation, args: [place(a), place(b!)] };
  }
  const [, a, words, b] = TOPOLOGY.exec(query) ?? [];
  if (a === undefined) return null;
  const relation = TOPOLOGIES[words!.toLowerCase()]!;
  return { calculus: "places", relation, args: [place(a), place(b!)] };
}

function judge(row: Row, byPair: ReadonlyMap<string, readonly Row[]>): Judgement {
  const { statement, query } = row;
  const open = { answer: null, margin: null } as const;
  if (statement === null) {
    const reason = `does not understand the question ${JSON.stringify(query)}`;
    return { verdict: "unsupported", reason, ...open };
  }
  const [a, b] = statement.args;
  if (a === b) {
    const reason = `the question is on ${a} and itself`;
    return { verdict: "unsupported", reason, ...open };
  }
  const key = JSON.stringify([...statement.args].sort());
  // Nothing is drawn over a third place, so that two rows suffice for each contradiction.
  const against = byPair.get(key)!.filter((other) => other !== row && clash(row, other));
  if (against.length === 0) {
    return { verdict: "undetermined", reason: "the shapes of the places are not given", ...open };
  }
  const reason = `contradicts ${against.map((other) => other.statement!.id).join("; ")}`;
  return { verdict: "undetermined", reason, group: kindOfClash(row, against[0]!), ...open };
}

function clash(row: Row, other: Row): boolean {
  const statements = [row.statement!, other.statement!];
  return solveRelations(statements, { calculi: [PLACES] }).status === "inconsistent";
}

function kindOfClash(row: Row, other: Row): string {
  const [mine, theirs] = [row.statement!, other.statement!];
  if (mine.truth && theirs.truth) return "both affirmed, though one excludes the other";
  const isSame = mine.relation === theirs.relation && mine.args[0] === theirs.args[0];
  return isSame ? "the same both affirmed and denied" : "denied, though another answer implies it";
}
