import type { Margin } from "../solvers/outcome.ts";
import type { Question } from "../tasks/kind.ts";

/** What a check of one claimed answer may end with. */
export type Verdict =
  | "agree"
  | "disagree"
  | "ambiguous"
  | "undetermined"
  | "unsupported"
  | "invalid";

/** One file of outside data, opened by the verification loop. */
export interface SourceFile {
  /** The path as the user gave it. */
  readonly path: string;
  /** The whole file as text. */
  text(): Promise<string>;
  /** The file as pieces of text, for files of any size; pieces end anywhere. */
  chunks(): AsyncIterable<string>;
  /** The file line by line, without the line ends. */
  lines(): AsyncIterable<string>;
  /** The whole file as bytes. */
  bytes(): Promise<Uint8Array>;
}

/** What a reader may use beside its file. */
export interface ReadContext {
  /** The files named by `--with KEY=FILE`, in the order given; an absent key has no entry. */
  readonly companions: ReadonlyMap<string, readonly string[]>;
  /** Seconds one record may take where a solver can run long; null when unbounded. */
  readonly budget: number | null;
  /** Opens a file by path. Rejects with a clear error when it cannot be read. */
  open(path: string): Promise<SourceFile>;
  /** Whether a file is there. */
  exists(path: string): Promise<boolean>;
  /** The names in a folder, sorted. Rejects where it is none. */
  list(folder: string): Promise<readonly string[]>;
}

/** Where a record stands. */
export interface Where {
  /** The file. */
  readonly file: string;
  /** The line, counted from 1, in files that have lines. */
  readonly line?: number;
  /** The field or key, in files that have such. */
  readonly field?: string;
}

/** What was found when a claim was checked. */
export interface Judgement {
  /** How the claim stands. */
  readonly verdict: Verdict;
  /** Our answer, as words; null when there is none. */
  readonly answer: string | null;
  /** Why, wherever the verdict is not a plain agreement. */
  readonly reason: string | null;
  /** How far the nearest decision boundary is, at least. */
  readonly margin: Margin | null;
  /** A kind under which the summary counts this record, such as a faulty template. */
  readonly group?: string;
  /** Exact figures that the summary adds up, such as a checksum of distances. */
  readonly totals?: Readonly<Record<string, bigint>>;
}

/**
 * One claimed answer and the question it answers: checked by the kind that the question is of, in
 * the way of every claim that says what was asked.
 */
export interface AskedClaim {
  /** Tells the members of {@link Reading} apart. */
  readonly kind: "claim";
  /** The record's own id, or one made from its place. */
  readonly id: string;
  /** Where the record stands. */
  readonly where: Where;
  /** The claimed answer, as words. */
  readonly claimed: string;
  /** What was asked, of what; a string says what of it is not understood. */
  readonly question: Question | string;
  /** A kind under which the summary counts this record. */
  readonly group?: string;
}

/** One claimed answer, ready to be checked by the reader itself. */
export interface JudgedClaim {
  /** Tells the members of {@link Reading} apart. */
  readonly kind: "claim";
  /** The record's own id, or one made from its place. */
  readonly id: string;
  /** Where the record stands. */
  readonly where: Where;
  /** The claimed answer, as words. */
  readonly claimed: string;
  /** Solves the instance and compares. Throws only for a record that cannot be read. */
  judge(): Judgement | Promise<Judgement>;
}

/** A record that cannot be read; reading goes on behind it. */
export interface BadRecord {
  /** Tells the members of {@link Reading} apart. */
  readonly kind: "bad";
  /** Where the record stands. */
  readonly where: Where;
  /** What is wrong, and what it must be. */
  readonly message: string;
}

/** A claimed answer. */
export type Claim = AskedClaim | JudgedClaim;

/** What a reader yields, one a record. */
export type Reading = Claim | BadRecord;

/** A companion file a dataset needs or can use: `--with KEY=FILE`. */
export interface Companion {
  /** The key. */
  readonly key: string;
  /** What the file is. */
  readonly summary: string;
  /** Whether reading fails without it. */
  readonly required: boolean;
  /** Whether it is a word, such as which of several things is asked, and no file. */
  readonly isWord?: boolean;
}

/** A reader of one kind of outside data. */
export interface Dataset {
  /** The name on the command line. */
  readonly name: string;
  /** What the data asks and how truth is defined, in a sentence or two. */
  readonly summary: string;
  /** Where it is published. */
  readonly source: string;
  /** Under which licence. */
  readonly licence: string;
  /**
   * Whether a claim is the end of its line, so that a file that is cut off can end inside one and
   * still be read; false when left out.
   */
  readonly claimEndsLine?: boolean;
  /** Companion files. */
  readonly companions: readonly Companion[];
  /** Whether it reads whole folders, whose path {@link SourceFile.path} then is. */
  readonly readsFolders?: boolean;
  /** Reads a file, record by record. */
  read(file: SourceFile, context: ReadContext): AsyncIterable<Reading>;
}
