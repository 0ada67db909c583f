import { requireForm } from "../../../geometry/form.ts";
import { type Exact, toScaled } from "../../../geometry/decimal.ts";
import type { Outcome } from "../../outcome.ts";
import type { Cell } from "./grid_map.ts";
import { TERRAIN_FORM } from "./_terrain.ts";
import type { Gate, StepDirection, TerrainInstance, TerrainPath } from "./terrain_instance.ts";

/** A length `straight + diagonal * sqrt(2)` in whole numbers. */
type Length = readonly [straight: bigint, diagonal: bigint];

/**
 * Whether an outcome of `solveTerrainPath` is right: every step is looked at by the rules alone, and
 * labels are lowered over and over until no step lowers one.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 * @throws TypeError, RangeError, SyntaxError for an instance that is not well formed
 *
 * Cost: the cells times the steps of the longest shortest way, in big integers: for checks, not for
 * large maps.
 *
 * @example
 * ```ts
 * import { checkTerrainPath, solveTerrainPath, type TerrainInstance } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { cells: [[1, "0.5"], [null, 1]] };
 * const instance = { map, neighbours: 4, start: [0, 0], goal: [1, 1] } satisfies TerrainInstance;
 * assertEquals(checkTerrainPath(instance, solveTerrainPath(instance)), null);
 * ```
 */
export function checkTerrainPath(
  instance: TerrainInstance,
  outcome: Outcome<TerrainPath>,
): string | null {
  requireForm(instance, TERRAIN_FORM);
  const rules = new Rules(instance);
  const labels = rules.labels();
  const ends = rules.ends(labels);
  if (outcome.status === "impossible") {
    return ends.length === 0 ? null : `a way leads to (${ends[0]!.join(", ")})`;
  }
  if (outcome.status !== "exact" && outcome.status !== "tie") return "a way is exact or a tie";
  const ways = outcome.status === "exact" ? [outcome.value] : outcome.values;
  if (ways.length !== ends.length) return `${ends.length} ends are right, not ${ways.length}`;
  for (const [i, way] of ways.entries()) {
    const wrong = rules.refuteWay(way, ends[i]!, labels);
    if (wrong !== null) return wrong;
  }
  return null;
}

class Rules {
  readonly #instance: TerrainInstance;
  readonly #costs: ReadonlyMap<string, bigint>;
  readonly #scale: number;
  readonly #gates: ReadonlyMap<string, readonly Gate[]>;

  constructor(instance: TerrainInstance) {
    this.#instance = instance;
    const cells = cellsOf(instance.map);
    const { values, scale } = toScaled(cells.map(({ cost }) => cost));
    this.#costs = new Map(cells.map(({ cell }, k) => [String(cell), values[k]!]));
    this.#scale = scale;
    this.#gates = Map.groupBy(instance.gates ?? [], (gate) => String(gate.cell));
  }

