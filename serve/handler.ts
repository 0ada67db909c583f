import { DATASETS, textFile, verify } from "../datasets/mod.ts";
import {
  readItem,
  scoreReply,
  type Solvable,
  solvables,
  SOLVER_KINDS,
  TASKS,
} from "../tasks/mod.ts";
import { answerBody, type BodyLimits, readText, respond, respondLines } from "./_batch.ts";
import { type Address, guard, type Guards } from "./_guard.ts";
import { findTask, ItemSource, readItemQuery } from "./_items.ts";
import { Metrics } from "./metrics.ts";
import { openApi } from "./openapi.ts";
import { Problem, problemOf } from "./problem.ts";

/** What a server lets in, and how much of it. */
export interface ServeOptions {
  /** Names that the Host header may have beside `localhost`, `127.0.0.1` and `[::1]`. */
  readonly hosts?: readonly string[];
  /** Origins of pages that may ask, beside those served from the same place; none when left out. */
  readonly origins?: readonly string[];
  /** A secret that each request must bear (`Authorization: Bearer ...`); none when left out. */
  readonly token?: string;
  /** Bytes of a body of JSON, and of one line of a body of lines; 16 MiB when left out. */
  readonly bytes?: number;
  /** Bytes of a body of lines; 4 GiB when left out. */
  readonly streamBytes?: number;
  /** Requests that are answered at once; more are told to come again; 256 when left out. */
  readonly concurrency?: number;
  /** Seconds a request may take; 60 when left out. */
  readonly seconds?: number;
  /** Called with what each request came to; nothing when left out. */
  readonly log?: (entry: Readonly<Record<string, string | number>>) => void;
}

/** Answers requests. */
export type Handler = (request: Request) => Promise<Response>;

/** Items that one request may ask for. */
const MOST_ITEMS = 1_000_000;

interface Asked {
  readonly request: Request;
  /** What stands behind the question mark. */
  readonly query: string;
  readonly limits: BodyLimits;
  readonly words: readonly string[];
  readonly answered: (count: number) => void;
}

interface Route {
  readonly method: "GET" | "POST";
  /** The pattern, `*` standing for one word. */
  readonly path: string;
  answer(asked: Asked): Response | Promise<Response>;
}

/**
 * A server as a function of requests: solve, check, score, verify, and items. It keeps no state but
 * what makes it fast, reads and writes no file, and answers what `openapi.json` describes.
 *
 * @param options what it lets in
 * @returns the function, for `Deno.serve` and its like
 *
 * @example
 * ```ts
 * import { createHandler } from "@alidade/core/serve";
 * import { assertEquals } from "@std/assert";
 *
 * const handler = createHandler();
 * const response = await handler(new Request("http://localhost/v1/items/direction?seed=7&index=42"));
 * assertEquals((await response.json()).index, 42);
 * ```
 */
export function createHandler(options: ServeOptions = {}): Handler {
  const { bytes = 16 << 20, streamBytes = 2 ** 32, concurrency = 256, seconds = 60 } = options;
  const guards: Guards = {
    hosts: ["localhost", "127.0.0.1", "[::1]", ...options.hosts ?? []],
    origins: options.origins ?? [],
    token: options.token ?? null,
  };
  const metrics = new Metrics();
  const routes = routesOf(metrics);
  let open = 0;

  return async (request) => {
    const start = performance.now();
    const address = addressOf(request.url);
    const { route, words } = findRoute(routes, request.method, address.path);
    const name = route?.path ?? "none";
    metrics.begin();
    open++;
    let response: Response;
    try {
      guard(request, address, guards);
      if (open > concurrency) {
        throw new Problem(
          429,
          `Cannot answer more than ${concurrency} requests at once, must wait`,
          {
            "retry-after": "1",
          },
        );
      }
      if (route === null) throw notFound(routes, request.method, address.path);
      const limits = { bytes, streamBytes, deadline: start + 1000 * seconds };
      const answered = (count: number): void => metrics.answered(name, count);
      response = await route.answer({ request, query: address.query, limits, words, answered });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 500) {
        options.log?.({
          level: "error",
          fault: String(error instanceof Error ? error.stack : error),
        });
      }
      response = respond(JSON.stringify({ error: problem.message }), problem);
    }
    allowOrigin(response, request, guards);
    return atEnd(response, () => {
      open--;
      const took = (performance.now() - start) / 1000;
      metrics.end(name, response.status, took);
      options.log?.({
        ...{ time: new Date().toISOString(), level: "info", method: request.method },
        ...{ route: name, status: response.status, seconds: Number(took.toFixed(6)) },
      });
    });
  };
}

