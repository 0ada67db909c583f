import { assert, assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { compareTours, toTour } from "../../../solvers/tour/length.ts";
import { toTourProblem, type TourInstance } from "../../../solvers/tour/problem.ts";
import { solveTour } from "../../../solvers/tour/solve_tour.ts";
import { tiedTours } from "../../../solvers/tour/_tied_tours.ts";
import { weightsDecide } from "../../../solvers/tour/_weights_decide.ts";
import { enumerate } from "./_enumerate.ts";

type Point = readonly [number, number];

function lattice(width: number, height: number): Point[] {
  return Array.from({ length: width * height }, (_, k) => [k % width, Math.floor(k / width)]);
}

function line(n: number, [dx, dy]: Point): Point[] {
  return Array.from({ length: n }, (_, k) => [dx * k, dy * k]);
}

/** Instances that tie densely, with the length that plain reasoning gives. */
function nastyInstances(): [name: string, instance: TourInstance, length: string][] {
  const list: [string, TourInstance, string][] = [];
  for (const [w, h] of [[4, 4], [5, 4], [5, 5], [6, 5], [6, 6]] as const) {
    const points = lattice(w, h);
    const n = w * h;
    // on a chessboard an odd tour needs a step within a colour
    const odd = n % 2 === 1;
    const exact = odd ? `${n - 1} + sqrt(2)` : `${n}`;
    list.push([`${w}x${h}`, { form: "closed", points, metric: "euclidean" }, exact]);
    list.push([`${w}x${h}`, { form: "open", points, metric: "euclidean" }, `${n - 1}`]);
    const blocks = `${odd ? n + 1 : n}`;
    list.push([`${w}x${h} blocks`, { form: "closed", points, metric: "manhattan" }, blocks]);
    list.push([`${w}x${h} kings`, { form: "closed", points, metric: "chebyshev" }, `${n}`]);
    list.push([
      `${w}x${h} corner`,
      { form: "open", start: 0, points, metric: "manhattan" },
      `${n - 1}`,
    ]);
  }
  for (const n of [12, 25, 40]) {
    const points = line(n, [3, 4]);
    list.push([`line ${n}`, { form: "closed", points, metric: "euclidean" }, `${10 * (n - 1)}`]);
    const slanted = line(n, [1, 1]);
    const diagonal = `${n - 1}*sqrt(2)`;
    list.push([`open line ${n}`, { form: "open", points: slanted, metric: "euclidean" }, diagonal]);
    const equal = (directed: boolean): TourInstance => {
      return { form: "closed", directed, weights: points.map(() => points.map(() => 7)) };
    };
    list.push([`equal ${n}`, equal(false), `${7 * n}`]);
    if (n < 40) list.push([`equal directed ${n}`, equal(true), `${7 * n}`]);
    const sides = points.map((_, i) => points.map((_, j) => (i + j) % 2 === 0 ? 2 : 1));
    const two = n % 2 === 0 ? n : n + 1;
    list.push([`two sides ${n}`, { form: "closed", weights: sides }, `${two}`]);
    const pile = points.map((): Point => [1, 1]);
    list.push([`pile ${n}`, { form: "closed", points: pile, metric: "euclidean" }, "0"]);
  }
  return list;
}

Deno.test("solveTour() proves tours that tie densely", async () => {
  for (const [name, instance, length] of nastyInstances()) {
    const found = await solveTour(instance, { cap: 20, nodes: 100_000 });
    const tours = found.status === "tie" ? found.values : [];
    const values = found.status === "exact" ? [found.value] : tours;
    assert(values.length > 0, `${name} ${instance.form}: ${found.status}`);
    for (const tour of values) {
      assertEquals(tour.length.exact, length, `${name} ${instance.form}`);
    }
    assertEquals(new Set(values.map(({ order }) => order.join())).size, values.length, name);
  }
});

const smallGrid = fc.tuple(
  fc.constantFrom("closed" as const, "open" as const),
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 4,
    maxLength: 7,
    selector: String,
  }),
);

Deno.test("weightsDecide() speaks up only where a tour of least weight is a shortest one", () => {
  let decided = 0;
  fc.assert(
    fc.property(smallGrid, fc.integer({ min: 6, max: 20 }), ([form, points], sumBits) => {
      const instance = { form, points, metric: "euclidean" } as const;
      const problem = toTourProblem(instance, { sumBits });
      const { n, weights } = problem;
      const rows = points.map((_, i) => [...weights.subarray(i * n, i * n + n)]);
      const rounded = enumerate({ form, weights: rows });
      const shortest = enumerate(instance).orders[0]!;
      for (const order of rounded.orders) {
        if (!weightsDecide(problem, order)) continue;
        decided++;
        assertEquals(compareTours(problem, order, shortest), 0);
      }
    }),
    { numRuns: 400 },
  );
  assert(decided > 100, `${decided}`);
});

Deno.test("tiedTours() meets tours of the same length, each once", () => {
  fc.assert(
    fc.property(smallGrid, ([form, points]) => {
      const instance = { form, points, metric: "euclidean" } as const;
      const { orders } = enumerate(instance);
      const problem = toTourProblem(instance, { sumBits: 40 });
      const tied = tiedTours(problem, orders[0]!, 1000);
      const known = new Set(orders.map(String));
      assert(tied.every((order) => known.has(String(order))));
      assertEquals(new Set(tied.map(String)).size, tied.length);
    }),
    { numRuns: 200 },
  );
});

Deno.test("tiedTours() stops at as many as are wanted", () => {
  const points = lattice(4, 4);
  const problem = toTourProblem({ form: "open", points, metric: "manhattan" });
  const snake = [0, 1, 2, 3, 7, 6, 5, 4, 8, 9, 10, 11, 15, 14, 13, 12];
  const tied = tiedTours(problem, snake, 10);
  assertEquals(tied.length, 10);
  assert(tied.every((order) => toTour(problem, order).length.exact === "15"));
});
