/** A TSPLIB file that cannot be read: what is wrong, where, and what it must be. */
export class TsplibSyntaxError extends SyntaxError {
  /** The error's name. */
  override readonly name = "TsplibSyntaxError";
  /** The line, counted from 1; the last one where the file is cut off. */
  readonly line: number;

  /**
   * Names the line in front of what is wrong.
   *
   * @param line the line, counted from 1
   * @param problem what is wrong, and what it must be
   */
  constructor(line: number, problem: string) {
    super(`Cannot read a TSPLIB file: line ${line}: ${problem}`);
    this.line = line;
  }
}
