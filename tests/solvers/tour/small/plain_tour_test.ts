import { assertEquals } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { type PointTour, solveTourSync, type TourInstance } from "../../../../solvers/tour/mod.ts";

const SIZES = [4, 20, 1000, 2 ** 25];

/** Points on lattices from crowded to wide, with any ends. */
const instances: fc.Arbitrary<TourInstance> = fc.constantFrom(...SIZES).chain((most) =>
  fc.record({
    points: fc.array(
      fc.tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: -most, max: most })),
      { minLength: 3, maxLength: 9 },
    ),
    form: fc.constantFrom("closed", "open", "start", "end", "both"),
    ends: fc.tuple(fc.nat(), fc.nat()),
  })
).map(({ points, form, ends }): TourInstance => {
  const start = ends[0] % points.length;
  const end = (start + 1 + ends[1] % (points.length - 1)) % points.length;
  const shape = form === "start" ? { start } : form === "end" ? { end } : { start, end };
  const given = { points, metric: "euclidean" } as const;
  if (form === "closed") return { ...given, form };
  return { ...given, form: "open", ...(form === "open" ? {} : shape) };
});

/** The same with a table of weights, of one direction or two. */
const tables: fc.Arbitrary<TourInstance> = fc.tuple(
  instances,
  fc.constantFrom(3, 100, 10 ** 6),
  fc.boolean(),
  fc.array(fc.nat(10 ** 6), { minLength: 81, maxLength: 81 }),
).map(([instance, most, directed, drawn]) => {
  const { points, metric: _, ...shape } = instance as PointTour;
  const weights = points.map((_, i) =>
    points.map((_, j) => drawn[directed || i < j ? 9 * i + j : 9 * j + i]! % most)
  );
  return { ...shape, weights, directed };
});

/** Told how many ties to list, solveTourSync searches in general. */
const IN_GENERAL = { cap: 1000 };

Deno.test("solveTourSync() answers by the kernel as it does by the general search", () => {
  fc.assert(
    fc.property(fc.oneof(instances, tables), (instance) => {
      const plain = solveTourSync(instance);
      assertEquals(plain, solveTourSync(instance, IN_GENERAL));
      assertEquals(JSON.parse(JSON.stringify(plain)), structuredClone(plain));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("solveTourSync() knows a margin that is read late, the points changed meanwhile", () => {
  const points: [number, number][] = [[0, 0], [9, 0], [9, 7], [0, 8], [3, 3]];
  const instance = { form: "closed", points, metric: "euclidean" } as const;
  const right = solveTourSync(structuredClone(instance), IN_GENERAL);
  const found = solveTourSync(instance);
  points[4] = [100, 100];
  assertEquals(found, right);
  assertEquals({ ...found }, { ...right });
  assertEquals(Deno.inspect(found), Deno.inspect(right));
});
