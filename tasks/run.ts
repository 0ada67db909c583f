import { Chance, chanceKey } from "./chance.ts";
import { compileScriptLines } from "./_emit.ts";
import { UNIT } from "./_line_data.ts";
import { type LineProgram, type LineRecord, newMemory, SLACK } from "./_line_program.ts";
import { type ImageKind, type Item, type ItemHead, itemShape } from "./item.ts";
import { type BoxConvention, EDGES } from "./marks.ts";
import { type RecordFormat, recordShape, requireBoxes } from "./record_format.ts";
import { type KnobSettings, type KnobValues, resolveKnobs } from "./knobs.ts";
import { renderShape } from "./_render.ts";
import type { LinkedSampler } from "./sampling/batch_sampler.ts";
import type { Plan, Task } from "./task.ts";
import type { Shape } from "./template.ts";
import { compileWasmLines } from "./_wasm_lines.ts";

/** What a run depends on, beside its task. */
export interface RunOptions extends KnobSettings {
  /** Any integer of 0 to 2^53 - 1; runs of different seeds share nothing. 0 when left out. */
  readonly seed?: number;
  /** Which pictures the records name; none when left out. Items are the same whichever. */
  readonly images?: ImageKind;
  /** Records say where the picture shows what it names, in boxes of this kind; no boxes when left out. */
  readonly boxes?: BoxConvention;
  /** How lines are laid out; our own records when left out. */
  readonly format?: RecordFormat;
  /**
   * What lines are written by: WebAssembly, or JavaScript, half as fast, where an engine has no
   * WebAssembly with SIMD. The bytes are the same. Whatever the engine has when left out.
   */
  readonly engine?: "wasm" | "javascript";
}

/** Rows that are sampled before they are written. */
const BATCH = 256;

/** Writes are gathered up to so many bytes. */
const BUFFER = 1 << 18;

/** The buffer comes first, so that a place in it is an address; what writes it stands behind. */
const LINES_BASE = BUFFER + SLACK;

