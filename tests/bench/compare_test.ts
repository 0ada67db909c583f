import { type Figure, readFigures, writeFigures } from "../../bench/loop/figures.ts";
import { compare, median, rankChance } from "../../bench/loop/statistics.ts";
import { THOROUGH } from "../_thorough.ts";
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "../_assert.ts";

/** Numbers of 0 to 1 that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0;
    return (Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0) / 2 ** 32;
  };
}

/** Rates of six processes around a mean: each is off by some percent, one of a hundred by far. */
function rates(next: () => number, mean: number): number[] {
  return Array.from({ length: 6 }, () => {
    const bell = next() + next() + next() + next() - 2;
    const outlier = next() < 0.01 ? 0.7 : 1;
    return mean * outlier * Math.exp(0.04 * bell);
  });
}

Deno.test("statistics: the chance of ranks is that of counting all orders", () => {
  // Of the 35 ways to choose 3 places of 7, those with each sum of ranks.
  const places = [0, 1, 2, 3, 4, 5, 6];
  const choices = places.flatMap((a) =>
    places.slice(a + 1).flatMap((b) => places.slice(b + 1).map((c) => [a, b, c]))
  );
  const far = (chosen: readonly number[]) => Math.abs(chosen[0]! + chosen[1]! + chosen[2]! - 9);
  for (const chosen of choices) {
    const others = places.filter((p) => !chosen.includes(p));
    const asFar = choices.filter((c) => far(c) >= far(chosen)).length;
    assertAlmostEquals(rankChance(chosen, others), asFar / choices.length, 1e-12);
  }
  assertAlmostEquals(rankChance([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), 2 / 252, 1e-12);
  assertEquals(rankChance([4, 4, 4], [4, 4, 4]), 1);
  assertEquals([median([5, 1, 3]), median([4, 1, 3, 2])], [3, 2.5]);
});

Deno.test("statistics: runs of the same code do not differ, a slower stage is found", () => {
  const next = chance(1);
  const sure = (factor: number) =>
    Array.from({ length: 2000 }, () => compare(rates(next, 100), rates(next, 100 * factor)))
      .filter((change) => change.isSure);
  const alarms = sure(1);
  assert(alarms.length <= 8, `${alarms.length} of 2000 alarms`);
  for (const factor of [0.8, 1.25]) {
    const found = sure(factor);
    assert(found.length >= 1800, `${found.length} of 2000 found`);
    assert(found.every((change) => change.factor < 1 === factor < 1));
  }
  // However sure, a change of some percent is no news.
  assertEquals(compare([100, 101, 102, 103, 104, 105], [97, 96, 95, 98, 99, 94]).isSure, false);
});

async function compared(...args: readonly string[]): Promise<readonly [number, string]> {
  const script = new URL("../../bench/loop/compare.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-check", "--allow-read", script, ...args],
  }).output();
  return [code, new TextDecoder().decode(code === 2 ? stderr : stdout)];
}

Deno.test("bench:compare: exits with 0 for no change, 1 for a slower stage, 2 for what it cannot compare", async () => {
  const folder = await Deno.makeTempDir();
  const next = chance(7);
  const write = async (name: string, writing: number, processes = 6) => {
    const figure = (stage: string, mean: number): Figure => ({
      ...{ work: "direction", stage },
      ratios: rates(next, mean).slice(0, processes),
    });
    const figures = [figure("sample and solve", 300), figure("word and write", writing)];
    // A rival that is off says nothing of us.
    figures.push(figure("naive Python", writing));
    const path = `${folder}/${name}.json`;
    await writeFigures(path, { runtime: "Deno", figures });
    return path;
  };
  const [a, b, slow, few] = [
    await write("a", 400),
    await write("b", 400),
    await write("slow", 280),
    await write("few", 400, 3),
  ];
  assertEquals(await compared(a, b), [0, "no change beyond noise\n"]);
  const [code, text] = await compared(a, slow);
  assertEquals([code, text.trim().split("\n").length], [1, 1]);
  assertStringIncludes(text, "direction, word and write: 0.");
  assertEquals((await compared(slow, a))[0], 0);
  const [bad, message] = await compared(a, few);
  assertEquals(bad, 2);
  assertStringIncludes(message, "Cannot compare 3 processes of direction, sample and solve");
  assertEquals((await compared(a))[0], 2);
  assertEquals((await compared(a, folder))[0], 2);
  await Deno.remove(folder, { recursive: true });
});

// It runs the bench itself, and so takes as long.
Deno.test({
  name: "bench: finds a rate for each stage of a work, and writes them",
  ignore: !THOROUGH,
  fn: findsRates,
});

async function findsRates(): Promise<void> {
  const file = await Deno.makeTempFile();
  const script = new URL("../../bench/loop/main.ts", import.meta.url).pathname;
  const words = ["position", "--items", "2000", "--rounds", "1", "--processes", "2"];
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-check", "--allow-all", script, ...words, "--json", file],
    stderr: "null",
  }).output();
  assert(success);
  assertStringIncludes(new TextDecoder().decode(stdout), "end to end");
  const { figures } = await readFigures(file);
  await Deno.remove(file);
  const written = figures.filter(({ bytes }) => bytes !== undefined).map(({ stage }) => stage);
  assertEquals(written, ["word and write", "end to end"]);
  for (const { perSecond, ratios } of figures) {
    assertEquals(ratios.length, 2);
    assert(perSecond! > 0 && ratios.every((ratio) => ratio > 0));
  }
}
