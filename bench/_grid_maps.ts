import { type Cell, GridMap } from "../solvers/mod.ts";
import { DATA } from "../tests/_data.ts";
import type { GridQuestion } from "./_grid_rivals.ts";

let state = 20261121;

/** An integer from 0 to below, always the same sequence. */
export function random(below: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return Math.floor(state / 2 ** 32 * below);
}

/** A square map, each cell blocked with the same chance. */
export function randomMap(size: number, blockedPercent: number): GridMap {
  return GridMap.of(size, size, () => random(100) < blockedPercent ? -1 : 1);
}

/** Questions between random free cells of random maps of one size. */
export function randomQuestions(
  size: number,
  { count, maps, blocked }: { count: number; maps: number; blocked: number },
): GridQuestion[] {
  const made = Array.from({ length: maps }, () => randomMap(size, blocked));
  return Array.from({ length: count }, (_, i) => {
    const map = made[i % maps]!;
    return { map, start: randomCell(map), goal: randomCell(map) };
  });
}

/** Questions on a square map whose cells cost 1 to 9, some blocked. */
export function hilly(size: number): GridQuestion[] {
  const map = GridMap.of(size, size, () => random(100) < 15 ? -1 : 1 + random(9));
  return Array.from({ length: 8 }, () => ({ map, start: randomCell(map), goal: randomCell(map) }));
}

function randomCell(map: GridMap): Cell {
  const [x, y] = [random(map.width), random(map.height)];
  return map.isFree(x, y) ? [x, y] : randomCell(map);
}

/** Questions of a MovingAI scenario, evenly from easy to hard; null where the data is not there. */
export function movingaiQuestions(name: string, count: number): GridQuestion[] | null {
  const path = `${DATA}/movingai/${name}.map`;
  try {
    const rows = Deno.readTextFileSync(path).trimEnd().split("\n").slice(4);
    const map = GridMap.from({ rows, free: ".GS", blocked: "@OTW" });
    const lines = Deno.readTextFileSync(`${path}.scen`).trimEnd().split("\n").slice(1);
    return Array.from({ length: count }, (_, i) => {
      const line = lines[Math.floor((i + 0.5) * lines.length / count)]!;
      const [x, y, u, v] = line.split("\t").slice(4, 8).map(Number) as [
        number,
        number,
        number,
        number,
      ];
      return { map, start: [x, y], goal: [u, v] };
    });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.error(`skipped: no ${path}; published at https://movingai.com/benchmarks/grids.html`);
    return null;
  }
}
