import { type CalculusConstraint, calculusNamed, quickXplain } from "../solvers/mod.ts";
import { type BaseAlgebra, byName, KNOWN, readTables, renaming } from "./_qcn_algebra.ts";
import { type AnswerRow, readAnswers } from "./_qcn_answers.ts";
import { readNetworks, type WrittenNetwork } from "./_qcn_network.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * Qualitative constraint networks in GQR's form: a table of answers names files of networks beside
 * it. Which calculus a network is of is told by the tables of composition beside it, whatever they
 * call its relations, else by the names of its relations.
 */
export const qcn: Dataset = {
  name: "qcn",
  summary: "networks of RCC-8, RCC-5, Allen's algebra, points and cardinal directions in GQR's " +
    "form, named by a table of answers: is each consistent?",
  source: "https://github.com/m-westphal/gqr, data",
  licence: "GPL-2.0-or-later, as GQR",
  companions: [],
  read,
};

/** How many branches the search of one network may look at. */
const BRANCHES = 1_000_000;

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const folder = file.path.includes("/") ? file.path.slice(0, file.path.lastIndexOf("/") + 1) : "";
  const rows = readAnswers(await file.text());
  // Numbers count from 1, but in files of which a row names network 0.
  const fromZero = new Set(
    rows.flatMap((row) => "file" in row && row.network === "0" ? [row.file] : []),
  );
  const beside = new Beside(folder, context, fromZero);
  for (const row of rows) {
    const where = { file: file.path, line: row.line };
    if ("message" in row) {
      yield { kind: "bad", where, message: row.message };
      continue;
    }
    const found = await beside.network(row);
    if (typeof found === "string") {
      yield { kind: "bad", where, message: found };
      continue;
    }
    const { network, path, number } = found;
    const id = `${row.file}#${number}`;
    const judge = judging(async () =>
      judgeNetwork(network, await beside.naming(row, path, network), row.answer)
    );
    yield { kind: "claim", id, where, claimed: row.answer, judge };
  }
}

/** A calculus that is decided, and what it calls the relations of a file. */
interface Naming {
  readonly calculus: string;
  name(relation: string): string | null;
}

/** What stands beside the table of answers; each file is read once. */
class Beside {
  readonly #files = new Map<string, Promise<string | null>>();
  readonly #networks = new Map<string, readonly WrittenNetwork[]>();
  /** How many rows have come of each file that do not tell which network they are on. */
  readonly #turns = new Map<string, number>();
  readonly #folder: string;
  readonly #context: ReadContext;

  readonly #fromZero: ReadonlySet<string>;

