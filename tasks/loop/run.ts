import { chanceKey } from "../chance.ts";
import { UNIT } from "../../lines/line_data.ts";
import { type LineProgram, type LineRecord, newMemory, SLACK } from "../../lines/line_program.ts";
import { type ImageKind, type Item, type ItemHead, itemShape } from "../item.ts";
import { itemRecord } from "./item_record.ts";
import { ObjectItems } from "./_object_items.ts";
import { bufferedLines, recordLines, type RunWriters } from "./run_writers.ts";
import type { BoxConvention } from "../marks.ts";
import { type RecordFormat, recordShape, requireBoxes } from "./record_format.ts";
import { type KnobSettings, type KnobValues, resolveKnobs } from "../knobs.ts";
import { renderShape } from "../../lines/render.ts";
import { RowSampler, type SampledRows } from "../sampling/row_sampler.ts";
import type { Form, Plan, Task } from "../task.ts";
import type { JsonValue, LineShape } from "../../lines/template.ts";
import { compileWasmLines } from "../../lines/wasm_lines.ts";

/** What a run depends on, beside its task. */
export interface RunOptions extends KnobSettings {
  /** Any integer of 0 to 2^53 - 1; runs of different seeds share nothing. 0 when left out. */
  readonly seed?: number;
  /** Which pictures the records name; none when left out. Items are the same whichever. */
  readonly images?: ImageKind;
  /** Records say where the picture shows what it names, in boxes of this kind; no boxes when left out. */
  readonly boxes?: BoxConvention;
  /** A scene to ask about, for a task that asks about given scenes; it is part of what items depend on. */
  readonly source?: unknown;
  /** How lines are laid out; our own records when left out. */
  readonly format?: RecordFormat;
}

/** Rows that are sampled before they are written. */
const BATCH = 256;

/** Writes are gathered up to so many bytes. */
const BUFFER = 1 << 18;

/** The buffer comes first, so that a place in it is an address; what writes it stands behind. */
const LINES_BASE = BUFFER + SLACK;

/**
 * A task set up for one seed and one set of knobs: an endless row of items, each of which depends
 * on its index alone.
 *
 * @example
 * ```ts
 * import { direction, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const run = new Run(direction, { seed: 42 });
 * const item = run.item(7);
 * const [line] = [...run.lines(7, 1)].map((bytes) => new TextDecoder().decode(bytes));
 * assertEquals(JSON.parse(line!), item);
 * ```
 */
export class Run {
  /** The task. */
  readonly task: Task;
  /** The value of every knob. */
  readonly values: KnobValues;
  /** What is the same in every item. */
  readonly head: ItemHead;
  readonly #format: RecordFormat;
  readonly #rows: RowItems | null;
  readonly #objects: ObjectItems | null;
  /** Writers that no call of `lines` is using, for the next. */
  readonly #idle: RunWriters[] = [];
  #program: LineProgram | undefined;

