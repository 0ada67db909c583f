import { movingai, textFile, verify } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { summarize } from "./_check.ts";

const MAP = "type octile\nheight 3\nwidth 4\nmap\n..@.\n.T..\n..W.\n";

/** Checks scenarios against files that exist in memory only. */
async function check(
  lines: string[],
  files: Record<string, string> = { "d/a.map": MAP },
  maps?: string,
) {
  const all: Record<string, string> = {
    ...files,
    "d/a.map.scen": ["version 1", ...lines].join("\n"),
  };
  const open = (path: string) =>
    path in all ? Promise.resolve(textFile(path, all[path]!)) : Promise.reject(new Error("absent"));
  const companions = new Map(maps === undefined ? [] : [["maps", [maps]]]);
  return await Array.fromAsync(verify(movingai, ["d/a.map.scen"], { open, companions }));
}

function row(length: string, ends = "0\t0\t1\t0", size = "4\t3"): string {
  return `0\tmaps/a.map\t${size}\t${ends}\t${length}`;
}

async function told(line: string, files?: Record<string, string>) {
  const [checked] = await check([line], files);
  return [checked!.verdict, checked!.reason];
}

Deno.test("movingai: agrees within the printed digits, compared exactly", async () => {
  const open = "type octile\nheight 97\nwidth 384\nmap\n" + (".".repeat(384) + "\n").repeat(97);
  const diagonal = (length: string) =>
    told(row(length, "0\t0\t383\t96", "384\t97"), { "d/a.map": open });
  // 287 + 96 sqrt(2) = 422.76450198...
  assertEquals(await diagonal("422.765"), ["agree", null]);
  assertEquals(await diagonal("422.7645"), ["agree", null]);
  assertEquals(await diagonal("422.764501988"), ["agree", null]);
  assertEquals(await diagonal("422.76450198778"), ["agree", null]);
  assertStringIncludes((await diagonal("422.764"))[1]!, "rounded otherwise");
  assertEquals((await diagonal("422.763"))[0], "disagree");
  assertEquals((await diagonal("422.766"))[0], "disagree");
  assertEquals((await diagonal("422.7646"))[1]!.includes("rounded otherwise"), true);
  assertEquals((await diagonal("422.7647"))[0], "disagree");
});

const OPEN = "type octile\nheight 60\nwidth 60\nmap\n" + (".".repeat(60) + "\n").repeat(60);

Deno.test("movingai: lengths summed with 9 decimals of sqrt(2) agree, as rounding", async () => {
  // 50 sqrt(2) = 70.71067811865...; 50 * 1.414213562 = 70.7106781, as MAPF scenarios print it.
  const verdicts = {
    "70.71067810": ["agree", "rounding"],
    "70.71067812": ["agree", null],
    "70.71067815": ["agree", "rounding"],
    "70.71067805": ["agree", "rounding"],
    "70.71067804": ["disagree", null],
    "70.71067820": ["disagree", null],
    "0": ["disagree", "length 0 as a placeholder"],
    "0.00000000": ["disagree", "length 0 as a placeholder"],
  };
  for (const [length, expected] of Object.entries(verdicts)) {
    const [checked] = await check([row(length, "0\t0\t50\t50", "60\t60")], { "d/a.map": OPEN });
    assertEquals([checked!.verdict, checked!.group], expected, length);
  }
});

Deno.test("movingai: a length is not taken for another one that lies as near", async () => {
  // 13860 diagonal steps are 19601 straight ones and 0.0000255 more: within 2e-9 of 20,000 steps.
  const line = `type octile\nheight 1\nwidth 20001\nmap\n${".".repeat(20001)}\n`;
  const verdict = async (goal: number, length: string) => {
    const ends = `0\t0\t${goal}\t0`;
    const [checked] = await check([row(length, ends, "20001\t1")], { "d/a.map": line });
    return checked!.verdict;
  };
  assertEquals(await verdict(20000, "20000"), "agree");
  assertEquals(await verdict(20000, "20000.00001000"), "disagree");
  assertEquals(await verdict(19000, "19000.00001000"), "agree");
});

Deno.test("movingai: a last row that is cut inside its number is bad, as it has no line end", async () => {
  const cut = async (text: string, end: string) => {
    const lines = [row("1"), `${row(text, "0\t0\t50\t50", "60\t60")}${end}`];
    return (await check(lines, { "d/a.map": OPEN })).at(-1)!;
  };
  for (const text of ["70.71", "7"]) {
    const bad = await cut(text, "");
    assertEquals([bad.verdict, bad.where.line], ["invalid", 3], text);
    assertStringIncludes(bad.reason!, "no line end");
    assertEquals((await cut(text, "\n")).verdict, "disagree");
  }
  assertEquals((await cut("70.7107", "")).verdict, "agree");
  assertEquals((await cut("71.71", "")).verdict, "disagree");
});