  constructor(folder: string, context: ReadContext, fromZero: ReadonlySet<string>) {
    [this.#folder, this.#context, this.#fromZero] = [folder, context, fromZero];
  }

  /** The text of a file; null where it is not there. */
  #text(path: string): Promise<string | null> {
    const kept = this.#files.get(path);
    if (kept !== undefined) return kept;
    const text = this.#context.exists(path).then((isThere) =>
      isThere ? this.#context.open(path).then((file) => file.text()) : null
    );
    this.#files.set(path, text);
    return text;
  }

  async #first(paths: readonly string[]): Promise<{ path: string; text: string } | null> {
    for (const path of paths) {
      const text = await this.#text(path);
      if (text !== null) return { path, text };
    }
    return null;
  }

  /** The network that a row is on, or why there is none. */
  async network(
    row: AnswerRow,
  ): Promise<{ network: WrittenNetwork; path: string; number: number } | string> {
    const base = row.file.split("/").at(-1)!;
    const names = [row.file, base].flatMap((name) => [name, `${name}.csp`]);
    const found = await this.#first(names.map((name) => this.#folder + name));
    if (found === null) {
      return `Cannot read ${row.file}: it is not there, must be a file beside the table`;
    }
    const { path, text } = found;
    const networks = this.#networks.get(path) ?? readNetworks(text);
    this.#networks.set(path, networks);
    const at = this.#which(row, path, networks);
    const network = networks[at];
    if (network === undefined) {
      return `Cannot find network ${row.network ?? at + 1} of ${row.file}: it has ` +
        `${networks.length} networks, must be one of them`;
    }
    if (network.fault !== null) return `Cannot read ${row.file}: ${network.fault}`;
    return { network, path, number: at + 1 };
  }

  /** The place of a row's network: by name, by number, else the next that comes. */
  #which(row: AnswerRow, path: string, networks: readonly WrittenNetwork[]): number {
    const turn = this.#turns.get(path) ?? 0;
    this.#turns.set(path, turn + 1);
    if (row.network === null) return turn;
    const asked = row.network.replace(/^#/, "");
    const named = networks.findIndex(({ name }) => name === row.network || name === asked);
    if (named >= 0) return named;
    if (/^\d+$/.test(asked)) return Number(asked) - (this.#fromZero.has(row.file) ? 0 : 1);
    const begun = networks.findIndex(({ name }) => name.split("-")[0] === asked);
    return begun >= 0 ? begun : turn;
  }

  /**
   * The calculus of a network.
   *
   * @throws UnsupportedError where it is none that is decided
   */
  async naming(row: AnswerRow, path: string, network: WrittenNetwork): Promise<Naming> {
    const words = [row.calculus ?? "", ...path.slice(this.#folder.length).split(/[^A-Za-z0-9-]+/)];
    for (const word of words.filter((word) => word !== "")) {
      const tables = await this.#tables(word);
      const naming = tables === null ? null : byTables(tables);
      if (naming !== null) return naming;
      if (tables !== null) {
        throw new UnsupportedError(
          `does not know the calculus ${word}: its tables are none of ours`,
        );
      }
    }
    const used = new Set(network.constraints.flatMap(({ relations }) => relations));
    const hint = words.map((word) => word.toLowerCase()).find((word) => Object.hasOwn(KNOWN, word));
    const fit = Object.keys(KNOWN).filter((calculus) =>
      [...used].every((relation) => byName(calculus, relation) !== null)
    );
    const calculus = hint !== undefined && fit.includes(hint)
      ? hint
      : fit.length === 1
      ? fit[0]
      : undefined;
    if (calculus === undefined) {
      const names = [...used].slice(0, 8).join(" ");
      throw new UnsupportedError(
        `does not know the calculus of ${names}: it may be ${fit.join(" or ") || "none"}`,
      );
    }
    return { calculus, name: (relation) => byName(calculus, relation) };
  }

  async #tables(word: string): Promise<BaseAlgebra | null> {
    const places = [word, word.toLowerCase()].flatMap((name) => [
      `${this.#folder}${name}`,
      `${this.#folder}${name}/calculus/${name}`,
      `${this.#folder}${name}/${name}`,
      ...["calculus", "calculi", "tables", "data"].map((room) => `${this.#folder}${room}/${name}`),
    ]);
    const compose = await this.#first(places.map((place) => `${place}.comp`));
    const converse = await this.#first(places.map((place) => `${place}.conv`));
    return compose === null || converse === null ? null : readTables(compose.text, converse.text);
  }
}

/** The known calculus that has the same tables, whatever its relations are called. */
function byTables(tables: BaseAlgebra): Naming | null {
  for (const [calculus, known] of Object.entries(KNOWN)) {
    const names = renaming(known, tables);
    if (names === null) continue;
    const byWritten = new Map(tables.relations.map((relation, i) => [relation, names[i]!]));
    return { calculus, name: (relation) => byWritten.get(relation) ?? null };
  }
  return null;
}

function judgeNetwork(
  network: WrittenNetwork,
  { calculus, name }: Naming,
  claimed: string,
): Judgement {
  const { size } = network;
  const procedure = calculusNamed(calculus);
  const constraints = network.constraints.map(({ a, b, relations, line }): CalculusConstraint => {
    const names = relations.map((relation) => {
      const known = name(relation);
      if (known !== null) return known;
      throw new SyntaxError(
        `Cannot read line ${line}: ${
          JSON.stringify(relation)
        } is no relation of ${calculus}, must be one`,
      );
    });
    return { args: [a, b], meaning: procedure.read(names, true, 2) };
  });
  const decide = (some: readonly CalculusConstraint[]) =>
    procedure.decide(some, size, { branches: BRANCHES, model: false }).status;
  const status = decide(constraints);
  if (status === "limit") {
    const reason = `the search looked at ${BRANCHES} branches`;
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  const judgement = compare(claimed, status);
  if (judgement.verdict === "agree" || status === "consistent") return judgement;
  const core = quickXplain(
    constraints.length,
    (members) => decide(members.map((i) => constraints[i]!)) === "inconsistent",
  );
  const lines = core.members.map((i) => network.constraints[i]!.line);
  return { ...judgement, reason: `${judgement.reason}: lines ${lines.join(", ")}` };
}
