import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { insertIntoTour, removeFromTour } from "../../../solvers/tour/change_tour.ts";
import { measureTour, tourExcess } from "../../../solvers/tour/given_tour.ts";
import { greedyTour, nearestNeighbourTour } from "../../../solvers/tour/rule_tours.ts";
import type { TourInstance } from "../../../solvers/tour/problem.ts";
import { enumerate } from "./_enumerate.ts";
import { tourInstances } from "./_instances.ts";

const points = [[0, 0], [4, 0], [4, 3], [0, 3]] as const;
const closed = { form: "closed", points, metric: "euclidean" } as const;

Deno.test("measureTour() measures tours and says what is wrong with others", () => {
  const measured = measureTour(closed, [2, 0, 1, 3]);
  assert(measured.valid);
  assertEquals(measured.tour, { order: [2, 0, 1, 3], length: { approximate: 18, exact: "18" } });
  const reasonOf = (order: number[], instance: TourInstance = closed) => {
    const measured = measureTour(instance, order);
    return measured.valid ? "" : measured.reason;
  };
  assertEquals(reasonOf([0, 1, 2]), "point 3 is not visited, must be once");
  assertEquals(reasonOf([0, 1, 2, 1]), "point 1 is visited twice, must be once");
  assertEquals(reasonOf([0, 1, 2, 4]), "place 3 names point 4, must be 0 to 3");
  const open = { ...closed, form: "open", start: 1, end: 3 } as const;
  assertEquals(reasonOf([0, 1, 2, 3], open), "it begins at 0, must begin at 1");
  assertEquals(reasonOf([1, 3, 2, 0], open), "it ends at 0, must end at 3");
});

Deno.test("tourExcess() calls a tour optimal exactly when enumeration does", () => {
  fc.assert(fc.property(tourInstances(6), fc.infiniteStream(fc.nat()), (instance, keys) => {
    const n = ("points" in instance ? instance.points : instance.weights).length;
    const { start, end } = instance;
    const inner = Array.from({ length: n }, (_, v) => ({ v, key: keys.next().value }))
      .filter(({ v }) => v !== start && v !== end)
      .sort((a, b) => a.key - b.key).map(({ v }) => v);
    const order = [
      ...start === undefined ? [] : [start],
      ...inner,
      ...end === undefined ? [] : [end],
    ];
    const found = tourExcess(instance, order);
    assert(found.status === "exact");
    const { optimal, given } = found.value;
    const { orders } = enumerate(instance);
    assertEquals(optimal, orders.some((o) => o.join() === given.order.join()));
    assertEquals(optimal, found.value.excess.value === 0);
  }));
});

Deno.test("insertIntoTour() and removeFromTour() find the least tour, ties told", () => {
  const five = { ...closed, points: [...points, [2, 1]] } as const;
  const inserted = insertIntoTour(five, [0, 1, 2, 3]);
  assert(inserted.status === "exact");
  assertEquals(inserted.value.tour.order, [0, 4, 1, 2, 3]);
  const middle = insertIntoTour({ ...closed, points: [...points, [2, 10]] }, [0, 1, 2, 3]);
  assert(middle.status === "exact" && middle.value.place === 3);
  const corner = removeFromTour(closed, [0, 1, 2, 3]);
  assert(corner.status === "tie" && corner.values.length === 4);
  const ends = removeFromTour({ ...closed, form: "open", start: 0, end: 1 }, [0, 3, 2, 1]);
  assert(ends.status === "tie");
  assertEquals(ends.values.map((c) => c.point).sort(), [2, 3]);
  assertThrows(() => insertIntoTour(five, [0, 1, 2]), RangeError, "must be 4 different points");
  assertThrows(() => removeFromTour(closed, [0, 1, 2]), RangeError, "must be 4 different points");
});

Deno.test("rule tours are tours, no shorter than the shortest", () => {
  fc.assert(fc.property(tourInstances(6), (instance) => {
    const directed = "weights" in instance && instance.directed === true;
    const rules = directed
      ? [nearestNeighbourTour(instance)]
      : [nearestNeighbourTour(instance), greedyTour(instance)];
    for (const { tour } of rules) {
      const measured = measureTour(instance, tour.order);
      assert(measured.valid && measured.tour.length.exact === tour.length.exact);
      const excess = tourExcess(instance, tour.order);
      assert(excess.status === "exact" && excess.value.excess.value >= 0);
    }
  }));
});

Deno.test("rule tours follow their rule and say where they had to choose", () => {
  const line = {
    form: "open",
    points: [[0, 0], [1, 0], [-1, 0], [7, 0]],
    metric: "euclidean",
  } as const;
  assertEquals(nearestNeighbourTour(line).tied, true);
  assertEquals(nearestNeighbourTour(line, 3), {
    tour: { order: [3, 1, 0, 2], length: { approximate: 8, exact: "8" } },
    tied: false,
  });
  assertThrows(() => nearestNeighbourTour({ ...line, start: 1 }, 0), RangeError, "must be 1");
  const { tour } = greedyTour({ ...closed, form: "open", start: 0, end: 2 });
  assertEquals([tour.order[0], tour.order[3]], [0, 2]);
  const weights = [[0, 1, 2], [3, 0, 1], [1, 1, 0]];
  assertThrows(
    () => greedyTour({ form: "closed", weights, directed: true }),
    RangeError,
    "directed",
  );
});
