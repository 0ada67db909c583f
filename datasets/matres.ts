import { type RelationStatement, solveRelations } from "../solvers/mod.ts";
import { consistency } from "./_core_words.ts";
import { compare } from "./_judging.ts";
import type { Dataset, Judgement, Reading, SourceFile, Where } from "./dataset.ts";

/** What is left of the order of two starts, by label. */
const ORDERS: Readonly<Record<string, string | null>> = {
  BEFORE: "<",
  AFTER: ">",
  EQUAL: "=",
  VAGUE: null,
};

const COLUMNS = 6;

/** One document, as it is gathered. */
interface Document {
  readonly where: Where;
  readonly statements: RelationStatement[];
}

/**
 * MATRES: pairs of events of news documents, and which starts first. A record is a document: can
 * all its labels hold? `VAGUE` leaves a pair open.
 */
export const matres: Dataset = {
  name: "matres",
  summary:
    "MATRES event pairs: which event of two starts first; can all labels of a document hold?",
  source: "https://github.com/qiangning/MATRES",
  licence: "not stated by the files",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const documents = new Map<string, Document>();
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() === "") continue;
    const where = { file: file.path, line };
    const bad = readLine(text, where, documents);
    if (bad !== null) yield { kind: "bad", where, message: bad };
  }
  for (const [id, { where, statements }] of documents) {
    yield { kind: "claim", id, where, claimed: "consistent", judge: () => judge(statements) };
  }
}

/** Puts a line with its document; tells what is wrong with it, or null. */
function readLine(text: string, where: Where, documents: Map<string, Document>): string | null {
  const columns = text.split("\t").map((column) => column.trim());
  if (columns.length !== COLUMNS) {
    return `Cannot read the line: it has ${columns.length} columns, must have ${COLUMNS}: ` +
      "document, two words, two events, label";
  }
  const [name, wordA, wordB, eventA, eventB, label] = columns as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (!Object.hasOwn(ORDERS, label)) {
    return `Cannot read label: is ${JSON.stringify(label)}, must be one of ${
      Object.keys(ORDERS).join(", ")
    }`;
  }
  if (eventA === eventB) {
    return `Cannot read events: both are ${eventA}, must be two events`;
  }
  const document = documents.get(name) ?? { where, statements: [] };
  documents.set(name, document);
  const relation = ORDERS[label];
  if (relation === null || relation === undefined) return null;
  document.statements.push({
    calculus: "point",
    relation,
    args: [eventA, eventB],
    id: `${wordA} (${eventA}) ${label} ${wordB} (${eventB})`,
  });
  return null;
}

function judge(statements: readonly RelationStatement[]): Judgement {
  const { answer, reason } = consistency(solveRelations(statements));
  if (answer === null) return { verdict: "undetermined", answer: null, reason, margin: null };
  return compare("consistent", answer ? "consistent" : "inconsistent", { reason });
}
