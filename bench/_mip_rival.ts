import { loadHighs } from "../solvers/tour/branch_cut/_highs.ts";

/** The part of HiGHS that solves one model written as text. */
interface TextSolver {
  solve(model: string, options: Readonly<Record<string, unknown>>): {
    readonly Columns: Readonly<Record<string, { readonly Primal: number }>>;
    readonly ObjectiveValue: number;
  };
}

/**
 * What a program without this library is left with: an integer program over all edges, solved again
 * with every subtour that came back forbidden, until one tour is left.
 */
export async function mipTour(weights: Float64Array, n: number): Promise<number> {
  const highs = await loadHighs() as unknown as TextSolver;
  const subtours: number[][] = [];
  for (;;) {
    const model = modelText(weights, n, subtours);
    const { Columns, ObjectiveValue } = highs.solve(model, { output_flag: false, mip_rel_gap: 0 });
    const next = cycles(n, (u, v) => Columns[name(u, v)]!.Primal > 0.5);
    if (next.length === 1) return Math.round(ObjectiveValue);
    subtours.push(...next);
  }
}

function name(u: number, v: number): string {
  return u < v ? `x${u}_${v}` : `x${v}_${u}`;
}

function modelText(weights: Float64Array, n: number, subtours: readonly number[][]): string {
  const edges: string[] = [];
  const cost: string[] = [];
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      edges.push(name(u, v));
      cost.push(`${weights[u * n + v]} ${name(u, v)}`);
    }
  }
  const all = Array.from({ length: n }, (_, v) => v);
  const rows = all.map((v) =>
    `${all.filter((u) => u !== v).map((u) => name(u, v)).join(" + ")} = 2`
  );
  for (const set of subtours) {
    const pairs = set.flatMap((u, k) => set.slice(k + 1).map((v) => name(u, v)));
    rows.push(`${pairs.join(" + ")} <= ${set.length - 1}`);
  }
  const lines = rows.map((row, k) => ` r${k}: ${row}`).join("\n");
  return `Minimize\n obj: ${cost.join(" + ")}\nSubject To\n${lines}\nBinary\n ${
    edges.join(" ")
  }\nEnd\n`;
}

function cycles(n: number, joined: (u: number, v: number) => boolean): number[][] {
  const seen = new Uint8Array(n);
  const found: number[][] = [];
  for (let s = 0; s < n; s++) {
    if (seen[s]) continue;
    const set = [s];
    seen[s] = 1;
    for (const u of set) {
      for (let v = 0; v < n; v++) {
        if (seen[v] || v === u || !joined(u, v)) continue;
        seen[v] = 1;
        set.push(v);
      }
    }
    found.push(set);
  }
  return found;
}
