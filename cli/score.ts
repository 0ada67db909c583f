import { gradeReply, readItem, type ScoredItem, type Task } from "../tasks/mod.ts";
import { readTolerance } from "../text/tolerance.ts";
import { writeAside } from "./_aside.ts";
import { type BadLine, BadLines, ERRORS_HELP } from "./_bad_lines.ts";
import { breather } from "./_interrupt.ts";
import { LIMIT_HELP, limitOf } from "./_limits.ts";
import { linesOf, messageOf, openToRead, parseLine } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { allTasks, withOwn } from "./_own.ts";
import { type FoundReply, repliesOf, RESULT_SOURCES, type ResultSource } from "./_result_files.ts";
import { type Counted, Counts, type ItemMark, Sets } from "./_score_counts.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade score: mark replies to generated items

Usage: alidade score --items FILE --replies FILE [--from NAME] [--tolerance T] [--sets FIELD]
                     [--json FILE] [--errors FILE]

  --items FILE      the items, as generate wrote them; may be left out where the lines of replies
                    hold their items
  --replies FILE    a line of JSON each: {"id": "...", "reply": "..."}, or with the item's record,
                    {"item": {...}, "reply": "..."}; "want", a mark or several, is compared
  --from NAME       reads the result file of an evaluator instead:
                      lmms-eval   *_samples_*.jsonl; replies by doc.id, or by doc_id, the row of
                                  the item in --items, from 0
                      vlmevalkit  .xlsx, .tsv, .csv, .json or .jsonl with the columns prediction
                                  and index, or id: an item's id, or its row, from 0
  --tolerance T     how far a number may be off, whatever the item says: 0.01, or 1% of it
  --sets FIELD      also counts sets of items that share a field (image, metadata.pair): a set is
                    right where all of them are; sets of two are pairs
  --json FILE       a line of JSON for each item: its id, mark, and graded marks
  --load MODULE     where the items' own tasks are, such as ./my_task.ts; may be repeated
${ERRORS_HELP}
${LIMIT_HELP}

