/** What is wrong with a request, and the status that says so. */
export class Problem extends Error {
  /** The error's name. */
  override readonly name = "Problem";
  /** The HTTP status. */
  readonly status: number;
  /** Further headers of the response. */
  readonly headers: Readonly<Record<string, string>>;

  /**
   * Says what is wrong.
   *
   * @param status the HTTP status, 400 or more
   * @param message what is, and what it must be
   * @param headers further headers of the response
   */
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** The status and message of whatever was thrown: a caller's mistake, or a fault of our own. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const isMistake = error instanceof RangeError || error instanceof SyntaxError ||
    error instanceof TypeError && /^Cannot /.test(error.message);
  if (isMistake) return new Problem(400, error.message);
  return new Problem(500, "Cannot answer: the server failed, see its log");
}
