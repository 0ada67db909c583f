/**
 * What 10^9 items take, worked out from measured rates.
 *
 * `deno run --allow-read scale/costs.ts` prints the table of README.md from rates.json.
 * `deno run -A scale/costs.ts measure STEPGAME.json` measures the rates anew, in some minutes, and
 * writes both files. The file is one of the original StepGame's tests.
 *
 * @module
 */

/** What a run takes, measured. */
export interface Rate {
  /** What was run. */
  readonly run: string;
  /** How many items or records were made. */
  readonly items: number;
  /** Seconds of processor time, user and system together. */
  readonly seconds: number;
  /** Bytes that were written, pictures included. */
  readonly bytes: number;
}

/** Rates, and where they were measured. */
export interface Rates {
  /** The machine and the version of Deno. */
  readonly on: string;
  /** What a core costs for an hour, in dollars. */
  readonly dollarsPerCoreHour: number;
  /** The runs. */
  readonly rates: readonly Rate[];
}

/** The items that are worked out. */
const ITEMS = 1e9;

/** The table of README.md, unaligned. */
export function costTable({ rates, dollarsPerCoreHour }: Rates): string {
  const head = [
    "| run | seconds per 10^6 | bytes an item | core hours | bytes | a million costs |",
    "| --- | --- | --- | --- | --- | --- |",
  ];
  const rows = rates.map(({ run, items, seconds, bytes }) => {
    const hours = seconds / items * ITEMS / 3600;
    const dollars = seconds / items * 1e6 / 3600 * dollarsPerCoreHour;
    const size = bytes / items;
    const cells = [
      run,
      rounded(seconds / items * 1e6),
      Math.round(size).toLocaleString("en"),
      rounded(hours),
      size < 1000 ? `${Math.round(size)} GB` : `${(size / 1000).toFixed(1)} TB`,
      `$${rounded(dollars)}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [...head, ...rows].join("\n");
}

/** Two significant digits, and all digits in front of the point. */
function rounded(value: number): string {
  if (value >= 100) return String(Math.round(value));
  const places = Math.max(0, 1 - Math.floor(Math.log10(value)));
  return value.toFixed(places);
}

const FOLDER = new URL("./", import.meta.url);
const RATES = new URL("rates.json", FOLDER);
const README = new URL("README.md", FOLDER);

/** The table of a page of Markdown. */
export const COST_TABLE = /\| run +\|[^]*?(?=\n\n)/;

/** Processor time of the command line as a process of its own; standard output goes through a pipe. */
async function measure(words: readonly string[]): Promise<number> {
  const { code, stderr } = await new Deno.Command("bash", {
    args: ["-c", `TIMEFORMAT="%U %S"; time "$@" > >(cat >/dev/null) 2>/dev/null`, "bash"].concat([
      ...[Deno.execPath(), "run", "-q", "--no-check", "--allow-read", "--allow-write"],
      ...[new URL("../cli/main.ts", FOLDER).pathname, ...words],
    ]),
  }).output();
  const text = new TextDecoder().decode(stderr).trim();
  if (code !== 0) throw new Error(`Cannot measure ${words.join(" ")}: exit code ${code}`);
  return text.split(" ").reduce((sum, part) => sum + Number(part), 0);
}

/** Measures a run into a folder, which says how much was written. */
async function measureFolder(run: string, words: readonly string[]): Promise<Rate> {
  const out = await Deno.makeTempDir();
  try {
    const seconds = await measure([...words, "--out", out]);
    const { items, bytes, parts } = JSON.parse(await Deno.readTextFile(`${out}/manifest.json`));
    const own = parts as {
      pictures: { bytes: number } | null;
      more?: { summary: { total: number } };
    }[];
    const drawn = own.reduce((sum, { pictures }) => sum + (pictures?.bytes ?? 0), 0);
    const total = own.reduce((sum, { more }) => sum + (more?.summary.total ?? 0), 0);
    return { run, items: total > 0 ? total : items, seconds, bytes: bytes + drawn };
  } finally {
    await Deno.remove(out, { recursive: true });
  }
}

async function measureAll(stepgame: string): Promise<Rate[]> {
  const text = await measureFolder("`generate direction`, to a folder", [
    ...["generate", "direction", "--count", "5000000", "--parts", "8"],
  ]);
  const words = ["generate", "direction", "--count", "5000000", "--out", "-"];
  return [
    { ...text, run: "`generate direction`, to a pipe", seconds: await measure(words) },
    text,
    await measureFolder("`generate sparkle`, to a folder", [
      ...["generate", "sparkle", "--count", "1000000"],
    ]),
    await measureFolder("`generate direction --images png`, to a folder", [
      ...["generate", "direction", "--count", "10000", "--images", "png"],
    ]),
    // Ten times the same file: the start of the process is to count for little.
    await measureFolder("`verify stepgame`, to a folder", [
      ...["verify", "stepgame", ...Array(10).fill(stepgame)],
    ]),
  ];
}

async function main([command, stepgame]: readonly string[]): Promise<void> {
  const known: Rates = JSON.parse(await Deno.readTextFile(RATES));
  if (command !== "measure" || stepgame === undefined) return console.log(costTable(known));
  const on = `Deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores`;
  const rates: Rates = { ...known, on, rates: await measureAll(stepgame) };
  await Deno.writeTextFile(RATES, `${JSON.stringify(rates, null, 2)}\n`);
  const page = await Deno.readTextFile(README);
  await Deno.writeTextFile(README, page.replace(COST_TABLE, costTable(rates)));
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "-q", README.pathname] }).output();
  console.log(costTable(rates));
}

if (import.meta.main) await main(Deno.args);
