/**
 * What changed between two runs of the bench, beyond noise: `deno task bench:compare OLD NEW`.
 *
 * OLD and NEW are files that `deno task bench --processes 6 --json FILE` wrote, or the folders of two
 * checkouts. Folders are measured in turn, a process of each after the other, so that what changes
 * on the machine meanwhile hits both: the surer way.
 *
 * Exits with 0 where nothing became slower, 1 where something did, 2 where it cannot compare.
 */
import { type Figure, readFigures, rounded } from "./figures.ts";
import { isRival } from "./measure.ts";
import { compare } from "./statistics.ts";

/** With fewer processes of each no change is sure. */
const LEAST_PROCESSES = 5;

/** Processes of each folder, where folders are compared. */
const PROCESSES = 6;

try {
  const slower = report(...await figuresOf(Deno.args));
  Deno.exitCode = slower > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exitCode = 2;
}

type Pair = readonly [before: readonly Figure[], after: readonly Figure[]];

async function figuresOf(args: readonly string[]): Promise<Pair> {
  const [before, after, ...words] = args;
  if (before === undefined || after === undefined) {
    throw new RangeError("Usage: deno task bench:compare OLD NEW, files or folders [WORK...]");
  }
  const folders = await Promise.all([before, after].map(isFolder));
  if (folders[0] !== folders[1]) {
    throw new RangeError(
      `Cannot compare ${before} with ${after}: must be two files or two folders`,
    );
  }
  if (folders[0]) return measured([before, after], words);
  return [(await readFigures(before)).figures, (await readFigures(after)).figures];
}

async function isFolder(path: string): Promise<boolean> {
  return (await Deno.stat(path)).isDirectory;
}

/** Measures two checkouts in turn, the other one first each time. */
async function measured(
  folders: readonly [string, string],
  words: readonly string[],
): Promise<Pair> {
  const found: [Figure[][], Figure[][]] = [[], []];
  for (let i = 0; i < PROCESSES; i++) {
    for (const which of i % 2 === 0 ? [0, 1] as const : [1, 0] as const) {
      found[which].push(await oneProcess(folders[which], words));
    }
  }
  return [together(found[0]), together(found[1])];
}

async function oneProcess(folder: string, words: readonly string[]): Promise<Figure[]> {
  const file = await Deno.makeTempFile();
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "bench", ...words, "--json", file],
    cwd: folder,
    stdout: "null",
  }).output();
  if (!success) throw new Error(`Cannot measure ${folder}: its bench failed`);
  const { figures } = await readFigures(file);
  await Deno.remove(file);
  return [...figures];
}

function together(found: readonly (readonly Figure[])[]): readonly Figure[] {
  return found[0]!.map((figure) => ({
    ...figure,
    ratios: found.flatMap((figures) => figures.filter(isSame(figure)).flatMap((f) => f.ratios)),
  }));
}

function isSame({ work, stage }: Figure): (figure: Figure) => boolean {
  return (figure) => figure.work === work && figure.stage === stage;
}

/** Prints a line for each change beyond noise; returns how many are for the worse. */
function report(before: readonly Figure[], after: readonly Figure[]): number {
  let slower = 0, sure = 0;
  // How many times as fast we are as a rival says as much of the rival as of us.
  for (const figure of after.filter(({ stage }) => !isRival(stage))) {
    const old = before.find(isSame(figure));
    const name = `${figure.work}, ${figure.stage}`;
    if (old === undefined) {
      console.log(`${name} is new`);
      continue;
    }
    const fewest = Math.min(old.ratios.length, figure.ratios.length);
    if (fewest < LEAST_PROCESSES) {
      throw new RangeError(
        `Cannot compare ${fewest} processes of ${name}, must be at least ${LEAST_PROCESSES}`,
      );
    }
    const { factor, chance, isSure } = compare(old.ratios, figure.ratios);
    if (!isSure) continue;
    sure++;
    if (factor < 1) slower++;
    const words = factor < 1 ? "slower" : "faster";
    console.log(`${name}: ${rounded(factor, 3)}x, ${words}, by chance ${rounded(chance, 1)}`);
  }
  if (sure === 0) console.log("no change beyond noise");
  return slower;
}
