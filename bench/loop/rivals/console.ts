/**
 * The naive generator that logs each item: `console.ts COUNT MAKER...` writes items to its output,
 * and items a second of processor time, with the bytes of a line, to its error output.
 */
import { cpuUsage } from "node:process";
import { NAIVE } from "./naive.ts";

const count = Number(Deno.args[0]);
const makers = Deno.args.slice(1).map((name) => NAIVE[name]!);

function write(items: number): number {
  let length = 0;
  for (let i = 0; i < items; i++) {
    const line = JSON.stringify(makers[i % makers.length]!(i));
    console.log(line);
    length += line.length + 1;
  }
  return length;
}

// The first items warm the compiler up.
write(count / 4);
const before = cpuUsage();
const bytes = write(count);
const { user, system } = cpuUsage(before);
console.error(JSON.stringify({ perSecond: count / ((user + system) / 1e6), bytes: bytes / count }));