  /** What the place costs to enter; null where a cell under the one who goes is blocked. */
  #cost([x, y]: Cell): bigint | null {
    const { agent = 1 } = this.#instance;
    let most: bigint | null = null;
    for (let dy = 0; dy < agent; dy++) {
      for (let dx = 0; dx < agent; dx++) {
        const cost = this.#costs.get(String([x + dx, y + dy]));
        if (cost === undefined) return null;
        if (most === null || cost > most) most = cost;
      }
    }
    return most;
  }

  /** Where one step leads from a place, and what it costs. */
  *#steps([x, y]: Cell): Iterable<{ readonly to: Cell; readonly cost: Length }> {
    const { neighbours, corners } = this.#instance;
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        const isDiagonal = dx !== 0 && dy !== 0;
        if ((dx === 0 && dy === 0) || (isDiagonal && neighbours === 4)) continue;
        const to: Cell = [x + dx, y + dy];
        const cost = this.#cost(to);
        if (cost === null) continue;
        const sides = [[x + dx, y], [x, y + dy]] as const;
        const open = sides.filter((side) => this.#cost(side) !== null).length;
        if (isDiagonal && corners === "both-free" && open < 2) continue;
        if (isDiagonal && corners === "one-free" && open < 1) continue;
        const words = [["up", "", "down"][dy + 1]!, ["left", "", "right"][dx + 1]!];
        const name = words.filter((word) => word !== "").join("-") as StepDirection;
        if (!this.#lets([x, y], name, "leave") || !this.#lets(to, name, "enter")) continue;
        yield { to, cost: isDiagonal ? [0n, cost] : [cost, 0n] };
      }
    }
  }

  #lets(cell: Cell, step: StepDirection, way: "enter" | "leave"): boolean {
    const gates = this.#gates.get(String(cell)) ?? [];
    return gates.every((gate) => gate[way] === undefined || gate[way].includes(step));
  }

  /** The least lengths from the start, by lowering labels as long as a step does. */
  labels(): Map<string, { readonly cell: Cell; readonly length: Length }> {
    const { start } = this.#instance;
    const labels = new Map([[String(start), { cell: start, length: [0n, 0n] as Length }]]);
    let changed: Cell[] = [start];
    while (changed.length > 0) {
      const lowered = new Map<string, Cell>();
      for (const cell of changed) {
        const [a, b] = labels.get(String(cell))!.length;
        for (const { to, cost } of this.#steps(cell)) {
          const length: Length = [a + cost[0], b + cost[1]];
          const known = labels.get(String(to));
          if (known !== undefined && signOf(length, known.length) >= 0) continue;
          labels.set(String(to), { cell: to, length });
          lowered.set(String(to), to);
        }
      }
      changed = [...lowered.values()];
    }
    return labels;
  }

  /** Where ways may end, row by row. */
  ends(labels: ReturnType<Rules["labels"]>): readonly Cell[] {
    const { goal, approach } = this.#instance;
    if (approach === undefined) return labels.has(String(goal)) ? [goal] : [];
    const far = ({ cell: [x, y] }: { readonly cell: Cell }) => {
      const [dx, dy] = [Math.abs(x - goal[0]), Math.abs(y - goal[1])];
      if (approach === "manhattan") return dx + dy;
      return approach === "chebyshev" ? Math.max(dx, dy) : dx ** 2 + dy ** 2;
    };
    const all = [...labels.values()].sort((a, b) => far(a) - far(b) || signOf(a.length, b.length));
    const [best] = all;
    return all.filter((one) => far(one) === far(best!) && signOf(one.length, best!.length) === 0)
      .map(({ cell }) => cell).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  }

  refuteWay(
    { cells, length }: TerrainPath,
    end: Cell,
    labels: ReturnType<Rules["labels"]>,
  ): string | null {
    if (String(cells[0]) !== String(this.#instance.start)) return "a way begins elsewhere";
    if (String(cells.at(-1)) !== String(end)) return `a way must end at (${end.join(", ")})`;
    let sum: Length = [0n, 0n];
    for (let k = 1; k < cells.length; k++) {
      const step = [...this.#steps(cells[k - 1]!)].find(({ to }) =>
        String(to) === String(cells[k])
      );
      if (step === undefined) return `the step to (${cells[k]!.join(", ")}) is not allowed`;
      sum = [sum[0] + step.cost[0], sum[1] + step.cost[1]];
    }
    if (signOf(sum, labels.get(String(end))!.length) !== 0) return "a shorter way leads there";
    const { values } = toScaled([length.straight, length.diagonal, `1e-${this.#scale}`]);
    const [straight, diagonal, unit] = values as [bigint, bigint, bigint];
    const isSame = straight === sum[0] * unit && diagonal === sum[1] * unit;
    return isSame ? null : "the length is not that of the way";
  }
}

function cellsOf(map: TerrainInstance["map"]): { readonly cell: Cell; readonly cost: Exact }[] {
  const costOf = (character: string): Exact | null => {
    const { blocked = "#", costs = {} } = map as {
      blocked?: string;
      costs?: Record<string, Exact>;
    };
    return blocked.includes(character) ? null : costs[character] ?? 1;
  };
  const rows: readonly (readonly (Exact | null)[])[] = "rows" in map
    ? map.rows.map((row) => Array.from(row, costOf))
    : map.cells;
  return rows.flatMap((row, y) =>
    row.flatMap((cost, x) => cost === null ? [] : [{ cell: [x, y] as const, cost }])
  );
}

/** The sign of a - b: that of s + d * sqrt(2), by squares. */
function signOf(a: Length, b: Length): number {
  const [s, d] = [a[0] - b[0], a[1] - b[1]];
  const [signS, signD] = [s > 0n ? 1 : s < 0n ? -1 : 0, d > 0n ? 1 : d < 0n ? -1 : 0];
  if (signS === signD || signD === 0) return signS;
  if (signS === 0) return signD;
  return s * s > 2n * d * d ? signS : signD;
}
