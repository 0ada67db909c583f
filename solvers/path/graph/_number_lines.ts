const SPACE = 32, TAB = 9, RETURN = 13, NEWLINE = 10, MINUS = 45, ZERO = 48, NINE = 57;

/** Reads lines of a word and whole numbers, without a string for each. */
export class NumberLines {
  /** The number of the present line, from 1. */
  line = 0;
  #at = 0;
  /** Where the next line begins. */
  #following = 0;
  readonly #text: string;
  readonly #what: string;

  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  /** Goes to the next line that is not blank and takes its first word; empty at the end. */
  next(): string {
    const text = this.#text;
    while (this.#following < text.length) {
      this.#at = this.#following;
      const end = text.indexOf("\n", this.#at);
      this.#following = end < 0 ? text.length : end + 1;
      this.line++;
      this.#skip();
      if (!this.#over()) return this.#take();
    }
    return "";
  }

  /** Takes a given word. */
  word(expected: string): void {
    this.#skip();
    const found = this.#over() ? "the end" : JSON.stringify(this.#take());
    if (found !== JSON.stringify(expected)) {
      throw this.error(`has ${found}, must have ${JSON.stringify(expected)}`);
    }
  }

  /** Takes a whole number. */
  integer(name: string): number {
    this.#skip();
    const text = this.#text;
    const start = this.#at;
    if (text.charCodeAt(this.#at) === MINUS) this.#at++;
    const digits = this.#at;
    let value = 0;
    for (; this.#at < this.#following; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code < ZERO || code > NINE) break;
      value = 10 * value + code - ZERO;
    }
    if (this.#at > digits && this.#over(true) && value <= Number.MAX_SAFE_INTEGER) {
      return digits > start && value > 0 ? -value : value;
    }
    this.#at = start;
    const found = this.#over() ? "no" : JSON.stringify(this.#take());
    throw this.error(`has ${found} ${name}, must have a whole number of at most 2^53 - 1`);
  }

  /** Demands that the line ends here. */
  end(form: string): void {
    this.#skip();
    if (!this.#over()) {
      throw this.error(`goes on with ${JSON.stringify(this.#take())}, must be ${form}`);
    }
  }

  /** Demands that the text ends with a line end. */
  requireLineEnd(): void {
    if (this.#text === "" || this.#text.endsWith("\n")) return;
    throw this.error("has no line end, must have one: else it may have been cut off");
  }

  /** An error that names the line. */
  error(message: string): SyntaxError {
    return new SyntaxError(`Cannot read ${this.#what}: line ${this.line} ${message}`);
  }

  #skip(): void {
    while (this.#at < this.#following) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== SPACE && code !== TAB && code !== RETURN) return;
      this.#at++;
    }
  }

  /** Whether the line is over here, or, if asked, at least the word. */
  #over(word = false): boolean {
    if (this.#at >= this.#following) return true;
    const code = this.#text.charCodeAt(this.#at);
    return code === NEWLINE || (word && (code === SPACE || code === TAB || code === RETURN));
  }

  #take(): string {
    const start = this.#at;
    while (!this.#over(true)) this.#at++;
    return this.#text.slice(start, this.#at);
  }
}
