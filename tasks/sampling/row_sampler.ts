import { PATIENCE } from "../patience.ts";
import { Chance } from "../chance.ts";
import { UNIT } from "../../lines/line_data.ts";
import { EDGES } from "../marks.ts";
import type { LinkedSampler } from "./batch_sampler.ts";
import type { Plan } from "../plan.ts";

/** What sampling depends on, beside the plan. */
export interface SamplerSettings {
  /** The task's name, for an error. */
  readonly name: string;
  readonly key: Int32Array;
  /** Whether boxes stand behind the columns of the plan. */
  readonly isMarked: boolean;
  /** The most rows of a batch. */
  readonly batch: number;
}

/** Rows to fill, and what fills many of them at once. */
export interface SampledRows {
  /** Where rows are written. */
  readonly rows: Int32Array;
  /** Where the plan's columns are sampled: the same, unless boxes are added to them. */
  readonly bare: Int32Array;
  readonly sampler: LinkedSampler | null;
}

/** Fills rows with items: samples them, solves those that are left unsolved, and adds boxes. */
export class RowSampler {
  /** The columns of a row. */
  readonly width: number;
  readonly #plan: Plan;
  readonly #settings: SamplerSettings;
  readonly #chance: Chance;
  readonly #group: number;
  readonly #spare: Int32Array;
  readonly #kept: Uint8Array;
  readonly #waiting: Int32Array;

  constructor(plan: Plan, settings: SamplerSettings) {
    const { key, batch, isMarked } = settings;
    this.#plan = plan;
    this.#settings = settings;
    this.#chance = new Chance(key);
    this.#group = plan.group ?? 1;
    this.width = plan.width + (isMarked ? EDGES * plan.marks.names.length : 0);
    this.#spare = new Int32Array(plan.settle === undefined ? 0 : batch * plan.width);
    this.#kept = new Uint8Array(batch);
    this.#waiting = new Int32Array(batch);
  }

  /** The memory it takes to fill a batch of rows, in bytes. */
  get room(): number {
    return this.#bareRoom + (this.#plan.sampler?.room(this.#settings.batch) ?? 0);
  }

  /** Makes ready to fill batches of rows that stand in a memory, in which its room is at `base`. */
  link(memory: WebAssembly.Memory, base: number, rows: Int32Array): SampledRows {
    const { sampler, width } = this.#plan;
    const { key, isMarked, batch } = this.#settings;
    const bare = isMarked ? new Int32Array(memory.buffer, base, batch * width) : rows;
    const place = { memory, base: base + this.#bareRoom, rows: bare, key };
    return { rows, bare, sampler: sampler?.link(place) ?? null };
  }

  /** Makes ready to fill a single row. */
  single(row: Int32Array): SampledRows {
    const bare = this.#settings.isMarked ? new Int32Array(this.#plan.width) : row;
    return { rows: row, bare, sampler: null };
  }

  /** Fills the first rows with items that follow each other. */
  fill(first: number, count: number, { rows, bare, sampler }: SampledRows): void {
    this.#sampleAll(first, count, bare, sampler);
    if (this.#plan.settle !== undefined) this.#settle(first, count, bare);
    if (this.#plan.complete !== undefined) this.#complete(first, count, bare);
    if (this.#settings.isMarked) this.#mark(count, bare, rows);
  }

  get #bareRoom(): number {
    const { batch, isMarked } = this.#settings;
    return isMarked ? Math.ceil(4 * batch * this.#plan.width / UNIT) * UNIT : 0;
  }

  #sampleAll(first: number, count: number, rows: Int32Array, sampler: LinkedSampler | null): void {
    const { width } = this.#plan;
    if (sampler === null) {
      for (let i = 0; i < count; i++) {
        if (i > 0 && this.#join(first + i, rows, i * width)) continue;
        this.#sample(first + i, 0, rows, i * width);
      }
      return;
    }
    const misses = sampler.sample(first, count);
    for (let i = 0; i < misses; i++) {
      const item = sampler.missed[i]!;
      this.#sample(first + item, 0, rows, item * width);
    }
  }

  #sample(index: number, attempt: number, rows: Int32Array, at: number): void {
    const group = this.#group;
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
    const { width } = this.#plan;
    const member = index % this.#group;
    if (member === 0 || this.#plan.join === undefined) return false;
    for (let c = at; c < at + width; c++) rows[c] = rows[c - width]!;
    this.#plan.join(rows, at, member);
    return true;
  }

  #complete(first: number, count: number, rows: Int32Array): void {
    const { width } = this.#plan;
    for (let i = 0; i < count; i++) {
      this.#chance.start(first + i, PATIENCE.instances);
      this.#plan.complete!(this.#chance, rows, i * width);
    }
  }

  #mark(count: number, bare: Int32Array, rows: Int32Array): void {
    const { width, marks } = this.#plan;
    for (let i = 0, to = 0; i < count; i++, to += this.width) {
      for (let c = 0; c < width; c++) rows[to + c] = bare[i * width + c]!;
      marks.locate(rows, to, rows, to + width);
    }
  }

  /** Solves all rows, and samples those that are rejected anew until none is left. */
  #settle(first: number, count: number, rows: Int32Array): void {
    const { width } = this.#plan;
    const waiting = this.#waiting;
    this.#plan.settle!(rows, count, this.#kept);
    let left = 0;
    for (let i = 0; i < count; i++) if (this.#kept[i] === 0) waiting[left++] = i;
    for (let attempt = 1; left > 0; attempt++) {
      if (attempt === PATIENCE.instances) throw this.#noRoom(first + waiting[0]!);
      for (let i = 0; i < left; i++) {
        this.#sample(first + waiting[i]!, attempt, this.#spare, i * width);
      }
      this.#plan.settle!(this.#spare, left, this.#kept);
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
      `Cannot sample item ${index} of ${this.#settings.name}: ${PATIENCE.instances} instances were ` +
        `rejected, the knobs must leave more room`,
    );
  }
}
