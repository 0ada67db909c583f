import { BoardEnds } from "../grids/board_ends.ts";
import type { GridEnds } from "../grids/grid_ends.ts";
import type { GridRows } from "../grids/grid_rows.ts";
import { LineData } from "../../lines/line_data.ts";
import type { BatchSampler, LinkedSampler, SamplerPlace } from "./batch_sampler.ts";
import { BOARD_KERNEL } from "./_board_kernel_base64.ts";
import { RowKernel } from "./_row_kernel.ts";

/** What stands in a row beside its cells, as the kernel draws it. */
export interface BoardRows {
  /** The columns of a row. */
  readonly width: number;
  /** How many ways to put the question, and the column of the one that is drawn. */
  readonly questions: number;
  readonly question: number;
  /** The column of the answer, and what it is; a first move is drawn, and has to come first. */
  readonly answer: number;
  readonly asked: "steps" | "first move" | "ways";
  /** The column of the number of steps before a route, and whether its moves are written. */
  readonly route?: { readonly column: number; readonly isWay: boolean };
  /** The marks of the cell the board is spread from and of the other end, 0 for none. */
  readonly marks: readonly [source: number, target: number];
}

const ASKED = ["steps", "first move", "ways"] as const;

/** The words of the settings, the key included. */
const SETTING_WORDS = 31;

/** Scratch of the kernel, in bytes: words of a stream, fronts, and numbers of ways. */
const STREAM_BYTES = 64, FRONT_BYTES = 8 * 65, COUNT_BYTES = 4 * 128;

const KERNEL = new RowKernel(BOARD_KERNEL);

/** The sampler of a task about grids, where they are boards. */
export function boardSampler(
  ends: GridEnds,
  cells: GridRows,
  rows: BoardRows,
): { readonly sampler?: BatchSampler } {
  return ends instanceof BoardEnds ? { sampler: new BoardSampler(ends, cells, rows) } : {};
}

class BoardSampler implements BatchSampler {
  readonly #ends: BoardEnds;
  readonly #cells: GridRows;
  readonly #rows: BoardRows;
  #tables: Tables | undefined;

  constructor(ends: BoardEnds, cells: GridRows, rows: BoardRows) {
    this.#ends = ends;
    this.#cells = cells;
    this.#rows = rows;
  }

  room(batch: number): number {
    return this.#made().data.size + 4 * batch;
  }

  link(place: SamplerPlace): LinkedSampler {
    const { data, at } = this.#made();
    const values = (base: number) => this.#settings(base, at);
    return KERNEL.link(place, data, { at: at.settings, values }, this.#rows.width);
  }

  #made(): Tables {
    if (this.#tables !== undefined) return this.#tables;
    const data = new LineData();
    const { first, mask, codes, column, unit } = this.#cells.tables;
    const keep = (numbers: Int32Array) => data.literal(new Uint8Array(numbers.buffer));
    const at = {
      near: this.#ends.near.length === 0 ? null : keep(this.#ends.near),
      pieces: keep(pairs(first, mask)),
      codes: keep(codes),
      units: keep(pairs(column.map((c) => 4 * c), unit)),
      stream: data.reserve(STREAM_BYTES),
      fronts: data.reserve(FRONT_BYTES),
      counts: data.reserve(COUNT_BYTES),
      settings: data.reserve(4 * SETTING_WORDS),
    };
    return this.#tables = { data, at };
  }

  /** The settings behind the key, in the order of the kernel. */
  #settings(base: number, at: Tables["at"]): number[] {
    const { width, height, blocked, least, most, unique } = this.#ends.settings;
    const { ways } = this.#ends.options;
    const { questions, question, answer, asked, route, marks } = this.#rows;
    const cells = this.#cells;
    return [
      4 * this.#rows.width,
      width,
      width * height,
      blocked,
      least,
      most - least + 1,
      questions,
      asked === "first move" ? 4 : 0,
      Number(unique),
      ways?.fewest ?? 0,
      ways?.most ?? 0,
      at.near === null ? 0 : base + at.near,
      4 * question,
      4 * cells.first,
      cells.width,
      base + at.pieces,
      base + at.codes,
      base + at.units,
      4 * answer,
      ASKED.indexOf(asked),
      route === undefined ? -1 : 4 * route.column,
      Number(route?.isWay ?? false),
      ...marks,
      base + at.stream,
      base + at.fronts,
      base + at.counts,
    ];
  }
}

/** A sampler's tables, and where they stand. */
interface Tables {
  readonly data: LineData;
  readonly at: {
    readonly near: number | null;
    readonly pieces: number;
    readonly codes: number;
    readonly units: number;
    readonly stream: number;
    readonly fronts: number;
    readonly counts: number;
    readonly settings: number;
  };
}

/** Two lists as one, in turn. */
function pairs(a: Int32Array, b: Int32Array): Int32Array {
  return Int32Array.from({ length: 2 * a.length }, (_, i) => (i % 2 === 0 ? a : b)[i >> 1]!);
}
