import { type Mark, readItem, type ScoredItem, scoreReply, TASKS } from "../tasks/mod.ts";
import { writeAside } from "./_aside.ts";
import { breather } from "./_interrupt.ts";
import { type Line, linesOf, messageOf, openToRead, parseLine } from "./_lines.ts";
import { type Options, readOptions } from "./_options.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";

const HELP = `alidade score: mark replies to generated items

Usage: alidade score --items FILE --replies FILE [--json FILE]

  --items FILE     the items, as generate wrote them
  --replies FILE   a line of JSON each: {"id": "...", "reply": "..."}
  --json FILE      a line of JSON for each item: its id and mark

Replies are read strictly: what stands in \\boxed{} counts alone, else what follows "answer is",
else all of it; and there must be one answer in it. Marks: right, wrong, unread (no answer, or
more than one), empty, missing (no reply to the item). Counts go to standard output as JSON.

Exit code: 0 ran; 1 some lines, or a file, could not be read; 2 usage.

Example:
  alidade score --items data/items.jsonl --replies replies.jsonl
`;

type Counts = Record<Mark | "missing", number>;

const NO_COUNTS: Counts = { right: 0, wrong: 0, unread: 0, empty: 0, missing: 0 };

/** `alidade score`: replies in, marks out. */
export const score: Command = {
  name: "score",
  summary: "Mark replies to generated items",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["items", "replies", "json"] });
    if (options.words.length > 0) {
      throw new UsageError(`${options.words[0]} is no option, must be --items and --replies`);
    }
    const problems: string[] = [];
    const replies = await readReplies(required(options, "replies"), problems);
    const counts = await scoreAll(required(options, "items"), {
      replies,
      problems,
      json: options.text("json"),
    });
    for (const id of replies.keys()) problems.push(`no item has the id ${JSON.stringify(id)}`);
    await report(counts, io);
    for (const problem of problems.slice(0, LOGGED)) io.log(problem);
    if (problems.length > LOGGED) io.log(`and ${problems.length - LOGGED} more`);
    return problems.length > 0 ? 1 : 0;
  },
};

/** So many problems are logged. */
const LOGGED = 20;

function required(options: Options, name: string): string {
  const path = options.text(name);
  if (path === undefined) throw new UsageError(`--${name} is missing, must be a file`);
  return path;
}

/** Calls back for each line's value; lines that cannot be used become problems. */
async function eachValue(
  path: string,
  problems: string[],
  use: (value: unknown) => void | Promise<void>,
): Promise<void> {
  const breathe = breather();
  for await (const line of linesOf(await openToRead(path))) {
    await breathe();
    try {
      await use(valueOf(line));
    } catch (error) {
      problems.push(`${path}:${line.number}: ${messageOf(error)}`);
    }
  }
}

function valueOf(line: Line): unknown {
  const parsed = parseLine(line);
  if ("error" in parsed) throw new SyntaxError(parsed.error);
  return parsed.value;
}

async function readReplies(path: string, problems: string[]): Promise<Map<string, string>> {
  const replies = new Map<string, string>();
  await eachValue(path, problems, (value) => {
    const { id, reply } = (value ?? {}) as { id?: unknown; reply?: unknown };
    if (typeof id !== "string" || typeof reply !== "string") {
      throw new TypeError(`Cannot read reply: must have the strings "id" and "reply"`);
    }
    if (replies.has(id)) throw new RangeError(`Cannot read reply: a second one to ${id}`);
    replies.set(id, reply);
  });
  return replies;
}

interface Scoring {
  readonly replies: Map<string, string>;
  readonly problems: string[];
  readonly json: string | undefined;
}

/** Marks every item; replies that were used are taken out of the map. */
async function scoreAll(path: string, scoring: Scoring): Promise<Map<string, Counts>> {
  const { replies, problems, json } = scoring;
  const counts = new Map<string, Counts>();
  await using target = json === undefined ? null : await writeAside(json);
  await eachValue(path, problems, async (value) => {
    const item = readItem(value);
    const reply = replies.get(item.id);
    const mark = reply === undefined ? "missing" : markOf(item, reply);
    replies.delete(item.id);
    const own = counts.get(item.task) ?? { ...NO_COUNTS };
    own[mark]++;
    counts.set(item.task, own);
    await target?.write(`${JSON.stringify({ id: item.id, mark })}\n`);
  });
  await target?.commit();
  return counts;
}

function markOf(item: ScoredItem, reply: string): Mark {
  const task = TASKS.find((t) => t.name === item.task);
  if (task !== undefined) return scoreReply(task, item, reply);
  throw new RangeError(`Cannot score ${item.id}: no task "${item.task}", must be one on the list`);
}

async function report(counts: ReadonlyMap<string, Counts>, io: CommandIo): Promise<void> {
  const total = { ...NO_COUNTS };
  for (const own of counts.values()) {
    for (const [mark, n] of Object.entries(own)) total[mark as Mark] += n;
  }
  const items = Object.values(total).reduce((sum, n) => sum + n, 0);
  const tasks = Object.fromEntries(counts);
  await io.out(`${JSON.stringify({ items, ...total, tasks })}\n`);
}
