/** A command of the command line. */
export interface Command {
  /** The word after `alidade`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help: usage, options, an example that runs. */
  readonly help: string;
  /**
   * Runs the command.
   *
   * @param args the words after the command's name
   * @param io where it reads and writes
   * @returns the exit code: 0 ran, 1 something was wrong with the data
   * @throws UsageError for words it cannot use
   */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface CommandIo {
  /** Results; waits until they are taken. */
  out(text: string | Uint8Array): Promise<void>;
  /** Logs and errors, a line each. */
  log(line: string): void;
  /** The bytes of standard input. */
  readonly stdin: ReadableStream<Uint8Array>;
  /** Whether standard error is a terminal, so that a progress bar makes sense. */
  readonly terminal: boolean;
}

/** Whoever took the results has gone, as `head` does: nothing is left to do, and nothing to say. */
export class ClosedPipeError extends Error {
  /** The error's name. */
  override readonly name = "ClosedPipeError";
}

/** Words on the command line that cannot be used; the exit code is 2. */
export class UsageError extends Error {
  /** The error's name. */
  override readonly name = "UsageError";
}