function routesOf(metrics: Metrics): readonly Route[] {
  const items = new ItemSource();
  const solvers = new Map(solvables(TASKS, SOLVER_KINDS).map((one) => [one.name, one]));
  return [
    { method: "GET", path: "/healthz", answer: () => respond('{"status":"ok"}') },
    {
      method: "GET",
      path: "/metrics",
      answer: () =>
        new Response(metrics.text(), {
          headers: {
            "content-type": "text/plain; version=0.0.4; charset=utf-8",
            "cache-control": "no-store",
          },
        }),
    },
    { method: "GET", path: "/openapi.json", answer: () => respond(JSON.stringify(openApi())) },
    { method: "GET", path: "/v1/tasks", answer: () => respond(JSON.stringify(listTasks())) },
    { method: "GET", path: "/v1/kinds", answer: () => respond(JSON.stringify(listKinds(solvers))) },
    { method: "GET", path: "/v1/datasets", answer: () => respond(JSON.stringify(listDatasets())) },
    { method: "GET", path: "/v1/items/*", answer: (asked) => giveItems(asked, items) },
    {
      method: "POST",
      path: "/v1/solve/*",
      answer: ({ request, limits, words, answered }) => {
        const solver = findSolver(solvers, words[0]!);
        return answerBody(request, limits, (value) => solver.solve(instanceOf(value)), answered);
      },
    },
    {
      method: "POST",
      path: "/v1/check/*",
      answer: ({ request, limits, words, answered }) => {
        const solver = findSolver(solvers, words[0]!);
        if (solver.check === undefined) {
          throw new Problem(404, `Cannot check ${solver.name}: it has no checker, must be solved`);
        }
        return answerBody(request, limits, (value) => {
          const { instance, outcome } = fieldsOf(value);
          const wrong = solver.check!(instance, outcome);
          return { holds: wrong === null, reason: wrong };
        }, answered);
      },
    },
    {
      method: "POST",
      path: "/v1/score",
      answer: ({ request, limits, answered }) =>
        answerBody(request, limits, (value) => scoreOne(value, items), answered),
    },
    { method: "POST", path: "/v1/verify/*", answer: verifyBody },
  ];
}

/** An item, or what names one, with a reply to it. */
function scoreOne(value: unknown, items: ItemSource): unknown {
  const { item: given, reply } = fieldsOf(value);
  if (typeof reply !== "string") throw new Problem(400, "Cannot score: no reply, must be a string");
  const fields = fieldsOf(given);
  const item = "instance" in fields ? readItem(fields) : items.item(fields);
  return { id: item.id, mark: scoreReply(findTask(item.task), item, reply) };
}

function giveItems({ query, words, answered }: Asked, items: ItemSource): Response {
  const { settings, index, count } = readItemQuery(new URLSearchParams(query), MOST_ITEMS);
  findTask(words[0]!);
  const run = items.run(words[0]!, settings);
  if (count === null) {
    answered(1);
    return respond(JSON.stringify(run.item(index)));
  }
  const lines = run.lines(index, count);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = lines.next();
      // The lines share a buffer: what is sent is a copy.
      if (done) {
        answered(count);
        controller.close();
      } else controller.enqueue(value.slice());
    },
    cancel: () => void lines.return(),
  });
  return respondLines(body);
}

/** The body is the file; companions come as `with.KEY` in the query, small ones only. */
async function verifyBody({ request, query, limits, words, answered }: Asked): Promise<Response> {
  const dataset = DATASETS.find(({ name }) => name === words[0]);
  if (dataset === undefined) {
    throw new Problem(404, `Cannot find the dataset ${words[0]}, must be one of /v1/datasets`);
  }
  const files = new Map<string, string>();
  const name = new URLSearchParams(query).get("name") ?? "body";
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim() ?? "";
  const companions = new Map<string, string[]>();
  if (type === "multipart/form-data") {
    const form = await boundedForm(request, limits.bytes);
    for (const [key, value] of form) {
      const text = typeof value === "string" ? value : await value.text();
      const path = typeof value === "string" ? key : value.name;
      files.set(path, text);
      if (key === "file") continue;
      companions.set(key, [...companions.get(key) ?? [], path]);
    }
  } else files.set(name, await readText(request, limits.bytes));
  const own = [...files.keys()].filter((path) => ![...companions.values()].flat().includes(path));
  const open = (path: string) => {
    const text = files.get(path);
    return text === undefined
      ? Promise.reject(new RangeError(`Cannot read ${path}: it was not sent, must be a part`))
      : Promise.resolve(textFile(path, text));
  };
  const verdicts = verify(dataset, own, { companions, open, budget: 10 });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let [out, count] = ["", 0];
      while (count < 256) {
        const { value, done } = await verdicts.next();
        if (done) {
          if (out !== "") controller.enqueue(encoder.encode(out));
          answered(count);
          return controller.close();
        }
        const bigs = (_: string, x: unknown) => typeof x === "bigint" ? String(x) : x;
        out += `${JSON.stringify(value, bigs)}\n`;
        count++;
        if (performance.now() > limits.deadline) {
          controller.enqueue(
            encoder.encode(`${out}{"error":"Cannot verify all in time","isCut":true}\n`),
          );
          return controller.close();
        }
      }
      answered(count);
      controller.enqueue(encoder.encode(out));
    },
    cancel: () => void verdicts.return(undefined),
  });
  return respondLines(body);
}

