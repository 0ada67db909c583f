/**
 * What changed between two runs of the bench, beyond noise:
 * `deno task bench:compare OLD.json NEW.json`. Exits with 1 where something became slower.
 */
import { type Figure, median, quantile, readFigures } from "./figures.ts";

/** Smaller changes are not worth a word, however sure. */
const WORTH = 0.05;

const [oldPath, newPath] = Deno.args;
if (oldPath === undefined || newPath === undefined) {
  console.error("Usage: deno task bench:compare OLD.json NEW.json");
  Deno.exit(2);
}

const before = await readFigures(oldPath);
const after = await readFigures(newPath);
let slower = 0;
for (const figure of after.figures) {
  const old = before.figures.find((f) => f.task === figure.task && f.stage === figure.stage);
  const name = `${figure.task}, ${figure.stage}`.padEnd(44);
  if (old === undefined) console.log(`${name} is new`);
  else slower += report(name, old, figure);
}
if (slower > 0) Deno.exitCode = 1;

/** Prints a line for a change beyond noise; returns 1 where it is for the worse. */
function report(name: string, old: Figure, now: Figure): number {
  const change = median(now.relative) / median(old.relative) - 1;
  // Beyond noise: the middle halves of the rounds do not overlap.
  const isApart = quantile(now.relative, 0.25) > quantile(old.relative, 0.75) ||
    quantile(now.relative, 0.75) < quantile(old.relative, 0.25);
  if (!isApart || Math.abs(change) < WORTH) return 0;
  const percent = `${change > 0 ? "+" : ""}${(100 * change).toFixed(0)} %`;
  console.log(`${name} ${percent.padStart(7)}  ${change > 0 ? "faster" : "slower"}`);
  return change < 0 ? 1 : 0;
}