/** Samples of one item that may be rejected before its knobs are said to leave no room. */
const PATIENCE = 10_000;

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
  readonly #plan: Plan;
  readonly #shape: Shape;
  readonly #lineShape: Shape;
  readonly #key: Int32Array;
  readonly #chance: Chance;
  readonly #engine: "wasm" | "javascript";
  /** The row of {@link Run.item}. */
  readonly #row: Int32Array;
  readonly #spare: Int32Array;
  /** Columns of the plan, and behind them those of the boxes. */
  readonly #width: number;
  /** A row of the plan alone, to which boxes are added; none where no boxes are asked for. */
  readonly #bare: Int32Array | null;
  readonly #kept = new Uint8Array(BATCH);
  readonly #waiting = new Int32Array(BATCH);
  /** Writers that no call of `lines` is using, for the next. */
  readonly #idle: RunWriters[] = [];
  #program: LineProgram | undefined;

  /**
   * Makes a task ready.
   *
   * @param task the task
   * @param options seed, profile, knobs and pictures
   * @throws RangeError, TypeError for a seed, profile or knob that cannot be used
   */
  constructor(task: Task, options: RunOptions = {}) {
    const { seed = 0, images = "none", format = "items", engine = "wasm", boxes } = options;
    requireWhole(seed, "seed");
    const { profile, level, values, changed } = resolveKnobs(task, options);
    const key = chanceKey([task.name, task.version, seed, values]);
    this.task = task;
    this.values = values;
    this.#plan = task.plan(values);
    const { group = 1, marks, width } = this.#plan;
    const prefix = `${task.name}-${hex(key)}-`;
    if (boxes !== undefined) requireBoxes(format, boxes);
    if (boxes !== undefined && images === "none") {
      throw new RangeError(`Cannot give boxes as ${boxes} without pictures, must be svg or png`);
    }
    this.head = {
      ...{ task, prefix, profile, level, seed, changed, images, group },
      boxes: boxes === undefined ? null : { convention: boxes, marks, column: width },
    };
    this.#width = width + (boxes === undefined ? 0 : EDGES * marks.names.length);
    this.#bare = boxes === undefined ? null : new Int32Array(width);
    this.#shape = itemShape(this.head, this.#plan.parts);
    this.#lineShape = recordShape(format, this.head, this.#plan.parts);
    this.#key = key;
    this.#chance = new Chance(key);
    this.#engine = engine;
    this.#row = new Int32Array(this.#width);
    this.#spare = new Int32Array(this.#plan.settle === undefined ? 0 : BATCH * this.#plan.width);
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
    this.#fillRows(index, 1, this.#row, { rows: this.#bare ?? this.#row, sampler: null });
    const filling = { rows: this.#row, at: 0, index };
    return renderShape(this.#shape, filling) as unknown as Item;
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
   * Cost: direction items take about 55 ns each, of which writing is more than half.
   */
  *lines(first: number, count: number): Generator<Uint8Array, void, void> {
    const writers = this.#idle.pop() ?? Run.writers([this]);
    try {
      yield* bufferedLines(writers, first, count);
    } finally {
      this.#idle.push(writers);
    }
  }

  /**
   * The parts of the loop, for one that mixes runs: `fill` samples up to {@link RunWriters.batch}
   * items, `write` writes some of them to the buffer that all share. Where one run is to be written
   * by JavaScript, all are.
   *
   * @param runs the runs, one or more
   * @param order which run each item of a cycle is of; the only one when left out
   * @throws RangeError when a line may be longer than the buffer
   */
  static writers(runs: readonly Run[], order: readonly number[] = [0]): RunWriters {
    const program = runs.length === 1 ? runs[0]!.#compiled() : compiled(
      runs.map((run) => run.#record),
      order,
      runs.every((run) => run.#engine === "wasm") ? "wasm" : "javascript",
    );
    let end = LINES_BASE;
    const reserve = (room: number) => {
      const base = end;
      end += Math.ceil(room / UNIT) * UNIT;
      return base;
    };
    reserve(program.room);
    const rooms = runs.map((run) => reserve(run.#samplerRoom));
    const memory = newMemory(end);
    const { rows, write, mixed } = program.link(memory);
    const samplers = runs.map((run, i) => run.#linkSampler(memory, rooms[i]!, rows[i]!));
    const starts = runs.map(() => 0);
    return {
      buffer: new Uint8Array(memory.buffer, 0, BUFFER),
      longest: program.longest,
      batch: BATCH,
      fill(run, first, count) {
        starts[run] = first;
        runs[run]!.#fillRows(first, count, rows[run]!, samplers[run]!);
      },
      write: (run, from, count, position) =>
        write(run, { from, count, index: starts[run]! + from }, position),
      begin: () => mixed.begin(starts),
      next: mixed.next,
    };
  }

  get #record(): LineRecord {
    return { shape: this.#lineShape, width: this.#width };
  }

  #compiled(): LineProgram {
    this.#program ??= compiled([this.#record], [0], this.#engine);
    return this.#program;
  }

  /** The memory for a sampler, and for rows of the plan alone. */
  get #samplerRoom(): number {
    const room = this.#engine === "wasm" ? this.#plan.sampler?.room(BATCH) : undefined;
    return (room ?? 0) + (this.#bare === null ? 0 : 4 * BATCH * this.#plan.width + UNIT);
  }

  /** What samples whole batches to rows, or to the rows of the plan that they are made from. */
  #linkSampler(memory: WebAssembly.Memory, base: number, lines: Int32Array): SampledRows {
    const { sampler, scriptSampler, width } = this.#plan;
    const bareRoom = this.#bare === null ? 0 : Math.ceil(4 * BATCH * width / UNIT) * UNIT;
    const rows = this.#bare === null ? lines : new Int32Array(memory.buffer, base, BATCH * width);
    const place = { memory, base: base + bareRoom, rows, key: this.#key };
    const linked = this.#engine === "wasm" ? sampler?.link(place) : null;
    return { rows, sampler: linked ?? scriptSampler?.link(place) ?? null };
  }

  #fillRows(first: number, count: number, rows: Int32Array, sampled: SampledRows): void {
    this.#fill(first, count, sampled.rows, sampled.sampler);
    if (sampled.rows === rows) return;
    const { width, marks } = this.#plan;
    const bare = sampled.rows;
    for (let i = 0, to = 0; i < count; i++, to += this.#width) {
      for (let c = 0; c < width; c++) rows[to + c] = bare[i * width + c]!;
      marks.locate(rows, to, rows, to + width);
    }
  }

  #fill(first: number, count: number, rows: Int32Array, sampler: LinkedSampler | null): void {
    const { width } = this.#plan;
    if (sampler === null) {
      for (let i = 0; i < count; i++) {
        if (i === 0 || !this.#join(first + i, rows, i * width)) {
          this.#sample(first + i, 0, rows, i * width);
        }
      }
    } else {
      const misses = sampler.sample(first, count);
      for (let i = 0; i < misses; i++) {
        const item = sampler.missed[i]!;
        this.#sample(first + item, 0, rows, item * width);
      }
    }
    if (this.#plan.settle !== undefined) this.#settle(first, count, rows);
    if (this.#plan.complete === undefined) return;
    for (let i = 0; i < count; i++) {
      this.#chance.start(first + i, PATIENCE);
      this.#plan.complete(this.#chance, rows, i * width);
    }
  }

  #sample(index: number, attempt: number, rows: Int32Array, at: number): void {
    const { group } = this.head;
    if (group === 1) {
      this.#chance.start(index, attempt);
      this.#plan.sample(this.#chance, rows, at, 0);
    } else {
      const shared = Math.floor(index / group);
      this.#chance.start(shared, attempt);
      this.#plan.sample(this.#chance, rows, at, index - shared * group);
    }
  }

  /** Takes a row from the one before it, of the same group; false where there is none. */
  #join(index: number, rows: Int32Array, at: number): boolean {
    const { group } = this.head;
    const { width } = this.#plan;
    const member = index % group;
    if (member === 0 || this.#plan.join === undefined) return false;
    for (let c = at; c < at + width; c++) rows[c] = rows[c - width]!;
    this.#plan.join(rows, at, member);
    return true;
  }

  /** Solves all rows, and samples those that are rejected anew until none is left. */
  #settle(first: number, count: number, rows: Int32Array): void {
    const { width, settle } = this.#plan;
    const waiting = this.#waiting;
    settle!.call(this.#plan, rows, count, this.#kept);
    let left = 0;
    for (let i = 0; i < count; i++) if (this.#kept[i] === 0) waiting[left++] = i;
    for (let attempt = 1; left > 0; attempt++) {
      if (attempt === PATIENCE) throw this.#noRoom(first + waiting[0]!);
      for (let i = 0; i < left; i++) {
        this.#sample(first + waiting[i]!, attempt, this.#spare, i * width);
      }
      settle!.call(this.#plan, this.#spare, left, this.#kept);
      left = this.#take(left, rows);
    }
  }

  /** Moves the rows that are kept to their places; returns how many are not. */
  #take(count: number, rows: Int32Array): number {
    const { width } = this.#plan;
    let left = 0;
    for (let i = 0; i < count; i++) {
      const item = this.#waiting[i]!;
      if (this.#kept[i] === 0) this.#waiting[left++] = item;
      else rows.set(this.#spare.subarray(i * width, (i + 1) * width), item * width);
    }
    return left;
  }

  #noRoom(index: number): RangeError {
    return new RangeError(
      `Cannot sample item ${index} of ${this.task.name}: ${PATIENCE} instances were rejected, ` +
        `the knobs must leave more room`,
    );
  }
}

function compiled(
  records: readonly LineRecord[],
  order: readonly number[],
  engine: "wasm" | "javascript",
): LineProgram {
  const options = { batch: BATCH, base: LINES_BASE, order };
  const program = (engine === "wasm" ? compileWasmLines(records, options) : null) ??
    compileScriptLines(records, options);
  if (program.longest <= BUFFER) return program;
  throw new RangeError(
    `Cannot write lines of ${program.longest} bytes to a buffer of ${BUFFER}, must fit`,
  );
}

/** Rows of a plan, and what samples them many at once, where there is such a thing. */
interface SampledRows {
  readonly rows: Int32Array;
  readonly sampler: LinkedSampler | null;
}

/** The loops of some runs in parts, and the buffer they share. */
export interface RunWriters {
  /** Where lines are written. */
  readonly buffer: Uint8Array;
  /** No line of any run is longer than this, in bytes. */
  readonly longest: number;
  /** So many items of a run are sampled at once, at most. */
  readonly batch: number;
  /**
   * Samples items.
   *
   * @param run which run
   * @param first the index of the first
   * @param count how many, at most the batch
   */
  fill(run: number, first: number, count: number): void;
  /**
   * Writes items that were sampled.
   *
   * @param run which run
   * @param from the first, counted within the batch
   * @param count how many
   * @param position where in the buffer to begin
   * @returns the position behind the last line
   */
  write(run: number, from: number, count: number, position: number): number;
  /** Makes {@link RunWriters.next} begin with the first item that each run has sampled. */
  begin(): void;
  /**
   * Writes items of all runs in their order.
   *
   * @param slot where in the cycle the first is
   * @param count how many
   * @param position where in the buffer to begin
   * @returns the position behind the last line
   */
  next(slot: number, count: number, position: number): number;
}

function* bufferedLines(writers: RunWriters, first: number, count: number) {
  const { buffer, longest } = writers;
  let position = 0;
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done);
    writers.fill(0, first + done, size);
    for (let at = 0; at < size;) {
      const room = Math.floor((BUFFER - position) / longest);
      const some = Math.min(size - at, room);
      position = writers.write(0, at, some, position);
      at += some;
      if (at < size || room === some) {
        yield buffer.subarray(0, position);
        position = 0;
      }
    }
  }
  if (position > 0) yield buffer.subarray(0, position);
}

function requireWhole(x: number, what: string): void {
  if (Number.isSafeInteger(x) && x >= 0) return;
  throw new RangeError(`Cannot use ${what}: ${x}, must be an integer of 0 to 2^53 - 1`);
}

/** Half of the key is enough to tell runs apart in an id. */
function hex(key: Int32Array): string {
  return [key[0]!, key[1]!].map((w) => (w >>> 0).toString(16).padStart(8, "0")).join("");
}
