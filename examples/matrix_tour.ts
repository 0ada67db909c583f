// The shortest round trip over a table of travel times, and how much longer every other one is.
import { solveTourSync } from "@alidade/core";

const weights = [
  [0, 12, 29, 22, 13],
  [12, 0, 19, 3, 25],
  [29, 19, 0, 21, 23],
  [22, 3, 21, 0, 4],
  [13, 25, 23, 4, 0],
];
const instance = { form: "closed", weights } as const;
const found = solveTourSync(instance);
if (found.status !== "exact") throw new Error(found.status);
const { order, length } = found.value;
console.log(`${order.join(" -> ")}: ${length.exact}, the next is ${found.margin?.value} longer`);
