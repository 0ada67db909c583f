import { crossings, type Cut } from "./_cut.ts";
import type { Highs, HighsModel } from "./_highs.ts";
import type { Level } from "./_level.ts";

/** A basis that outlives rows and columns of the program. */
export interface SavedBasis {
  /** The status of the columns that there were. */
  readonly columns: Int32Array;
  /** The status of the rows of the points. */
  readonly points: Int32Array;
  /** The cuts whose rows were not basic, with their status. */
  readonly cuts: readonly { readonly cut: Cut; readonly status: number }[];
}

const BASIC = 1;
const LOWER = 0;
const OPTIMAL = 7;
const INFEASIBLE = 8;
/** HiGHS's own default for the number of iterations. */
const UNBOUNDED = 2147483647;

/** What a run of the linear program ended with. */
export type LpStatus = "optimal" | "infeasible" | "stopped";

/**
 * The linear program of a tour problem: a column an edge, a row a point (two edges meet there) and
 * a row a cut. The program stays in HiGHS; what is read from it are proposals, never proofs.
 */
export class TourLp {
  /** The edges of the columns. */
  readonly us: number[] = [];
  readonly vs: number[] = [];
  readonly costs: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  /** The cuts of the rows behind the points, with their entries. */
  readonly rows: { cut: Cut; columns: number[]; entries: number[]; age: number }[] = [];
  /** The last solution. */
  x: Float64Array = new Float64Array(0);
  pointDuals: Float64Array = new Float64Array(0);
  cutDuals: Float64Array = new Float64Array(0);
  objective = 0;
  readonly #n: number;
  /** The basis of the last full run or load; rows and columns that came later are missing. */
  #basis: { columns: Int32Array; rows: Int32Array } = {
    columns: new Int32Array(0),
    rows: new Int32Array(0),
  };
  readonly #highs: Highs;
  readonly #model: HighsModel;
  /** Weights are divided by this power of 2 on the way in, so that tolerances mean something. */
  readonly #unit: number;
  /** What is taken off the weights before. */
  readonly #potentials: Float64Array;
  /** What that takes off every tour. */
  readonly #taken: number;

  constructor(highs: Highs, n: number, { potentials, heaviest }: Level) {
    this.#n = n;
    this.#unit = 2 ** Math.max(0, Math.ceil(Math.log2(heaviest)) - 17);
    this.#potentials = potentials;
    this.#taken = 2 * potentials.reduce((sum, p) => sum + p, 0);
    this.#highs = highs;
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
    const two = new Float64Array(n).fill(2);
    const matrix = {
      format: "csr" as const,
      numRows: n,
      numCols: 0,
      starts: new Int32Array(n + 1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    };
    this.#model.addRows({ lower: two, upper: two, matrix });
  }

  get size(): number {
    return this.us.length;
  }

  dispose(): void {
    this.#model.dispose();
  }

  addEdges(edges: readonly { u: number; v: number; cost: number; used: boolean }[]): void {
    const count = edges.length;
    if (count === 0) return;
    const starts = new Int32Array(count + 1);
    const indices: number[] = [];
    const values: number[] = [];
    edges.forEach(({ u, v, cost, used }, k) => {
      indices.push(u, v);
      values.push(1, 1);
      this.rows.forEach((row, r) => {
        const entry = crossings(row.cut.code[u]!, row.cut.code[v]!);
        if (entry === 0) return;
        row.columns.push(this.us.length);
        row.entries.push(entry);
        indices.push(this.#n + r);
        values.push(entry);
      });
      this.us.push(u);
      this.vs.push(v);
      this.costs.push(cost);
      this.lower.push(used ? 1 : 0);
      this.upper.push(1);
      starts[k + 1] = indices.length;
    });
    this.#model.addCols({
      cost: Float64Array.from(edges, (e) => this.#levelled(e) / this.#unit),
      lower: Float64Array.from(edges, (e) => e.used ? 1 : 0),
      upper: new Float64Array(count).fill(1),
      matrix: {
        format: "csc",
        numRows: this.#n + this.rows.length,
        numCols: count,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  }

  #levelled({ u, v, cost }: { u: number; v: number; cost: number }): number {
    return cost - this.#potentials[u]! - this.#potentials[v]!;
  }

  addCuts(cuts: readonly Cut[]): void {
    const count = cuts.length;
    if (count === 0) return;
    const starts = new Int32Array(count + 1);
    const indices: number[] = [];
    const values: number[] = [];
    cuts.forEach((cut, k) => {
      const { columns, entries } = this.#entriesOf(cut);
      for (let i = 0; i < columns.length; i++) {
        indices.push(columns[i]!);
        values.push(entries[i]!);
      }
      starts[k + 1] = indices.length;
      this.rows.push({ cut, columns, entries, age: 0 });
    });
    this.#model.addRows({
      lower: Float64Array.from(cuts, (cut) => cut.rhs),
      upper: new Float64Array(count).fill(this.#highs.infinity),
      matrix: {
        format: "csr",
        numRows: count,
        numCols: this.size,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  }

  #entriesOf({ code }: Cut): { columns: number[]; entries: number[] } {
    const columns: number[] = [];
    const entries: number[] = [];
    const { us, vs } = this;
    for (let e = 0; e < us.length; e++) {
      const entry = crossings(code[us[e]!]!, code[vs[e]!]!);
      if (entry > 0) {
        columns.push(e);
        entries.push(entry);
      }
    }
    return { columns, entries };
  }

  /** Drops the rows of cuts that have not been tight for longer than `age` runs. */
  dropOldCuts(age: number): number {
    const drop = this.rows.map((row, r) => row.age > age ? r : -1).filter((r) => r >= 0);
    if (drop.length === 0) return 0;
    const { colStatus, rowStatus } = this.#currentBasis();
    // only rows that are basic go, so that the rest is still a basis
    const gone = drop.filter((r) => rowStatus[this.#n + r] === BASIC);
    if (gone.length === 0) return 0;
    this.#model.deleteRows({ kind: "set", indices: Int32Array.from(gone, (r) => this.#n + r) });
    const away = new Set(gone);
    const kept = this.rows.filter((_, r) => !away.has(r));
    const rows = rowStatus.filter((_, r) => r < this.#n || !away.has(r - this.#n));
    this.rows.length = 0;
    this.rows.push(...kept);
    this.#setBasis(colStatus, rows);
    return gone.length;
  }

  /** Drops columns whose value is 0 for good; later columns move up. */
  dropColumns(columns: readonly number[]): void {
    if (columns.length === 0) return;
    const { colStatus, rowStatus } = this.#currentBasis();
    const drop = new Uint8Array(this.size);
    // a basic column has to stay, fixed at 0
    for (const e of columns) if (colStatus[e] !== BASIC) drop[e] = 1;
    const place = new Int32Array(this.size).fill(-1);
    const gone: number[] = [];
    let kept = 0;
    for (let e = 0; e < drop.length; e++) {
      if (drop[e]) gone.push(e);
      else place[e] = kept++;
    }
    if (gone.length === 0) return;
    this.#model.deleteCols({ kind: "set", indices: Int32Array.from(gone) });
    for (const list of [this.us, this.vs, this.costs, this.lower, this.upper]) {
      for (let e = 0; e < drop.length; e++) if (place[e]! >= 0) list[place[e]!] = list[e]!;
      list.length = kept;
    }
    for (const row of this.rows) {
      row.entries = row.entries.filter((_, i) => place[row.columns[i]!]! >= 0);
      row.columns = row.columns.map((e) => place[e]!).filter((e) => e >= 0);
    }
    this.x = this.x.filter((_, e) => place[e]! >= 0);
    this.#setBasis(colStatus.filter((_, e) => place[e]! >= 0), rowStatus);
  }

  setBounds(edges: readonly number[], lower: readonly number[], upper: readonly number[]): void {
    const change = edges.map((_, k) => k).filter((k) =>
      this.lower[edges[k]!] !== lower[k] || this.upper[edges[k]!] !== upper[k]
    ).sort((a, b) => edges[a]! - edges[b]!);
    if (change.length === 0) return;
    for (const k of change) {
      this.lower[edges[k]!] = lower[k]!;
      this.upper[edges[k]!] = upper[k]!;
    }
    this.#model.changeColsBounds(
      { kind: "set", indices: Int32Array.from(change, (k) => edges[k]!) },
      Float64Array.from(change, (k) => lower[k]!),
      Float64Array.from(change, (k) => upper[k]!),
    );
  }

  /** Solves; keeps the solution of an optimal or stopped run. */
  solve(iterations = UNBOUNDED): LpStatus {
    this.#model.options.set({ simplex_iteration_limit: iterations });
    let { modelStatus } = this.#model.run();
    if (modelStatus !== OPTIMAL && modelStatus !== INFEASIBLE && iterations === UNBOUNDED) {
      // numerical trouble: once more, from the slack basis
      const { columns, rows } = this.#slackBasis();
      this.#setBasis(columns, rows);
      ({ modelStatus } = this.#model.run());
    }
    if (modelStatus === INFEASIBLE) return "infeasible";
    if (modelStatus === OPTIMAL && iterations === UNBOUNDED) {
      const { colStatus, rowStatus } = this.#model.getBasis();
      this.#basis = { columns: colStatus, rows: rowStatus };
    }
    const { colValue, rowDual } = this.#model.getSolution();
    this.x = colValue;
    const duals = rowDual.map((d) => d * this.#unit);
    this.pointDuals = duals.subarray(0, this.#n).map((y, v) => y + this.#potentials[v]!);
    this.cutDuals = duals.subarray(this.#n);
    this.objective = this.#model.getObjectiveValue() * this.#unit + this.#taken;
    if (modelStatus !== OPTIMAL) return "stopped";
    return "optimal";
  }

  /** Ages the cuts that were not tight in the last run, the others are young again. */
  age(): void {
    this.rows.forEach((row, r) => row.age = this.cutDuals[r]! > 1e-9 ? 0 : row.age + 1);
  }

  /** A direction of duals that shows that the last run has no solution. */
  ray(): { points: Float64Array; cuts: Float64Array } | null {
    const ray = this.#model.getDualRay();
    if (ray === undefined) return null;
    const dense = new Float64Array(this.#n + this.rows.length);
    if (ray instanceof Float64Array) dense.set(ray);
    else if (ray.indices === undefined) dense.set(ray.values);
    else ray.indices.forEach((r, k) => dense[r] = ray.values[k]!);
    return { points: dense.subarray(0, this.#n), cuts: dense.subarray(this.#n) };
  }

  saveBasis(): SavedBasis {
    const { colStatus, rowStatus } = this.#currentBasis();
    const cuts = this.rows
      .map(({ cut }, r) => ({ cut, status: rowStatus[this.#n + r]! }))
      .filter(({ status }) => status !== BASIC);
    return { columns: colStatus, points: rowStatus.subarray(0, this.#n), cuts };
  }

  /** Restores a basis; cuts it needs come back as rows. */
  loadBasis(saved: SavedBasis): void {
    const present = new Set(this.rows.map(({ cut }) => cut));
    this.addCuts(saved.cuts.filter(({ cut }) => !present.has(cut)).map(({ cut }) => cut));
    const status = new Map(saved.cuts.map(({ cut, status }) => [cut, status]));
    const colStatus = new Int32Array(this.size).fill(LOWER);
    colStatus.set(saved.columns);
    const rowStatus = new Int32Array(this.#n + this.rows.length).fill(BASIC);
    rowStatus.set(saved.points);
    this.rows.forEach(({ cut }, r) => rowStatus[this.#n + r] = status.get(cut) ?? BASIC);
    this.#setBasis(colStatus, rowStatus);
  }

  #setBasis(columns: Int32Array, rows: Int32Array): void {
    this.#basis = { columns, rows };
    this.#model.setBasis({ colStatus: columns, rowStatus: rows });
  }

  /** The known basis, with newer columns at their bound and newer rows basic. */
  #currentBasis(): { colStatus: Int32Array; rowStatus: Int32Array } {
    const { columns, rows } = this.#slackBasis();
    columns.set(this.#basis.columns);
    rows.set(this.#basis.rows);
    return { colStatus: columns, rowStatus: rows };
  }

  #slackBasis(): { columns: Int32Array; rows: Int32Array } {
    return {
      columns: new Int32Array(this.size).fill(LOWER),
      rows: new Int32Array(this.#n + this.rows.length).fill(BASIC),
    };
  }
}
