import { anyangle, textFile, verify } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { conformance, DATA } from "../_data.ts";

const MAP = "type octile\nheight 3\nwidth 3\nmap\n..@\n.@.\n...\n";
const SCEN = "version 1\n" + [
  "0\tm.map\t3\t3\t0\t0\t0\t2\t2",
  "0\tm.map\t3\t3\t2\t1\t0\t0\t9",
  "0\tm.map\t3\t3\t0\t0\t2\t2\t4",
].map((row) => `${row}\n`).join("");

function files(contents: Record<string, string>) {
  return (path: string) => {
    const text = contents[path];
    if (text === undefined) return Promise.reject(new Error(`Cannot read ${path}: not there`));
    return Promise.resolve(textFile(path, text));
  };
}

async function check(rows: string[], contents: Record<string, string> = {}) {
  const csv = ["index;length", ...rows].join("\n");
  const open = files({ "x.csv": csv, "x.map.scen": SCEN, "x.map": MAP, ...contents });
  return await Array.fromAsync(verify(anyangle, ["x.csv"], { open }));
}

Deno.test("anyangle: right and wrong lengths, to 1e-9 of themselves", async () => {
  const length = 1 + Math.SQRT2 + 1;
  const checked = await check(["0;2.0000000001", "2;3.2", `2;${Math.hypot(1, 2) + 1}`]);
  assertEquals(checked.map((c) => c.verdict), ["agree", "disagree", "agree"]);
  assertEquals(Number(checked[2]!.answer) < length, true);
});

Deno.test("anyangle: a claim that one side of a double corner makes true is ambiguous", async () => {
  const own = 1 + 1 + Math.sqrt(5);
  const checked = await check([`1;${Math.sqrt(5)}`, `1;${own}`, "1;3"]);
  assertEquals(checked.map((c) => c.verdict), ["ambiguous", "ambiguous", "disagree"]);
  assertStringIncludes(checked[0]!.reason!, "(2, 1) lies where two blocked cells meet");
});

Deno.test("anyangle: tables with tabs or commas, and rows in the order of the scenario", async () => {
  const right = ["2", String(2 + Math.SQRT2), String(Math.hypot(1, 2) + 1)];
  for (const [separator, name] of [["\t", "x.tsv"], [",", "x.csv"], [";", "x.csv"]] as const) {
    const table = [`id${separator}length`, ...right.map((w, i) => `n${i}${separator}${w}`)].join(
      "\n",
    );
    const open = files({ [name]: table, "x.map.scen": SCEN, "x.map": MAP });
    const checked = await Array.fromAsync(verify(anyangle, [name], { open }));
    assertEquals(checked.map((c) => c.id), ["0", "1", "2"]);
    assertEquals([checked[0]!.verdict, checked[2]!.verdict], ["agree", "agree"]);
  }
});

Deno.test("anyangle: bad rows are named and the others read", async () => {
  const checked = await check(["7;2", "0", "0;NaN", "0;2"]);
  assertEquals(checked.map((c) => c.verdict), ["invalid", "invalid", "invalid", "agree"]);
  assertStringIncludes(checked[0]!.reason!, "must be a row of the scenario, 0 to 2");
  assertStringIncludes(checked[1]!.reason!, "1 fields, must be 2");
  assertStringIncludes(checked[2]!.reason!, '"NaN", must be a number');
});

Deno.test("anyangle: a faulty map is one clear error, and its rows are counted", async () => {
  const faults = [
    [MAP.replace("...\n", "..\n"), "line 7 has 2 cells"],
    [MAP.replace("...\n", ""), "2 rows, must be 3"],
    [MAP.replace("...", ".?."), 'terrain "?"'],
  ] as const;
  for (const [map, named] of faults) {
    const [fault, row, ...more] = await check(["0;1"], { "x.map": map });
    assertEquals([fault!.verdict, fault!.where.file], ["invalid", "x.map"]);
    assertStringIncludes(fault!.reason!, named);
    assertEquals([row!.verdict, row!.reason], ["unsupported", "the map was not read"]);
    assertEquals(more, []);
  }
});

Deno.test("anyangle: a faulty row of the scenario is told, the others are used", async () => {
  const cut = SCEN.slice(0, -4);
  const last = SCEN.trim().split("\n").length - 2;
  const checked = await check(["0;2", `${last};1`], { "x.map.scen": cut });
  assertEquals(checked.map((c) => c.verdict).toSorted(), ["agree", "invalid", "unsupported"]);
  assertEquals(checked[0]!.where, { file: "x.map.scen", line: last + 2 });
});

conformance(
  "anyangle: den312d agrees but at double corners",
  { path: "anyangle/dao/den312d.csv", published: anyangle.source },
  async (path) => {
    const map = `${DATA}/movingai/dao/den312d.map`;
    const companions = new Map([["map", [map]], ["scen", [`${map}.scen`]]]);
    const checked = await Array.fromAsync(verify(anyangle, [path], { companions }));
    assertEquals(checked.length, 320);
    assertEquals(checked.filter((c) => c.verdict !== "agree").length, 0);
  },
);
