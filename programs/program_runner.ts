import type { JsonValue } from "../tasks/kind.ts";
import { ProgramProcess } from "./_program_process.ts";
import type { Program, ProgramLanguage, ProgramLimits, ProgramResult } from "./program.ts";

/** What a {@link ProgramRunner} is made for. */
export interface ProgramRunnerOptions extends ProgramLimits {
  /** The language of its programs. */
  readonly language: ProgramLanguage;
}

const MEGABYTE = 2 ** 20;

/**
 * Runs programs that somebody else wrote, one after the other, in a process that may reach nothing:
 * no file, network, environment or other program. A program that does not end is killed with its
 * process, and the next one runs in another, which stands ready.
 *
 * No program sees anything of the one before: in JavaScript each has an engine of its own; in
 * Python a process is used again only behind programs that keep to a plain part of the language,
 * which cannot leave anything behind, and `random` begins alike for each.
 *
 * @example
 * ```ts
 * import { ProgramRunner } from "@alidade/core/programs";
 * import { assertEquals } from "@std/assert";
 *
 * await using runner = new ProgramRunner({ language: "javascript", seconds: 1 });
 * const metadata = { chairs: [{ height: 90 }, { height: 75 }] };
 * const source = "function func(m) { return Math.max(...m.chairs.map((c) => c.height)) }";
 * const { status } = await runner.run({ source, metadata });
 * assertEquals(status, "answer");
 * const endless = await runner.run({ source: "function func() { for (;;); }", metadata });
 * assertEquals(endless.status === "limit" && endless.bound, "time");
 * ```
 */
export class ProgramRunner {
  readonly #language: ProgramLanguage;
  readonly #limits: Required<ProgramLimits>;
  #current: ProgramProcess | null = null;
  /** A process that is started while another one is used. */
  #spare: ProgramProcess | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** The metadata given last, and its JSON: many programs are run on one scene. */
  #metadata: { readonly value: JsonValue; readonly text: string } | null = null;

  /**
   * Makes a runner; its process starts with the first program.
   *
   * @param options the language and the limits
   * @throws RangeError for a limit that is no number above 0, or a language that is not known
   */
  constructor(options: ProgramRunnerOptions) {
    const { language, seconds = 2, megabytes = 256, characters = 100_000 } = options;
    if (language !== "javascript" && language !== "python") {
      throw new RangeError(
        `Cannot run programs in ${JSON.stringify(language)}, must be "javascript" or "python"`,
      );
    }
    if (typeof Deno === "undefined") {
      throw new Error("Cannot run programs here, must be Deno: its processes can be kept from all");
    }
    for (const [name, value] of Object.entries({ seconds, megabytes, characters })) {
      if (Number.isFinite(value) && value > 0) continue;
      throw new RangeError(`Cannot use ${name}: ${value}, must be a number above 0`);
    }
    this.#language = language;
    this.#limits = { seconds, megabytes, characters };
  }

  /**
   * Runs a program; those given while one runs wait for it.
   *
   * @param program its source, and what its function is called with
   * @returns its answer, its error, or the limit at which it was stopped
   * @throws Error when the runner is closed, or no process can be started
   *
   * Cost: less than 1 ms in JavaScript and 3 ms in Python where nothing has to start; some 50 ms,
   *   and 1 to 3 s, for the first; beside reading the metadata.
   */
  run(program: Program): Promise<ProgramResult> {
    if (this.#isClosed) throw new Error("Cannot run a program: the runner is closed, must be open");
    const result = this.#last.then(() => this.#run(program));
    this.#last = result.catch(() => {});
    return result;
  }

  /** Ends the processes; programs that wait are run before. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
    await Promise.all([this.#current?.end(), this.#spare?.end()]);
    this.#current = null;
    this.#spare = null;
  }

  /** As {@link ProgramRunner.close}. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #run({ source, metadata, camera = null }: Program): Promise<ProgramResult> {
    const { seconds, megabytes, characters } = this.#limits;
    const process = this.#process();
    const answer = await process.call({
      source,
      metadata: this.#json(metadata),
      camera: JSON.stringify(camera),
      milliseconds: 1000 * seconds,
      bytes: megabytes * MEGABYTE,
      characters,
    });
    if (answer === "time" || answer === "ended" || answer.isSpent) {
      this.#current = null;
      await process.end();
    }
    if (answer === "time") {
      return { status: "limit", bound: "time", reason: `it ran longer than ${seconds} s` };
    }
    if (answer !== "ended") return answer.result;
    return { status: "error", reason: "it ended the process that it ran in", printed: "" };
  }

  #json(value: JsonValue): string {
    // The same object again: whoever changes it between two programs gives another.
    if (this.#metadata === null || this.#metadata.value !== value) {
      this.#metadata = { value, text: JSON.stringify(value) };
    }
    return this.#metadata.text;
  }

  #process(): ProgramProcess {
    this.#current ??= this.#spare ?? new ProgramProcess(this.#language);
    if (this.#spare === this.#current || this.#spare === null) {
      this.#spare = new ProgramProcess(this.#language);
    }
    return this.#current;
  }
}
