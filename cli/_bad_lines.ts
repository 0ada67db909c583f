import { type AsideFile, writeAside } from "./_aside.ts";
import type { Options } from "./_options.ts";
import type { CommandIo } from "./command.ts";

/** So many bad lines are logged where no file takes them. */
const LOGGED = 20;

/** A line that cannot be used. */
export interface BadLine {
  /** The file it stands in; null where it is in none alone. */
  readonly file: string | null;
  /** Which, from 1. */
  readonly line: number | null;
  /** The field that is wrong, where it is one. */
  readonly field?: string;
  /** What is wrong, and what it must be. */
  readonly message: string;
  /** The line itself, where it was read. */
  readonly text?: string;
}

/** What the help of a command says of its `--errors`. */
export const ERRORS_HELP =
  `  --errors FILE|-   lines that cannot be used, one line of JSON each: file, line, field, message,
                    text; the others go on, and the run fails only without this option`;

/** Where lines go that cannot be used: to the file of `--errors`, else to the log. */
export class BadLines implements AsyncDisposable {
  readonly #file: AsideFile | null;
  readonly #isGiven: boolean;
  readonly #io: CommandIo;
  #count = 0;

  private constructor(file: AsideFile | null, isGiven: boolean, io: CommandIo) {
    this.#file = file;
    this.#isGiven = isGiven;
    this.#io = io;
  }

  /** Opens what `--errors` names. */
  static async open(options: Options, io: CommandIo): Promise<BadLines> {
    const path = options.text("errors");
    const file = path === undefined || path === "-" ? null : await writeAside(path);
    return new BadLines(file, path !== undefined, io);
  }

  /** Whether they have a place of their own. */
  get isGiven(): boolean {
    return this.#isGiven;
  }

  /** Whether they fail the run. */
  get failed(): boolean {
    return this.#count > 0 && !this.#isGiven;
  }

  /** Adds one. */
  async add({ file, line, field, message, text }: BadLine): Promise<void> {
    this.#count++;
    if (this.#isGiven) {
      const told = `${JSON.stringify({ file, line, field: field ?? null, message, text })}\n`;
      return await (this.#file === null ? this.#io.out(told) : this.#file.write(told));
    }
    const place = file === null ? "" : `${file}:${line}: `;
    if (this.#count <= LOGGED) this.#io.log(`${place}${message}`);
    if (this.#count === LOGGED + 1) this.#io.log("further bad lines: see --errors FILE");
  }

  /** Puts the file in its place. */
  async commit(): Promise<void> {
    await this.#file?.commit();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.[Symbol.asyncDispose]();
  }
}
