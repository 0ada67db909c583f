/**
 * Measures works in a process of its own, for `main.ts`, which starts some and puts what they find
 * together: `measure.ts ITEMS ROUNDS CPP [WORK...]` writes an array of {@link Measure} as JSON.
 */
import { cpuUsage } from "node:process";
import { externalRivals, rateOf } from "./external_rivals.ts";
import { median } from "./statistics.ts";
import { type Stage, stagesOf, WHOLE } from "./stages.ts";
import { worksNamed } from "./works.ts";

/** What one process found of one stage. */
export interface Measure {
  readonly work: string;
  readonly stage: string;
  readonly perSecond: number;
  /** The mean bytes of a line, 0 where the stage writes none. */
  readonly bytes: number;
  /**
   * Of our own stages: items in the time of a fixed piece of work, so that machines and their moods
   * cancel out. Of a rival: how many times as many items we make end to end.
   */
  readonly ratio: number;
}

/** The stages that are no part of us begin like this. */
export const RIVALS: readonly string[] = ["naive", "C++"];

/** Whether a stage is a rival's. */
export function isRival(stage: string): boolean {
  return RIVALS.some((name) => stage.startsWith(name));
}

/** Stages that take less are run more than once: the clock is not much finer. */
const LEAST_SECONDS = 0.03;

/** Large functions in JavaScript take so long until they are compiled. */
const WARM_SECONDS = 0.3;

/** All stages in turn, round by round, so that slow moments of the machine hit all alike. */
function measured(stages: readonly Stage[], rounds: number): Omit<Measure, "work">[] {
  const found = stages.map((stage) => {
    const rates: number[] = [], ratios: number[] = [];
    return { stage, ...warm(stage), rates, ratios };
  });
  for (let round = 0; round < rounds; round++) {
    const unit = seconds(calibrate);
    for (const { stage, times, rates, ratios } of found) {
      const taken = seconds(() => {
        for (let time = 0; time < times; time++) stage.run();
      });
      rates.push(times * stage.items / taken);
      ratios.push(times * stage.items * unit / taken);
    }
  }
  return found.map(({ stage, bytes, rates, ratios }) => ({
    stage: stage.stage,
    perSecond: median(rates),
    bytes,
    ratio: median(ratios),
  }));
}

/** Runs a stage until its code is compiled; says how often a round should run it. */
function warm(stage: Stage): { readonly bytes: number; readonly times: number } {
  let bytes = 0, taken = 0, times = 0;
  while (taken < WARM_SECONDS || times < 2) {
    taken += seconds(() => bytes = stage.run() / stage.items);
    times++;
  }
  return { bytes, times: Math.ceil(LEAST_SECONDS * times / taken) };
}

/** Processor time, so that what else runs on the machine does not count. */
function seconds(act: () => void): number {
  const before = cpuUsage();
  act();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1e6;
}

/** A fixed piece of integer work, about twenty milliseconds. */
function calibrate(): void {
  let state = 1;
  const table = new Int32Array(1024);
  for (let i = 0; i < 10_000_000; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i | 0;
    table[state & 1023]! += state;
  }
  if (table[0] === 0.5) throw new Error("never");
}

if (import.meta.main) {
  const [items, rounds, cpp, ...names] = Deno.args as [string, string, string, ...string[]];
  using file = await Deno.open("/dev/null", { write: true });
  const sink = (bytes: Uint8Array) => void file.writeSync(bytes);
  const found: Measure[] = [];
  for (const work of worksNamed(names)) {
    const stages = stagesOf(work, { items: Number(items), sink });
    const own = measured(stages, Number(rounds)).map((m) => ({ work: work.name, ...m }));
    const { perSecond } = own.find(({ stage }) => stage === WHOLE)!;
    for (const rival of externalRivals(work, cpp === "" ? null : cpp)) {
      const rate = await rateOf(rival);
      if (rate !== null) own.push({ work: work.name, stage: rival.stage, ...rate, ratio: 0 });
    }
    found.push(...own.map((m) => isRival(m.stage) ? { ...m, ratio: perSecond / m.perSecond } : m));
  }
  console.log(JSON.stringify(found));
}
