import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { alidade } from "./_io.ts";

const PROBLEM = `NAME: six
DIMENSION: 6
EDGE_WEIGHT_TYPE: EUC_2D
NODE_COORD_SECTION
1 0 0
2 30 0
3 30 40
4 0 40
5 10 20
6 20 20
EOF
`;

async function inFolder(run: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${root}/six.tsp`, PROBLEM);
    await run(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("solve tour writes a certificate that check tour proves", () =>
  inFolder(async (root) => {
    const [problem, proof] = [`${root}/six.tsp`, `${root}/six.json`];
    const solved = await alidade("solve", "tour", problem, "--certificate", proof);
    assertEquals([solved.code, solved.log], [0, ""]);
    const outcome = JSON.parse(solved.out);
    assertEquals(outcome.status, "exact");
    const checked = await alidade("check", "tour", proof, "--problem", problem);
    assertEquals([checked.code, checked.log], [0, ""]);
    const { proven, optimal, length } = JSON.parse(checked.out);
    assertEquals([proven, optimal, String(length)], [true, true, outcome.value.length.exact]);
  }));

Deno.test("check tour fails for a claim that is not proven", () =>
  inFolder(async (root) => {
    const proof = `${root}/six.json`;
    await alidade("solve", "tour", `${root}/six.tsp`, "--certificate", proof);
    const good = JSON.parse(await Deno.readTextFile(proof));
    const refused = async (certificate: unknown, reason: string, ...more: string[]) => {
      await Deno.writeTextFile(proof, JSON.stringify(certificate));
      const { code, out } = await alidade("check", "tour", proof, ...more);
      assertEquals(code, 1);
      assertStringIncludes(JSON.parse(out).reason, reason);
    };
    await refused({ ...good, length: good.length - 1, lower: good.lower - 1 }, "long");
    await refused({ ...good, duals: [] }, "dual");
    await refused({}, "Cannot");
    await Deno.writeTextFile(`${root}/other.tsp`, PROBLEM.replace("20 20", "21 20"));
    await refused(good, "its weight from 1 to 6", "--problem", `${root}/other.tsp`);
  }));

Deno.test("words that check and solve tour cannot use", async () => {
  const cases: [string[], string][] = [
    [["check"], "no kind is named"],
    [["check", "path", "x"], 'no kind "path", must be one of path-count, '],
    [["check", "tour"], "no certificate is named"],
    [["check", "tour", "a", "b"], "b is one word too many"],
    [["solve", "tour", "a", "--budget", "0"], "--budget is 0, must be"],
  ];
  for (const [words, says] of cases) {
    const { code, log } = await alidade(...words);
    assertEquals(code, 2);
    assertStringIncludes(log, says);
  }
  const { code, log } = await alidade("check", "tour", "/nowhere/six.json");
  assertEquals(code, 1);
  assertStringIncludes(log, "Cannot read /nowhere/six.json");
});

Deno.test("solve tour: what there is no room for is told before it is allocated", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const points = Array.from({ length: 200_000 }, (_, i) => [i, i * i % 1009]);
    const tour = `${folder}/tour.json`;
    await Deno.writeTextFile(tour, JSON.stringify({ form: "closed", metric: "EUC_2D", points }));
    const cycle = `${folder}/a.hcp`;
    await Deno.writeTextFile(
      cycle,
      "TYPE: HCP\nDIMENSION: 9999999\nEDGE_DATA_SECTION\n1 2\n-1\nEOF\n",
    );
    const table = `${folder}/a.tsp`;
    const head = "TYPE: TSP\nDIMENSION: 200000\nEDGE_WEIGHT_TYPE: EXPLICIT\n";
    const form = "EDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 1\nEOF\n";
    await Deno.writeTextFile(table, head + form);
    for (const [path, gigabytes] of [[tour, 320], [cycle, 800000], [table, 320]] as const) {
      const { code, log } = await alidade("solve", "tour", path);
      assertEquals(code, 1);
      assertStringIncludes(log, `points need a table of ${gigabytes} GB, must be at most 20000`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