Replies are read as models write them, and strictly: what a reply marks as its answer (\\boxed{},
<answer>, ####, JSON, "the answer is") counts before the rest, and the last of it; thoughts and
reasons do not count; there must be one answer, not denied, asked, bounded or left open. Marks:
right, wrong, unread (no answer, or more than one), empty, missing (no reply to the item).

Counts go to standard output as JSON: of all, and by task, kind and level, with the accuracy and its
Wilson interval of 95 %. "grades" are means of points for what is nearly right: mra (mean relative
accuracy, exact), mra-doubles (as programs compute it), factor-2, pairs (of an order, the share of
pairs in order); what is unread has none. "circular" counts choices whose options are asked in
several orders, right where each is.

Exit code: 0 ran; 1 some lines, or a file, could not be read; 2 usage.

Examples:
  alidade score --items data/items.jsonl --replies replies.jsonl
  alidade score --items data/items.jsonl --replies model_set.xlsx --from vlmevalkit
  alidade score --replies judged.jsonl
`;

/** `alidade score`: replies in, marks out. */
export const score: Command = {
  name: "score",
  summary: "Mark replies to generated items",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, {
      text: ["items", "replies", "from", "tolerance", "sets", "json", "errors", "line-limit"],
      list: ["load"],
    });
    await withOwn(options.list("load"), "tasks");
    if (options.words.length > 0) {
      throw new UsageError(`${options.words[0]} is no option, must be --items and --replies`);
    }
    const path = options.text("replies");
    if (path === undefined) throw new UsageError("--replies is missing, must be a file");
    const job = new Scoring({
      from: sourceOf(options.text("from")),
      tolerance: toleranceOf(options.text("tolerance")),
      sets: options.text("sets"),
      limit: limitOf(options).lineLimit,
    });
    await using target = await jsonTarget(options.text("json"));
    await job.run(path, options.text("items"), (line) => target?.write(line));
    await target?.commit();
    await io.out(`${JSON.stringify(job.shown())}\n`);
    await using bad = await BadLines.open(options, io);
    for (const problem of job.problems) await bad.add(placed(problem));
    await bad.commit();
    return bad.failed ? 1 : 0;
  },
};

/** A problem by its place, which begins it. */
function placed(problem: string): BadLine {
  const [, file, line, message] = /^(.*?):(\d+): (.*)$/s.exec(problem) ?? [];
  if (message === undefined) return { file: null, line: null, message: problem };
  return { file: file!, line: Number(line), message };
}

async function jsonTarget(path: string | undefined) {
  return path === undefined ? null : await writeAside(path);
}

function sourceOf(name = "alidade"): ResultSource {
  if ((RESULT_SOURCES as readonly string[]).includes(name)) return name as ResultSource;
  throw new UsageError(`--from is ${name}, must be one of ${RESULT_SOURCES.join(", ")}`);
}

function toleranceOf(text: string | undefined): string | undefined {
  try {
    if (text !== undefined) readTolerance(text);
    return text;
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

interface Settings {
  readonly from: ResultSource;
  readonly tolerance: string | undefined;
  readonly sets: string | undefined;
  /** The most characters of a line. */
  readonly limit: number;
}

type Write = (line: string) => Promise<void> | undefined;

/** Marks replies, and counts the marks. */
class Scoring {
  readonly problems: string[] = [];
  readonly #settings: Settings;
  readonly #total = new Counts();
  readonly #by = {
    tasks: new Map<string, Counts>(),
    kinds: new Map<string, Counts>(),
    levels: new Map<string, Counts>(),
  };
  readonly #sets = new Sets();
  readonly #turns = new Turns();
  #wanted = { replies: 0, agree: 0, falseRight: 0 };

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** How files are read, and where what is wrong with them goes. */
  get #reading() {
    return { problems: this.problems, limit: this.#settings.limit };
  }

  async run(replies: string, items: string | undefined, write: Write): Promise<void> {
    const { from } = this.#settings;
    if (items === undefined) return await this.#runAlone(replies, write);
    const found = new Replies();
    for await (const reply of repliesOf(replies, from, this.#reading)) {
      found.add(reply);
    }
    let row = 0;
    const breathe = breather();
    for await (const line of linesOf(await openToRead(items), this.#reading)) {
      await breathe();
      try {
        const parsed = parseLine(line);
        if ("error" in parsed) throw new SyntaxError(parsed.error);
        const record = itemIn(parsed.value);
        const item = readItem(record);
        const reply = found.take(item.id, row);
        await this.#score({ item, record, reply }, write);
      } catch (error) {
        this.problems.push(`${items}:${line.number}: ${messageOf(error)}`);
      }
      row++;
    }
    for (const why of found.left()) this.problems.push(why);
  }

  /** Replies that bring their items. */
  async #runAlone(path: string, write: Write): Promise<void> {
    for await (const reply of repliesOf(path, this.#settings.from, this.#reading)) {
      try {
        if (reply.item === undefined) {
          throw new TypeError("Cannot read reply: no item in it, must have one, or --items");
        }
        await this.#score({ item: readItem(reply.item), record: reply.item, reply }, write);
      } catch (error) {
        this.problems.push(`${reply.where}: ${messageOf(error)}`);
      }
    }
  }

  async #score(
    { item, record, reply }: {
      readonly item: ScoredItem;
      readonly record: unknown;
      readonly reply: FoundReply | undefined;
    },
    write: Write,
  ): Promise<void> {
    const { tolerance, sets } = this.#settings;
    const task = taskOf(item);
    const options = tolerance === undefined ? {} : { tolerance };
    const scored = gradeReply(task, item, reply?.reply ?? "", options);
    const mark: ItemMark = reply === undefined ? "missing" : scored.mark;
    const counted: Counted = { mark, grades: scored.grades };
    this.#total.add(counted);
    addTo(this.#by.tasks, item.task, counted);
    addTo(this.#by.kinds, task.kind?.name ?? task.name, counted);
    if (item.level !== undefined) addTo(this.#by.levels, item.level, counted);
    this.#turns.add(item, mark);
    if (sets !== undefined) this.#sets.add(shared(record, sets), mark);
    if (reply?.want !== undefined) this.#want(reply.want, mark);
    await write(`${JSON.stringify({ id: item.id, mark, ...gradesShown(counted) })}\n`);
  }

  #want(want: readonly string[], mark: ItemMark): void {
    this.#wanted.replies++;
    if (want.includes(mark)) this.#wanted.agree++;
    else if (mark === "right") this.#wanted.falseRight++;
  }

  shown(): Record<string, unknown> {
    const { sets } = this.#settings;
    const circular = this.#turns.sets();
    return {
      ...this.#total.shown(),
      ...Object.fromEntries(
        Object.entries(this.#by).map(([name, counts]) => [name, shownBy(counts)]),
      ),
      ...(circular.count === 0 ? {} : { circular: circular.shown() }),
      ...(sets === undefined
        ? {}
        : { sets: { by: sets, ...this.#sets.shown() }, pairs: this.#sets.shown(2) }),
      ...(this.#wanted.replies === 0 ? {} : { wanted: this.#wanted }),
    };
  }
}

/** Replies by what they answer, until they are taken: where an item stands again, in order. */
class Replies {
  readonly #queues = new Map<string | number, { readonly replies: FoundReply[]; taken: number }>();

  add(reply: FoundReply): void {
    const queue = this.#queues.get(reply.to);
    if (queue === undefined) this.#queues.set(reply.to, { replies: [reply], taken: 0 });
    else queue.replies.push(reply);
  }

  take(id: string, row: number): FoundReply | undefined {
    const key = this.#queues.has(id) ? id : row;
    const queue = this.#queues.get(key);
    if (queue === undefined) return undefined;
    const reply = queue.replies[queue.taken++];
    if (queue.taken === queue.replies.length) this.#queues.delete(key);
    return reply;
  }

  /** Why replies are left. */
  *left(): Iterable<string> {
    for (const [to, { replies, taken }] of this.#queues) {
      const item = typeof to === "string" ? `id ${JSON.stringify(to)}` : `row ${to}`;
      for (const { where } of replies.slice(taken)) {
        yield taken > 0
          ? `${where}: Cannot read reply: a second one to the ${item}, must be one for each item`
          : `${where}: no item has the ${item}`;
      }
    }
  }
}

/** One question with its options in several orders. */
class Turns {
  readonly #sets = new Sets();
  readonly #orders = new Map<string, Set<string>>();

  add({ task, choices, instance }: ScoredItem, mark: ItemMark): void {
    if (choices === null) return;
    const key = JSON.stringify([task, [...choices].sort(), instance]);
    const orders = this.#orders.get(key) ?? new Set();
    this.#orders.set(key, orders.add(JSON.stringify(choices)));
    this.#sets.add(key, mark);
  }

  /** Those that were asked in more than one order. */
  sets(): Sets {
    return this.#sets.only((key) => this.#orders.get(key)!.size > 1);
  }
}

/** The item of a line: the line, or what it has under "item", as lines with a reply do. */
function itemIn(value: unknown): unknown {
  const isPair = typeof value === "object" && value !== null && Object.hasOwn(value, "item") &&
    !Object.hasOwn(value, "task");
  return isPair ? (value as { item: unknown }).item : value;
}

function taskOf(item: ScoredItem): Task {
  const task = allTasks().find((t) => t.name === item.task);
  if (task !== undefined) return task;
  throw new RangeError(`Cannot score ${item.id}: no task "${item.task}", must be one on the list`);
}

function addTo(counts: Map<string, Counts>, key: string, counted: Counted): void {
  let own = counts.get(key);
  if (own === undefined) counts.set(key, own = new Counts());
  own.add(counted);
}

function shownBy(counts: ReadonlyMap<string, Counts>): Record<string, unknown> {
  return Object.fromEntries([...counts].map(([key, own]) => [key, own.shown()]));
}

function gradesShown({ grades }: Counted): Record<string, unknown> {
  const shown = Object.entries(grades).map(([name, { points, of }]) => [name, `${points}/${of}`]);
  return shown.length === 0 ? {} : { grades: Object.fromEntries(shown) };
}

/** What a record has in a field, as a key; a name within a name behind a dot. */
function shared(record: unknown, field: string): string {
  let value = record;
  for (const name of field.split(".")) {
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    if (!isObject) {
      throw new RangeError(`Cannot put into a set: no field "${field}", must be in each item`);
    }
    value = (value as Record<string, unknown>)[name];
  }
  return JSON.stringify(value);
}
