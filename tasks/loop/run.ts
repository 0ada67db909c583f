import { chanceKey } from "../chance.ts";
import { UNIT } from "../../lines/line_data.ts";
import { type LineProgram, type LineRecord, newMemory, SLACK } from "../../lines/line_program.ts";
import { type ImageKind, type Item, type ItemHead, itemShape } from "../item.ts";
import { bufferedLines, type RunWriters } from "./run_writers.ts";
import type { BoxConvention } from "../marks.ts";
import { type RecordFormat, recordShape, requireBoxes } from "./record_format.ts";
import { type KnobSettings, type KnobValues, resolveKnobs } from "../knobs.ts";
import { renderShape } from "../../lines/render.ts";
import { RowSampler, type SampledRows } from "../sampling/row_sampler.ts";
import type { Task } from "../task.ts";
import type { Shape } from "../../lines/template.ts";
import { compileWasmLines } from "../../lines/wasm_lines.ts";

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
  readonly #shape: Shape;
  readonly #lineShape: Shape;
  readonly #sampler: RowSampler;
  /** The row of {@link Run.item}. */
  readonly #single: SampledRows;
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
    const { seed = 0, images = "none", format = "items", boxes } = options;
    requireWhole(seed, "seed");
    const { profile, level, values, changed } = resolveKnobs(task, options);
    const key = chanceKey([task.name, task.version, seed, values]);
    this.task = task;
    this.values = values;
    const plan = task.plan(values);
    const { group = 1, marks, width } = plan;
    const prefix = `${task.name}-${hex(key)}-`;
    if (boxes !== undefined) requireBoxes(format, boxes);
    if (boxes !== undefined && images === "none") {
      throw new RangeError(`Cannot give boxes as ${boxes} without pictures, must be svg or png`);
    }
    this.head = {
      ...{ task, prefix, profile, level, seed, changed, images, group },
      boxes: boxes === undefined ? null : { convention: boxes, marks, column: width },
    };
    this.#shape = itemShape(this.head, plan.parts);
    this.#lineShape = recordShape(format, this.head, plan.parts);
    const isMarked = boxes !== undefined;
    const sampled = { name: task.name, key, isMarked, batch: BATCH };
    this.#sampler = new RowSampler(plan, sampled);
    this.#single = this.#sampler.single(new Int32Array(this.#sampler.width));
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
    this.#sampler.fill(index, 1, this.#single);
    const filling = { rows: this.#single.rows, at: 0, index };
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
   * Cost: direction items take about 60 ns each, of which writing is about half.
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
   * items, `write` writes some of them to the buffer that all share.
   *
   * @param runs the runs, one or more
   * @param order which run each item of a cycle is of; the only one when left out
   * @throws RangeError when a line may be longer than the buffer
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
    const rooms = runs.map((run) => reserve(run.#sampler.room));
    const memory = newMemory(end);
    const { rows, write, mixed } = program.link(memory);
    const sampled = runs.map((run, i) => run.#sampler.link(memory, rooms[i]!, rows[i]!));
    const starts = runs.map(() => 0);
    return {
      buffer: new Uint8Array(memory.buffer, 0, BUFFER),
      longest: program.longest,
      batch: BATCH,
      fill(run, first, count) {
        starts[run] = first;
        runs[run]!.#sampler.fill(first, count, sampled[run]!);
      },
      write: (run, from, count, position) =>
        write(run, { from, count, index: starts[run]! + from }, position),
      begin: () => mixed.begin(starts),
      next: mixed.next,
    };
  }

  get #record(): LineRecord {
    return { shape: this.#lineShape, width: this.#sampler.width };
  }

  #compiled(): LineProgram {
    this.#program ??= compiled([this.#record], [0]);
    return this.#program;
  }
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
