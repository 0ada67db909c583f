/**
 * The generation loop as an instrument: items and bytes a second for each work and stage, beside
 * what one writes first, in one run.
 *
 * `deno task bench [WORK...] [--items N] [--rounds N] [--processes N] [--json FILE] [--ratios FILE]`
 *
 * Each process measures everything once it is warm; two processes differ by more than two rounds of
 * one, so `bench:compare` needs several of them. `--ratios` leaves out what holds of one machine.
 */
import { readOptions } from "../../cli/_options.ts";
import { Run, scoreReply } from "../../tasks/mod.ts";
import { compileCpp, externalRivals } from "./external_rivals.ts";
import { type Figure, rate, rounded, writeFigures } from "./figures.ts";
import { isRival, type Measure } from "./measure.ts";
import { median } from "./statistics.ts";
import { type Work, worksNamed } from "./works.ts";

const options = readOptions(Deno.args, {
  text: ["items", "rounds", "processes", "json", "ratios"],
});
const works = worksNamed(options.words);
const items = options.number("items") ?? 500_000;
const rounds = options.number("rounds") ?? 3;
const processes = options.number("processes") ?? 1;

works.forEach(requireRight);
const folder = await Deno.makeTempDir();
const cpp = await compileCpp(folder);
if (cpp === null) console.error("left out: C++ by hand, for no c++ compiles it");
const found: Measure[][] = [];
for (let i = 0; i < processes; i++) found.push(await measure(cpp ?? ""));
await Deno.remove(folder, { recursive: true });

const figures = together(found);
works.forEach((work) => print(work, figures.filter((f) => f.work === work.name)));
const runtime = `Deno ${Deno.version.deno}`;
const json = options.text("json");
if (json !== undefined) await writeFigures(json, { runtime, figures });
const ratios = options.text("ratios");
if (ratios !== undefined) {
  const bare = figures.map(({ perSecond: _, ...figure }) => figure);
  await writeFigures(ratios, { runtime, figures: bare });
}

/** Answers are checked before anything is timed: each must score on its own instance. */
function requireRight({ tasks }: Work): void {
  for (const { task, options } of tasks) {
    const run = new Run(task, options);
    for (let i = 0; i < 200; i++) {
      const item = run.item(i);
      const mark = scoreReply(task, item, item.answer);
      if (mark !== "right") throw new Error(`${item.id}: its own answer is ${mark}`);
    }
  }
}

/** What a process of its own finds. */
async function measure(cpp: string): Promise<Measure[]> {
  const script = new URL("measure.ts", import.meta.url).pathname;
  const permissions = ["--allow-read", "--allow-write=/dev/null", "--allow-env", "--allow-run"];
  const names = works.map((work) => work.name);
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "-q",
      ...permissions,
      script,
      `${items}`,
      `${rounds}`,
      cpp,
      ...names,
    ],
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("measuring failed");
  return JSON.parse(new TextDecoder().decode(stdout));
}

function together(found: readonly (readonly Measure[])[]): readonly Figure[] {
  return found[0]!.map(({ work, stage, bytes }) => {
    const same = found.flatMap((f) => f.filter((m) => m.work === work && m.stage === stage));
    return {
      ...{ work, stage },
      perSecond: rounded(median(same.map((m) => m.perSecond)), 4),
      ...(bytes === 0 ? {} : { bytes: Math.round(bytes) }),
      ratios: same.map((m) => rounded(m.ratio, 4)),
    };
  });
}

function print(work: Work, figures: readonly Figure[]): void {
  console.log(`\n${work.name}`);
  for (const { stage, perSecond = 0, bytes, ratios } of figures) {
    const columns = [stage.padEnd(32), rate(perSecond).padStart(11)];
    if (bytes !== undefined) {
      columns.push(rate(bytes * perSecond, "B").padStart(12), `${bytes} B`.padStart(8));
    }
    if (isRival(stage)) columns.push(`   we are ${rounded(median(ratios), 3)}x`);
    console.log(`  ${columns.join("")}`);
  }
  for (const { stage } of externalRivals(work, cpp)) {
    if (figures.some((f) => f.stage === stage)) continue;
    console.log(`  ${stage.padEnd(32)} left out, for it does not run here`);
  }
}
