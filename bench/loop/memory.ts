/**
 * Memory over the number of items: `deno task bench:memory [MOST]`. Items of every kind go to
 * /dev/null; the resident set is read after each piece, and should not grow with their number.
 */
import { runsOf, sourceOf, worksNamed } from "./works.ts";

const most = Number(Deno.args[0] ?? 1e7);
if (!(most >= 1e5)) {
  console.error(`Cannot use ${Deno.args[0]} items, must be 100000 or more`);
  Deno.exit(2);
}
using file = await Deno.open("/dev/null", { write: true });
const mix = sourceOf(runsOf(worksNamed(["five-task mix"])[0]!));

console.log("items         bytes           resident, at most");
for (let items = 1e5; items <= most; items *= 10) {
  let bytes = 0, peak = 0;
  for (const lines of mix.lines(0, items)) {
    file.writeSync(lines);
    bytes += lines.length;
    peak = Math.max(peak, Deno.memoryUsage().rss);
  }
  const columns = [String(items).padEnd(14), String(bytes).padEnd(16)];
  console.log(`${columns.join("")}${(peak / 2 ** 20).toFixed(0)} MB`);
}