async function boundedForm(request: Request, most: number): Promise<FormData> {
  const length = Number(request.headers.get("content-length") ?? Infinity);
  if (!(length <= most)) {
    throw new Problem(413, `Cannot read the parts: must say their length, at most ${most} bytes`);
  }
  try {
    return await request.formData();
  } catch {
    throw new Problem(400, "Cannot read the body, must be multipart/form-data");
  }
}

function listTasks(): unknown {
  return TASKS.map(({ name, version, summary, knobs, profiles }) => ({
    ...{ name, version, summary, knobs, profiles: Object.keys(profiles) },
  }));
}

function listKinds(solvers: ReadonlyMap<string, Solvable>): unknown {
  return Array.from(
    solvers.values(),
    ({ name, check }) => ({ name, isCheckable: check !== undefined }),
  );
}

function listDatasets(): unknown {
  return DATASETS.map(({ name, summary, source, licence, companions }) => ({
    ...{ name, summary, source, licence, companions },
  }));
}

function findSolver(solvers: ReadonlyMap<string, Solvable>, name: string): Solvable {
  const solver = solvers.get(name);
  if (solver !== undefined) return solver;
  throw new Problem(404, `Cannot find the kind ${JSON.stringify(name)}, must be one of /v1/kinds`);
}

/** A generated item holds its instance under `instance`. */
function instanceOf(value: unknown): unknown {
  const isItem = typeof value === "object" && value !== null && Object.hasOwn(value, "instance");
  return isItem ? (value as { instance: unknown }).instance : value;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Problem(400, "Cannot read the request, must be an object");
}

function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route | null; readonly words: readonly string[] } {
  for (const route of routes) {
    const words = match(route.path, path);
    if (
      words !== null && (route.method === method || method === "HEAD" && route.method === "GET")
    ) {
      return { route, words };
    }
  }
  return { route: null, words: [] };
}

/** The words of a path where its pattern has `*`; null where it is not of the pattern. */
function match(pattern: string, path: string): string[] | null {
  if (!pattern.endsWith("/*")) return pattern === path ? [] : null;
  const start = pattern.slice(0, -1);
  const word = path.slice(start.length);
  return path.startsWith(start) && /^[a-z0-9-]{1,64}$/.test(word) ? [word] : null;
}

function notFound(routes: readonly Route[], method: string, path: string): Problem {
  const allowed = routes.filter((route) => match(route.path, path) !== null);
  if (allowed.length === 0) {
    return new Problem(404, "Cannot find the path, must be one that /openapi.json describes");
  }
  const must = allowed.map((route) => route.method).join(", ");
  return new Problem(405, `Cannot ${method} this path, must be ${must}`, { allow: must });
}

function allowOrigin({ headers }: Response, request: Request, { origins }: Guards): void {
  if (origins.length === 0) return;
  const origin = request.headers.get("origin");
  if (origin === null || !origins.includes(origin)) return;
  headers.set("access-control-allow-origin", origin);
  headers.set("vary", "origin");
}

/** The parts of a request's address; its form is the server's, not the sender's. */
function addressOf(url: string): Address & { readonly path: string; readonly query: string } {
  const start = url.indexOf("://") + 3;
  const slash = url.indexOf("/", start);
  const authority = url.slice(start, slash);
  const mark = url.indexOf("?", slash);
  return {
    origin: url.slice(0, slash),
    host: authority.replace(/:\d+$/, ""),
    path: mark < 0 ? url.slice(slash) : url.slice(slash, mark),
    query: mark < 0 ? "" : url.slice(mark + 1),
  };
}

/** Calls back when a response has been sent whole, or given up. */
function atEnd(response: Response, done: () => void): Response {
  const { body } = response;
  if (body === null || response.headers.get("content-type") !== "application/x-ndjson") {
    done();
    return response;
  }
  let isDone = false;
  const once = (): void => {
    if (!isDone) done();
    isDone = true;
  };
  const reader = body.getReader();
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done: isOver } = await reader.read();
        if (!isOver) return controller.enqueue(value);
        once();
        controller.close();
      } catch (error) {
        once();
        controller.error(error);
      }
    },
    async cancel(reason) {
      once();
      await reader.cancel(reason);
    },
  });
  return new Response(watched, { status: response.status, headers: response.headers });
}
