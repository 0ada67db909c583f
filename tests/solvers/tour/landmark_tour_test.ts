import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { compareOctiles, type Octile } from "../../../geometry/octile.ts";
import { type LandmarkTour, solveLandmarkTour } from "../../../solvers/tour/landmark_tour.ts";

/** The least number of moves by a flood over cells and sets of visited landmarks. */
function byFlood(rows: readonly string[], { landmarks, form }: LandmarkTour): number | null {
  const width = rows[0]!.length;
  const bit = new Map(landmarks.map(([x, y], i) => [y * width + x, 1 << i]));
  const all = (1 << landmarks.length) - 1;
  const [sx, sy] = landmarks[0]!;
  const home = sy * width + sx;
  const seen = new Set<string>();
  let front: [number, number][] = [[home, 1]];
  for (let moves = 0; front.length > 0; moves++) {
    const next: [number, number][] = [];
    for (const [cell, set] of front) {
      if (set === all && (form === "open" || cell === home)) return moves;
      const [x, y] = [cell % width, Math.floor(cell / width)];
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
        if (rows[y + dy]?.[x + dx] !== ".") continue;
        const to = (y + dy) * width + x + dx;
        const then = set | (bit.get(to) ?? 0);
        if (seen.has(`${to},${then}`)) continue;
        seen.add(`${to},${then}`);
        next.push([to, then]);
      }
    }
    front = next;
  }
  return null;
}

Deno.test("solveLandmarkTour() needs as many moves as a flood over cells and sets", () => {
  const grids = fc.array(fc.constantFrom(".", ".", ".", "#"), { minLength: 30, maxLength: 30 });
  const forms = fc.constantFrom("open" as const, "closed" as const);
  fc.assert(fc.property(grids, forms, fc.nat(), (cells, form, key) => {
    const rows = Array.from({ length: 5 }, (_, y) => cells.slice(6 * y, 6 * y + 6).join(""));
    const free = cells.flatMap((c, i) => c === "." ? [[i % 6, Math.floor(i / 6)] as const] : []);
    fc.pre(free.length >= 10);
    const landmarks = [0, 1, 2, 3].map((k) => free[(key + 3 * k) % free.length]!);
    fc.pre(new Set(landmarks.map(String)).size === 4);
    const shape = form === "open" ? { form, start: 0 } as const : { form } as const;
    const instance = { ...shape, map: { rows }, landmarks };
    const found = solveLandmarkTour(instance);
    const moves = byFlood(rows, instance);
    if (moves === null) return assertEquals(found.status, "impossible");
    assert(found.status === "exact" || found.status === "tie");
    for (const { tour, cells } of found.status === "tie" ? found.values : [found.value]) {
      assertEquals(tour.length.approximate, moves);
      assertEquals(cells.length, moves + 1);
      for (const landmark of landmarks) assert(cells.some((c) => String(c) === String(landmark)));
      cells.slice(1).forEach(([x, y], i) => {
        const [px, py] = cells[i]!;
        assert(rows[y]![x] === "." && Math.abs(x - px) + Math.abs(y - py) === 1);
      });
    }
  }));
});

const NOTHING: Octile = { straight: 0, diagonal: 0 };

const EIGHT = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [1, -1], [-1, 1], [-1, -1]] as const;

/** Lengths from a cell, as pairs of steps, relaxed until none changes (corners: always). */
function octileFrom(rows: readonly string[], [sx, sy]: readonly [number, number]) {
  const found = new Map<string, Octile>([[`${sx},${sy}`, NOTHING]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [key, { straight, diagonal }] of [...found]) {
      const [x, y] = key.split(",").map(Number) as [number, number];
      for (const [dx, dy] of EIGHT) {
        if (rows[y + dy]?.[x + dx] !== ".") continue;
        const isDiagonal = dx !== 0 && dy !== 0;
        const next = isDiagonal
          ? { straight, diagonal: diagonal + 1 }
          : { straight: straight + 1, diagonal };
        const known = found.get(`${x + dx},${y + dy}`);
        if (known && compareOctiles(next, known) >= 0) continue;
        found.set(`${x + dx},${y + dy}`, next);
        changed = true;
      }
    }
  }
  return found;
}

Deno.test("solveLandmarkTour() with 8 neighbours finds what trying every order finds", () => {
  const grids = fc.array(fc.constantFrom(".", ".", ".", "#"), { minLength: 30, maxLength: 30 });
  const forms = fc.constantFrom("open" as const, "closed" as const);
  fc.assert(fc.property(grids, forms, fc.nat(), (cells, form, key) => {
    const rows = Array.from({ length: 5 }, (_, y) => cells.slice(6 * y, 6 * y + 6).join(""));
    const free = cells.flatMap((c, i) => c === "." ? [[i % 6, Math.floor(i / 6)] as const] : []);
    fc.pre(free.length >= 13);
    const landmarks = [0, 1, 2, 3, 4].map((k) => free[(key + 3 * k) % free.length]!);
    fc.pre(new Set(landmarks.map(String)).size === 5);
    const moves = { neighbours: 8, corners: "always" } as const;
    const found = solveLandmarkTour({ form, map: { rows }, landmarks, ...moves });
    const lengths = landmarks.map((cell) => octileFrom(rows, cell));
    if (landmarks.some((cell) => !lengths[0]!.has(String(cell)))) {
      return assertEquals(found.status, "impossible");
    }
    let least: Octile = { straight: 1e6, diagonal: 0 };
    const best = new Set<string>();
    const walk = (order: number[]) => {
      if (order.length < 5) {
        for (let i = 0; i < 5; i++) if (!order.includes(i)) walk([...order, i]);
        return;
      }
      const mirrored = form === "closed" ? order[1]! > order[4]! : order[0]! > order[4]!;
      if (mirrored || (form === "closed" && order[0] !== 0)) return;
      const stops = form === "closed" ? [...order, order[0]!] : order;
      const sum = { straight: 0, diagonal: 0 };
      for (let i = 1; i < stops.length; i++) {
        const leg = lengths[stops[i - 1]!]!.get(String(landmarks[stops[i]!]))!;
        sum.straight += leg.straight;
        sum.diagonal += leg.diagonal;
      }
      const sign = compareOctiles(sum, least);
      if (sign > 0) return;
      if (sign < 0) best.clear();
      least = sum;
      best.add(String(order));
    };
    walk([]);
    assert(found.status === "exact" || found.status === "tie");
    const values = found.status === "tie" ? found.values : [found.value];
    assertEquals(new Set(values.map(({ tour }) => String(tour.order))), best);
    for (const { tour, cells } of values) {
      const straight = cells.slice(1).filter(([x, y], i) => {
        return x === cells[i]![0] || y === cells[i]![1];
      }).length;
      assertEquals({ straight, diagonal: cells.length - 1 - straight }, least);
      assertEquals(tour.length.approximate, least.straight + least.diagonal * Math.SQRT2);
    }
    if (found.status === "exact") assert(found.margin!.value > 0);
  }));
});

Deno.test("solveLandmarkTour() refuses landmarks that are none", () => {
  const map = { rows: ["..#"] };
  const refuse = (landmarks: [number, number][], text: string) =>
    assertThrows(() => solveLandmarkTour({ form: "open", map, landmarks }), RangeError, text);
  refuse([[0, 0], [2, 0]], "landmarks[1]: (2, 0), must be a free cell");
  refuse([[0, 0], [0, 0]], "landmarks[1]: (0, 0), must differ from landmarks[0]");
});