Deno.test("movingai: bytes that are no text have their line, UTF-16 is one error", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/a.map`, MAP);
    const path = `${folder}/a.map.scen`;
    const text = `version 1\n${row("1")}\n${row("1")}\n`;
    const bytes = new TextEncoder().encode(text);
    bytes[bytes.length - 2] = 0xff;
    await Deno.writeFile(path, bytes);
    const late = await Array.fromAsync(verify(movingai, [path]));
    assertEquals(late.map((c) => [c.verdict, c.where.line]), [["agree", 2], ["invalid", 3]]);
    for (const little of [true, false]) {
      for (const mark of ["", "\ufeff"]) {
        const wide = new DataView(new ArrayBuffer(2 * (mark + text).length));
        [...mark + text].forEach((c, i) => wide.setUint16(2 * i, c.charCodeAt(0), little));
        await Deno.writeFile(path, new Uint8Array(wide.buffer));
        const [bad, ...more] = await Array.fromAsync(verify(movingai, [path]));
        assertEquals([bad!.verdict, bad!.where.line, more.length], ["invalid", 1, 0]);
        assertStringIncludes(bad!.reason!, "UTF-16");
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("movingai: start is goal, and targets out of reach published as 0", async () => {
  assertEquals(await told(row("0", "0\t0\t0\t0")), ["agree", "start is goal"]);
  assertEquals(await told(row("0", "0\t0\t3\t0")), [
    "disagree",
    "claimed 0, but no way leads from (0, 0) to (3, 0)",
  ]);
});

Deno.test("movingai: a scaled map is unsupported", async () => {
  const [verdict, reason] = await told(row("1", "0\t0\t1\t0", "8\t6"));
  assertEquals([verdict, reason], [
    "unsupported",
    "asks for the map scaled from 4 x 3 to 8 x 6, which is not done here",
  ]);
});

Deno.test("movingai: bad lines are named and the others read", async () => {
  const checked = await check([
    row("1"),
    "0\tmaps/a.map\t4\t3\t0\t0\t1",
    row("1", "0\t0\t2\t0"),
    row("1", "0\t0\t4\t0"),
    row("1", "0\t-1\t1\t0"),
    row("one"),
    row("1").replaceAll("\t", " "),
  ]);
  assertEquals(
    checked.map((c) => c.verdict).join(" "),
    "agree invalid invalid invalid invalid invalid agree",
  );
  const reasons = checked.map((c) => c.reason ?? "");
  assertStringIncludes(reasons[1]!, "7 fields, must be 9");
  assertStringIncludes(reasons[2]!, "goal: (2, 0) is blocked");
  assertStringIncludes(reasons[3]!, "goal: (4, 0) is outside the map");
  assertStringIncludes(reasons[4]!, 'start y: "-1"');
  assertStringIncludes(reasons[5]!, 'length: "one"');
  assertEquals(checked[3]!.where, { file: "d/a.map.scen", line: 5 });
});

Deno.test("movingai: a map that cannot be read is one clear error, and its rows are counted", async () => {
  const broken = async (map: string) => {
    const checked = await check([row("1"), row("1")], { "d/a.map": map });
    assertEquals(checked.map((c) => c.verdict), ["invalid", "unsupported", "unsupported"]);
    return checked[0]!.reason!;
  };
  assertStringIncludes(
    await broken(MAP.replace(".T..", ".T.")),
    "d/a.map: line 6 has 3 cells",
  );
  assertStringIncludes(
    await broken(MAP.replace("height 3", "height 4")),
    "line 7 is the last: 3 rows, must be 4",
  );
  assertStringIncludes(await broken(MAP.replace(".T..", ".x..")), 'line 6 has the terrain "x"');
  assertStringIncludes(await broken(MAP.replace("octile", "hex")), 'line 1 must be "type octile"');
  assertStringIncludes(
    await broken(MAP.replace("width 4", "width -4")),
    'line 3 must be "width N"',
  );
  assertStringIncludes(await broken("type octile\n"), 'line 2 must be "height N"');
});

Deno.test("movingai: a missing map is one clear error; --with maps=DIR finds it", async () => {
  const missing = await check([row("1"), row("1")], {});
  assertEquals(missing.map((c) => c.verdict), ["invalid", "unsupported", "unsupported"]);
  assertStringIncludes(missing[0]!.reason!, "Cannot find map maps/a.map: no d/a.map");
  const found = await check([row("1")], { "m/a.map": MAP }, "m");
  assertEquals(found[0]!.verdict, "agree");
});

Deno.test("movingai: a map of another name stands in, and says so", async () => {
  const [checked] = await check([row("1").replace("maps/a.map", "maps/b.map")]);
  assertEquals([checked!.verdict, checked!.group], ["agree", "map of another name"]);
  assertStringIncludes(checked!.reason!, "solved on d/a.map, which stands in for maps/b.map");
});

Deno.test("movingai: another version is refused", async () => {
  const open = (path: string) => Promise.resolve(textFile(path, "version 2\n" + row("1")));
  const checked = await Array.fromAsync(verify(movingai, ["a.scen"], { open }));
  assertEquals(checked.map((c) => c.verdict), ["invalid"]);
  assertStringIncludes(checked[0]!.reason!, "must be version 1");
});

/** The rows of each folder, and how many of them start at their goal. */
const FOLDERS = [
  { folder: "dao", rows: 20_405, same: 1 },
  { folder: "mazes", rows: 11_850, same: 0 },
  { folder: "random", rows: 5_370, same: 0 },
  { folder: "rooms", rows: 3_840, same: 0 },
];

for (const { folder, rows, same } of FOLDERS) {
  conformance(
    `movingai: every row of ${folder} agrees`,
    { path: `movingai/${folder}`, published: movingai.source },
    async (path) => {
      const scens = [...Deno.readDirSync(path)].filter((f) => f.name.endsWith(".scen"));
      const summary = await summarize(movingai, ...scens.map((f) => `${path}/${f.name}`));
      assertEquals([summary.total, summary.agree], [rows, rows]);
      assertEquals(summary.groups.get("start is goal") ?? 0, same);
    },
  );
}
