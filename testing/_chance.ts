import type { Task } from "../tasks/task.ts";
import { Run, type RunOptions } from "../tasks/loop/run.ts";
import type { Findings } from "./finding.ts";
import { picturesOfTask } from "./_samples.ts";

/** A year in milliseconds. */
const YEAR = 3.15e10;

type Other = (calls: number, ...given: unknown[]) => unknown;

/** What an item may not depend on, by where it stands; and what else it might give, call by call. */
const OUTSIDE: readonly (readonly [object: object, name: string, other: Other])[] = [
  [Math, "random", (calls) => (calls * 0.618034) % 1],
  [Date, "now", (calls) => YEAR * calls + calls],
  [performance, "now", (calls) => calls / 1000],
  [crypto, "getRandomValues", (calls, bytes) => (bytes as Uint8Array).fill(calls)],
  [crypto, "randomUUID", (calls) => String(calls)],
];

/** Items depend on their index alone: not on chance or time outside, nor on the items before. */
export function checkChance(
  task: Task,
  findings: Findings,
  { count, seed, source }: {
    readonly count: number;
    readonly seed: number;
    readonly source?: unknown;
  },
): void {
  const options: RunOptions = {
    seed,
    ...picturesOfTask(task),
    ...(source === undefined ? {} : { source }),
  };
  const make = (order: readonly number[]): string[] => {
    const run = new Run(task, options);
    const items: string[] = [];
    for (const i of order) {
      const item = run.item(i);
      items[i] = JSON.stringify([item, task.solve(item.instance)]);
    }
    return items;
  };
  const order = Array.from({ length: count }, (_, i) => i);
  const first = make(order);
  // A module may hold on to what it saw before.
  const again = make([...order].reverse());
  const at = order.find((i) => first[i] !== again[i]);
  findings.demand(
    at === undefined,
    "state",
    `item ${at} is another when it is made in another order`,
  );
  const elsewhere = withOtherChance(() => make(order));
  const shifted = order.find((i) => first[i] !== elsewhere[i]);
  const says = `item ${shifted} depends on the time, or on chance other than its own`;
  findings.demand(shifted === undefined, "outside", says);
}

/** Runs something while all that is random, or tells the time, gives what it never gave before. */
function withOtherChance<T>(act: () => T): T {
  const kept = OUTSIDE.map(([object, name]) => Object.getOwnPropertyDescriptor(object, name));
  const { Date: OwnDate } = globalThis;
  let calls = 0;
  for (const [object, name, value] of OUTSIDE) {
    const other = (...given: unknown[]) => value(++calls, ...given);
    Object.defineProperty(object, name, { configurable: true, writable: true, value: other });
  }
  globalThis.Date = new Proxy(OwnDate, {
    construct: (own, given) =>
      Reflect.construct(own, given.length === 0 ? [YEAR * ++calls] : given),
  });
  try {
    return act();
  } finally {
    globalThis.Date = OwnDate;
    OUTSIDE.forEach(([object, name], i) => {
      if (kept[i] === undefined) delete (object as unknown as Record<string, unknown>)[name];
      else Object.defineProperty(object, name, kept[i]);
    });
  }
}
