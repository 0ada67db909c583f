import { createHandler } from "../serve/mod.ts";
import { readOptions } from "./_options.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";

const HELP = `alidade serve: answer over HTTP

Usage: alidade serve [--port N] [--host NAME] [--token-file FILE] [--origin URL]...
                     [--concurrency N] [--announce FILE] [--quiet]

  --port N            the port, 8457 when left out; 0 takes any that is free
  --host NAME         the address to listen on, 127.0.0.1 when left out; any other than loopback
                      needs --token-file
  --token-file FILE   a file with the secret that requests must bear
  --origin URL        a page's origin that may ask, beside the server's own; may be repeated
  --concurrency N     requests answered at once, 256 when left out; more are told to wait
  --announce FILE     writes {"url", "pid"} there once it listens
  --quiet             logs no requests; else a line of JSON each, to standard error

GET /openapi.json describes all: /v1/items/TASK, /v1/solve/KIND, /v1/check/KIND, /v1/score,
/v1/verify/DATASET, /healthz, /metrics. It stops at SIGTERM or SIGINT, when what it has begun is
answered. It needs the right to listen: deno run --allow-net=127.0.0.1 ...

Exit code: 0 stopped; 1 it cannot listen; 2 usage.

Example:
  alidade serve --port 8457
`;

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/** Milliseconds in which a stopping server answers what it has begun. */
const GRACE = 10_000;

/** `alidade serve`: answers over HTTP. */
export const serve: Command = {
  name: "serve",
  summary: "Answer over HTTP: items, solve, check, score, verify",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, {
      text: ["port", "host", "token-file", "concurrency", "announce"],
      list: ["origin"],
      flag: ["quiet"],
    });
    if (options.words.length > 0) throw new UsageError(`${options.words[0]} is one word too many`);
    const port = whole(options.number("port") ?? 8457, "port", 65_535);
    const concurrency = whole(options.number("concurrency") ?? 256, "concurrency", 1 << 20);
    const host = options.text("host") ?? "127.0.0.1";
    const token = await readToken(options.text("token-file"));
    if (token === undefined && !LOOPBACK.includes(host)) {
      throw new UsageError(`--host ${host} is no loopback address, must come with --token-file`);
    }
    const handler = createHandler({
      hosts: [host],
      origins: options.list("origin"),
      concurrency,
      ...(token === undefined ? {} : { token }),
      ...(options.flag("quiet") ? {} : { log: (entry) => io.log(JSON.stringify(entry)) }),
    });
    return await listen({ port, host, handler, announce: options.text("announce") }, io);
  },
};

interface Listening {
  readonly port: number;
  readonly host: string;
  readonly handler: (request: Request) => Promise<Response>;
  readonly announce: string | undefined;
}

async function listen(
  { port, host, handler, announce }: Listening,
  io: CommandIo,
): Promise<number> {
  let server: Deno.HttpServer<Deno.NetAddr>;
  try {
    server = Deno.serve({ port, hostname: host, onListen: () => {} }, handler);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot listen on ${host}:${port}: ${why}, must be a port that is free`);
  }
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${server.addr.port}`;
  if (announce !== undefined) await writeAnnouncement(announce, url);
  await io.out(`${url}\n`);
  const stop = async (): Promise<void> => {
    const late = setTimeout(() => Deno.exit(0), GRACE);
    await server.shutdown();
    clearTimeout(late);
  };
  const signals = ["SIGTERM", "SIGINT"] as const;
  for (const signal of signals) Deno.addSignalListener(signal, stop);
  await server.finished;
  for (const signal of signals) Deno.removeSignalListener(signal, stop);
  if (announce !== undefined) await Deno.remove(announce).catch(() => {});
  return 0;
}

async function writeAnnouncement(path: string, url: string): Promise<void> {
  const aside = `${path}.${Deno.pid}`;
  await Deno.writeTextFile(aside, `${JSON.stringify({ url, pid: Deno.pid })}\n`, { mode: 0o600 });
  await Deno.rename(aside, path);
}

async function readToken(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  let token: string;
  try {
    token = (await Deno.readTextFile(path)).trim();
  } catch {
    throw new UsageError(`--token-file ${path} cannot be read, must be a file`);
  }
  if (/^\S{16,}$/.test(token)) return token;
  throw new UsageError(`--token-file ${path} holds no token, must be 16 or more characters`);
}

function whole(value: number, name: string, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`--${name} is ${value}, must be an integer of 0 to ${most}`);
}
