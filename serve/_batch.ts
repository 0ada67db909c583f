import { Problem, problemOf } from "./problem.ts";

/** What bounds the reading of a request. */
export interface BodyLimits {
  /** Bytes of a body of JSON, and of a line of a body of lines. */
  readonly bytes: number;
  /** Bytes of a body of lines. */
  readonly streamBytes: number;
  /** When the request must be done, as `performance.now` counts. */
  readonly deadline: number;
}

/** Lines are answered in pieces of so many characters. */
const PIECE = 1 << 16;

const JSON_TYPE = "application/json";
const LINES_TYPE = "application/x-ndjson";

/**
 * Answers a body: a value by a value, a list by a list of the same length, lines of JSON by lines.
 * In a list or lines what cannot be answered becomes `{"error": ...}`, with its line in lines; the
 * rest goes on.
 *
 * @param request the request, whose type says which it is
 * @param limits what bounds it
 * @param answer answers one value
 * @param answered called with how many were answered
 */
export async function answerBody(
  request: Request,
  limits: BodyLimits,
  answer: (value: unknown) => unknown,
  answered: (count: number) => void,
): Promise<Response> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type === LINES_TYPE || type === "application/jsonl") {
    return answerLines(request, limits, answer, answered);
  }
  if (type !== JSON_TYPE) {
    throw new Problem(
      415,
      `Cannot read a body of type ${type ?? "none"}, must be ${JSON_TYPE} or ${LINES_TYPE}`,
    );
  }
  const value = parse(await readText(request, limits.bytes));
  if (!Array.isArray(value)) {
    const text = JSON.stringify(answer(value));
    answered(1);
    return respond(text);
  }
  const parts: string[] = [];
  for (const [i, one] of value.entries()) {
    if (i % 64 === 0) requireTime(limits.deadline);
    parts.push(answerOne(one, answer));
  }
  answered(value.length);
  return respond(`[${parts.join(",")}]`);
}

/** What every response says: it is what its type says, and not to be kept. */
const ALWAYS = { "x-content-type-options": "nosniff", "cache-control": "no-store" };

const OF_JSON: Readonly<Record<string, string>> = { ...ALWAYS, "content-type": JSON_TYPE };
const OF_LINES: Readonly<Record<string, string>> = { ...ALWAYS, "content-type": LINES_TYPE };

/** A response of JSON text. */
export function respond(
  text: string,
  { status = 200, headers }: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Response {
  return new Response(text, {
    status,
    headers: headers === undefined ? OF_JSON : { ...OF_JSON, ...headers },
  });
}

/** A response of lines of JSON, and of plain text of a type. */
export function respondLines(body: ReadableStream<Uint8Array>): Response {
  return new Response(body, { headers: OF_LINES });
}

/** The whole body as text. */
export async function readText(request: Request, most: number): Promise<string> {
  const length = request.headers.get("content-length");
  if (length !== null && Number(length) > most) throw tooLarge(most);
  const bytes = length === null ? await boundedBytes(request, most) : await request.bytes();
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Problem(400, "Cannot read the body, must be UTF-8");
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** A body that does not say its length. */
async function boundedBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function tooLarge(most: number): Problem {
  return new Problem(413, `Cannot read the body: it is larger than ${most} bytes, must not be`);
}

function requireTime(deadline: number): void {
  if (performance.now() <= deadline) return;
  throw new Problem(503, "Cannot answer all in time, must be fewer in one request");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, "Cannot read the body, must be JSON");
  }
}

function answerOne(value: unknown, answer: (value: unknown) => unknown): string {
  try {
    return JSON.stringify(answer(value));
  } catch (error) {
    return JSON.stringify({ error: problemOf(error).message });
  }
}

function answerLines(
  request: Request,
  limits: BodyLimits,
  answer: (value: unknown) => unknown,
  answered: (count: number) => void,
): Response {
  const encoder = new TextEncoder();
  const pieces = piecesOf(request, limits, answer, answered);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return respondLines(body);
}

async function* piecesOf(
  request: Request,
  limits: BodyLimits,
  answer: (value: unknown) => unknown,
  answered: (count: number) => void,
): AsyncGenerator<string, void, void> {
  let [out, count] = ["", 0];
  try {
    for await (const { text, line } of linesOf(request, limits)) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        out += `${JSON.stringify({ line, error: "Cannot read the line, must be JSON" })}\n`;
        continue;
      }
      try {
        out += `${JSON.stringify(answer(value))}\n`;
        count++;
      } catch (error) {
        out += `${JSON.stringify({ line, error: problemOf(error).message })}\n`;
      }
      if (out.length < PIECE) continue;
      yield out;
      out = "";
    }
  } catch (error) {
    // The status is sent by now: the last line says that this is not the end.
    out += `${JSON.stringify({ error: problemOf(error).message, isCut: true })}\n`;
  }
  answered(count);
  if (out !== "") yield out;
}

async function* linesOf(
  request: Request,
  { bytes: longest, streamBytes, deadline }: BodyLimits,
): AsyncIterable<{ readonly text: string; readonly line: number }> {
  if (request.body === null) return;
  const decoder = new TextDecoder();
  let [rest, line, bytes] = ["", 0, 0];
  for await (const chunk of request.body) {
    requireTime(deadline);
    bytes += chunk.length;
    if (bytes > streamBytes) throw tooLarge(streamBytes);
    const pieces = decoder.decode(chunk, { stream: true }).split("\n");
    pieces[0] = rest + pieces[0]!;
    rest = pieces.pop()!;
    if (rest.length > longest) throw tooLarge(longest);
    for (const text of pieces) {
      line++;
      if (text.length > longest) throw tooLarge(longest);
      if (text.trim() !== "") yield { text, line };
    }
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield { text: rest, line: line + 1 };
}