  /**
   * Makes a task ready.
   *
   * @param task the task
   * @param options seed, profile, knobs and pictures
   * @throws RangeError, TypeError for a seed, profile, knob or scene that cannot be used
   */
  constructor(task: Task, options: RunOptions = {}) {
    const { seed = 0, images = "none", format = "items", boxes } = options;
    requireWhole(seed, "seed");
    const { profile, level, values, changed } = resolveKnobs(task, options);
    const source = readSource(task, options.source);
    const key = chanceKey([task.name, task.version, seed, values, ...source]);
    this.task = task;
    this.values = values;
    const maker = task.begin?.(values);
    const plan = maker === undefined ? task.plan!(values) : maker.fast?.() ?? null;
    const group = plan?.group ?? maker?.group ?? 1;
    const prefix = `${task.name}-${hex(key)}-`;
    if (boxes !== undefined) requireBoxes(format, boxes);
    if (boxes !== undefined && images === "none") {
      throw new RangeError(`Cannot give boxes as ${boxes} without pictures, must be svg or png`);
    }
    this.head = {
      ...{ task, prefix, profile, level, seed, changed, images, group },
      boxes: boxes === undefined || plan === null
        ? null
        : { convention: boxes, marks: plan.marks, column: plan.width },
    };
    this.#format = format;
    const isMarked = boxes !== undefined;
    this.#rows = plan === null ? null : rowItems(plan, this.head, { key, format, isMarked });
    this.#objects = maker === undefined ? null : new ObjectItems(this.head, {
      ...{ kind: task.kind!, maker, key, source: source[0], boxes: boxes ?? null },
      form: (values.form ?? "open") as Form,
      options: Number(values.options ?? 2),
      wording: String(values.wording ?? "en"),
    });
  }

  /** Whether it has rows, templates and kernels, which are far faster than objects. */
  get isFast(): boolean {
    return this.#rows !== null;
  }

  /**
   * Makes one item.
   *
   * @param index which, an integer of 0 to 2^53 - 1
   * @returns the item as a plain value
   * @throws RangeError for an index out of range, or knobs that no instance satisfies
   *
   * Cost: some microseconds; {@link Run.lines} is far faster for many.
   */
  item(index: number): Item {
    requireWhole(index, "index");
    if (this.#objects !== null) return this.#objects.make(index).item;
    return rendered(this.#rows!, index, this.#rows!.shape) as unknown as Item;
  }

  /**
   * Makes one item, laid out by the run's format.
   *
   * @param index which, an integer of 0 to 2^53 - 1
   * @returns what {@link Run.lines} writes as a line, as a plain value
   * @throws RangeError as {@link Run.item}
   */
  record(index: number): JsonValue {
    requireWhole(index, "index");
    if (this.#objects === null) return rendered(this.#rows!, index, this.#rows!.lineShape);
    const { item, reply } = this.#objects.make(index);
    const wording = String(this.values.wording ?? "en");
    return itemRecord(item, this.#format, { wording, reply });
  }

  /**
   * Writes items as lines of JSON, in order.
   *
   * @param first the index of the first item
   * @param count how many
   * @returns pieces of UTF-8 that end with a line, each to be used before the next is asked for,
   *   for they share one buffer
   * @throws RangeError as {@link Run.item}
   *
   * Cost: direction items take about 60 ns each, of which writing is about half; a task without
   * rows takes some microseconds an item.
   */
  *lines(first: number, count: number): Generator<Uint8Array, void, void> {
    if (this.#rows === null) {
      return yield* recordLines((i) => this.record(first + i), count);
    }
    const writers = this.#idle.pop() ?? Run.writers([this]);
    try {
      yield* bufferedLines(writers, first, count);
    } finally {
      this.#idle.push(writers);
    }
  }

  /**
   * The parts of the loop, for one that mixes runs: `fill` samples up to {@link RunWriters.batch}
   * items, `write` writes some of them to the buffer that all share.
   *
   * @param runs the runs, one or more
   * @param order which run each item of a cycle is of; the only one when left out
   * @throws RangeError when a line may be longer than the buffer, or a run is not fast
   */
  static writers(runs: readonly Run[], order: readonly number[] = [0]): RunWriters {
    const program = runs.length === 1
      ? runs[0]!.#compiled()
      : compiled(runs.map((run) => run.#record), order);
    let end = LINES_BASE;
    const reserve = (room: number) => {
      const base = end;
      end += Math.ceil(room / UNIT) * UNIT;
      return base;
    };
    reserve(program.room);
    const samplers = runs.map((run) => run.#sampler);
    const rooms = samplers.map((sampler) => reserve(sampler.room));
    const memory = newMemory(end);
    const { rows, write, mixed } = program.link(memory);
    const sampled = samplers.map((sampler, i) => sampler.link(memory, rooms[i]!, rows[i]!));
    const starts = runs.map(() => 0);
    return {
      buffer: new Uint8Array(memory.buffer, 0, BUFFER),
      longest: program.longest,
      batch: BATCH,
      fill(run, first, count) {
        starts[run] = first;
        samplers[run]!.fill(first, count, sampled[run]!);
      },
      write: (run, from, count, position) =>
        write(run, { from, count, index: starts[run]! + from }, position),
      begin: () => mixed.begin(starts),
      next: mixed.next,
    };
  }

  get #sampler(): RowSampler {
    if (this.#rows !== null) return this.#rows.sampler;
    throw new RangeError(`Cannot write rows of ${this.task.name}: it has none, must be fast`);
  }

  get #record(): LineRecord {
    return { shape: this.#rows!.lineShape, width: this.#sampler.width };
  }

  #compiled(): LineProgram {
    this.#program ??= compiled([this.#record], [0]);
    return this.#program;
  }
}

/** What makes items of rows. */
interface RowItems {
  readonly shape: LineShape;
  readonly lineShape: LineShape;
  readonly sampler: RowSampler;
  /** A row for one item. */
  readonly single: SampledRows;
}

function rowItems(
  plan: Plan,
  head: ItemHead,
  how: { readonly key: Int32Array; readonly format: RecordFormat; readonly isMarked: boolean },
): RowItems {
  const { key, format, isMarked } = how;
  const sampler = new RowSampler(plan, { name: head.task.name, key, isMarked, batch: BATCH });
  return {
    shape: itemShape(head, plan.parts),
    lineShape: recordShape(format, head, plan.parts),
    sampler,
    single: sampler.single(new Int32Array(sampler.width)),
  };
}

function rendered({ sampler, single }: RowItems, index: number, shape: LineShape): JsonValue {
  sampler.fill(index, 1, single);
  return renderShape(shape, { rows: single.rows, at: 0, index });
}

/** The scene that a task asks about; none for a task that makes its own. */
function readSource(task: Task, source: unknown): readonly unknown[] {
  if (task.source !== undefined) return [task.source.read(source, "source")];
  if (source === undefined) return [];
  throw new RangeError(`Cannot ask ${task.name} about a scene that is given: it makes its own`);
}

function compiled(records: readonly LineRecord[], order: readonly number[]): LineProgram {
  const program = compileWasmLines(records, { batch: BATCH, base: LINES_BASE, order });
  if (program.longest <= BUFFER) return program;
  throw new RangeError(
    `Cannot write lines of ${program.longest} bytes to a buffer of ${BUFFER}, must fit`,
  );
}

function requireWhole(x: number, what: string): void {
  if (Number.isSafeInteger(x) && x >= 0) return;
  throw new RangeError(`Cannot use ${what}: ${x}, must be an integer of 0 to 2^53 - 1`);
}

/** Half of the key is enough to tell runs apart in an id. */
function hex(key: Int32Array): string {
  return [key[0]!, key[1]!].map((w) => (w >>> 0).toString(16).padStart(8, "0")).join("");
}
