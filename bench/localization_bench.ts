/**
 * Points in polygons and in grid cells: the exact kernels beside @turf/boolean-point-in-polygon
 * and beside plain arithmetic; chains of displacements beside the solver for people.
 */
import { booleanPointInPolygon } from "npm:@turf/boolean-point-in-polygon@7.4.0";
import { Polygon, type Position, RegionIndex } from "../geometry/mod.ts";
import { cellsOf, ChainWorkspace, coordinateCuts, regionsOf, solveChain } from "../solvers/mod.ts";

const COUNT = 10_000;

let state = 20261121;
function next(below: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return (state >>> 8) % below;
}

const coordinates = Float64Array.from({ length: 2 * COUNT }, () => next(1001));
const answers = new Int32Array(COUNT);

/** A star with so many corners, around (500, 500). */
function star(corners: number): Position[] {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = 2 * Math.PI * i / corners;
    const radius = i % 2 === 0 ? 490 : 300 + next(100);
    return [
      Math.round(500 + radius * Math.cos(angle)),
      Math.round(500 + radius * Math.sin(angle)),
    ];
  });
  return [...ring, ring[0]!];
}

for (const corners of [8, 32, 128]) {
  const ring = star(corners);
  const polygon = Polygon.from([ring]);
  const index = RegionIndex.from([polygon]);
  const feature = { type: "Polygon" as const, coordinates: [ring.map((p) => [...p])] };
  const ways = {
    "alidade": () => regionsOf(index, coordinates, COUNT, answers),
    "alidade, no index": () => {
      for (let i = 0; i < COUNT; i++) {
        const side = polygon.side(coordinates[2 * i]!, coordinates[2 * i + 1]!);
        answers[i] = side > 0 ? 0 : side === 0 ? -2 : -1;
      }
    },
    "@turf/boolean-point-in-polygon": () => {
      for (let i = 0; i < COUNT; i++) {
        const point = [coordinates[2 * i]!, coordinates[2 * i + 1]!];
        answers[i] = Number(booleanPointInPolygon(point, feature)) - 1;
      }
    },
  };
  compare(`10,000 points in a polygon of ${corners} corners`, -2, ways);
}

/** Thirds of 0 to 1,002; points on a cut belong to two cells, which only the kernel tells. */
const thirds = coordinateCuts([334, 668]);
const squares = Array.from({ length: 9 }, (_, i) => {
  const [x, y] = [334 * (i % 3), 334 * Math.floor(i / 3)];
  const ring = [[x, y], [x + 334, y], [x + 334, y + 334], [x, y + 334], [x, y]];
  return { type: "Polygon" as const, coordinates: [ring] };
});
compare("10,000 points in 3 x 3 cells", -1, {
  "alidade": () => cellsOf(thirds, thirds, coordinates, COUNT, answers),
  "@turf/boolean-point-in-polygon, nine squares": () => {
    for (let i = 0; i < COUNT; i++) {
      const point = [coordinates[2 * i]!, coordinates[2 * i + 1]!];
      answers[i] = squares.findIndex((square) => booleanPointInPolygon(point, square));
    }
  },
  "floor of quotients, ties unseen": () => {
    for (let i = 0; i < COUNT; i++) {
      const column = Math.floor(coordinates[2 * i]! * 3 / 1002);
      answers[i] = Math.floor(coordinates[2 * i + 1]! * 3 / 1002) * 3 + column;
    }
  },
});

/** Chains of ten displacements in random order, as StepGame's. */
const CHAINS = 1000;
const chains = Array.from({ length: CHAINS }, () => {
  const links = Array.from({ length: 10 }, (_, i) => [i, i + 1, next(3) - 1, next(3) - 1]);
  for (let i = links.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [links[i], links[j]] = [links[j]!, links[i]!];
  }
  return Int32Array.from(links.flat());
});
const instances = chains.map((chain) => {
  const facts = Array.from({ length: 10 }, (_, i) => {
    const [subject, reference, dx, dy] = chain.subarray(4 * i, 4 * i + 4) as unknown as number[];
    return { subject: `${subject}`, reference: `${reference}`, dx: dx!, dy: dy! };
  });
  return { facts, subject: "0", reference: "10" };
});
const workspace = new ChainWorkspace(11);
compare("1,000 chains of ten displacements", NaN, {
  "alidade": () => {
    for (let i = 0; i < CHAINS; i++) {
      workspace.solve(chains[i]!, 10, 0, 10);
      answers[i] = 3 * Math.sign(workspace.dx) + Math.sign(workspace.dy);
    }
  },
  "solveChain, ranges too": () => {
    for (let i = 0; i < CHAINS; i++) {
      const outcome = solveChain(instances[i]!);
      if (outcome.status === "exact") answers[i] = 3 * outcome.value.x + outcome.value.y;
    }
  },
});

/** Benches all ways once they answer alike, but for what lies on a boundary or a cut. */
function compare(group: string, on: number, ways: Readonly<Record<string, () => void>>): void {
  let right: Int32Array | null = null;
  for (const [name, run] of Object.entries(ways)) {
    answers.fill(0);
    run();
    right ??= answers.slice();
    if (answers.some((answer, i) => right![i] !== on && answer !== right![i])) {
      throw new Error(`${group}: ${name} answers otherwise`);
    }
    Deno.bench(name, { group, baseline: name === "alidade" }, run);
  }
}
