import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";
import { fixture } from "../datasets/_check.ts";
import { alidade } from "./_io.ts";

/** Two right stories and a wrong one. */
const STORIES = [
  "1 The mug is left of the pen.\n2 Is the mug to the left of the pen?\tyes\t1\n",
  "1 The mug is above the pen.\n2 Is the pen below the mug?\tyes\t1\n",
  "1 The mug is below the pen.\n2 Is the pen below the mug?\tyes\t1\n",
];
const BROKEN = "1 The mug is below the pen.\nthe pen\n";

interface Folder extends AsyncDisposable {
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** The path of a file. */
  path(name: string): string;
  /** The names in the folder. */
  names(): Promise<string[]>;
}

async function folder(): Promise<Folder> {
  const root = await Deno.makeTempDir();
  return {
    path: (name) => `${root}/${name}`,
    async file(name, content) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(`${root}/${name}`, bytes);
      return `${root}/${name}`;
    },
    async names() {
      const entries = await Array.fromAsync(Deno.readDir(root));
      return entries.map((e) => e.name).sort();
    },
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

function lines(text: string): Record<string, unknown>[] {
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

Deno.test("verify: a table for people", async () => {
  await using f = await folder();
  const { code, out, log } = await alidade(
    "verify",
    "babi",
    await f.file("a.txt", STORIES.join("")),
  );
  assertEquals([code, log], [0, ""]);
  assertEquals(out.split("\n").slice(0, 4), [
    "babi",
    "      3  records",
    "      2  agree",
    "      1  disagree",
  ]);
});

Deno.test("verify: a line of JSON a record, in the order of the files", async () => {
  await using f = await folder();
  const paths = [
    await f.file("b.txt", STORIES[2]!),
    await f.file("a.txt", STORIES[0]! + STORIES[1]!),
  ];
  const { code, out } = await alidade("verify", "babi", ...paths, "--json", "-");
  assertEquals(code, 0);
  assertEquals(lines(out), [
    {
      id: "2",
      file: paths[0],
      line: 2,
      field: null,
      claimed: "yes",
      answer: "no",
      verdict: "disagree",
      reason: "claimed yes, is no",
      margin: { value: 1, unit: "step" },
      group: null,
    },
    ...[2, 4].map((line) => ({
      id: String(line),
      file: paths[1],
      line,
      field: null,
      claimed: "yes",
      answer: "yes",
      verdict: "agree",
      reason: null,
      margin: { value: 1, unit: "step" },
      group: null,
    })),
  ]);
});

Deno.test("verify: --json FILE and --summary FILE, no file left beside them", async () => {
  await using f = await folder();
  const path = await f.file("a.txt", STORIES.join(""));
  const [json, summary] = [f.path("out.jsonl"), f.path("sum.json")];
  const { code, out } = await alidade(
    "verify",
    "babi",
    path,
    "--json",
    json,
    `--summary=${summary}`,
  );
  assertEquals(code, 0);
  assertStringIncludes(out, "3  records");
  assertEquals(lines(await Deno.readTextFile(json)).length, 3);
  assertEquals(JSON.parse(await Deno.readTextFile(summary)), {
    total: 3,
    agree: 2,
    disagree: 1,
    ambiguous: 0,
    undetermined: 0,
    unsupported: 0,
    invalid: 0,
    groups: {},
    totals: {},
  });
  assertEquals(await f.names(), ["a.txt", "out.jsonl", "sum.json"]);
});

Deno.test("verify: CRLF, a byte order mark and a last line without its end change nothing", async () => {
  await using f = await folder();
  const plain = await f.file("a.txt", STORIES.join(""));
  const odd = await f.file("b.txt", "\uFEFF" + STORIES.join("").trimEnd().replaceAll("\n", "\r\n"));
  const verdicts = async (path: string) =>
    lines((await alidade("verify", "babi", path, "--json", "-")).out).map((
      r,
    ) => [r.line, r.verdict]);
  assertEquals(await verdicts(odd), await verdicts(plain));
});

Deno.test("verify: --strict fails on a disagreement, and only then", async () => {
  await using f = await folder();
  const wrong = await f.file("a.txt", STORIES.join(""));
  const right = await f.file("b.txt", STORIES[0]!);
  assertEquals((await alidade("verify", "babi", wrong, "--strict")).code, 1);
  assertEquals((await alidade("verify", "babi", right, "--strict")).code, 0);
});

Deno.test("verify: a bad record fails the run and is told; the others are checked", async () => {
  await using f = await folder();
  const path = await f.file("a.txt", STORIES[0]! + BROKEN + STORIES[1]!);
  const { code, out, log } = await alidade("verify", "babi", path);
  assertEquals(code, 1);
  assertStringIncludes(out, "2  agree");
  assertStringIncludes(out, "1  invalid");
  assertStringIncludes(log, `${path}:4: Cannot read the line: is "the pen", must be 2 or 1`);
});

Deno.test("verify: --errors takes the bad records, and the run is good", async () => {
  await using f = await folder();
  const path = await f.file("a.txt", STORIES[0]! + BROKEN);
  const errors = f.path("errors.jsonl");
  const { code, log } = await alidade("verify", "babi", path, "--errors", errors);
  assertEquals([code, log], [0, ""]);
  const [bad] = lines(await Deno.readTextFile(errors));
  assertEquals([bad!.file, bad!.line, bad!.field], [path, 4, null]);
  assertStringIncludes(bad!.message as string, '"the pen"');
});

Deno.test("verify: of many bad records some are told, all are counted", async () => {
  await using f = await folder();
  const path = await f.file("a.txt", "0 0 1\n".repeat(1000));
  const { code, out, log } = await alidade("verify", "orient", path);
  assertEquals(code, 1);
  assertStringIncludes(out, "1000  invalid");
  assertEquals(log.split("\n").length, 21);
  assertStringIncludes(log.split("\n").at(-1)!, "--errors");
});

Deno.test("verify: records of every kind of wrong", async () => {
  await using f = await folder();
  const story = '{"story": ["M is over N."], "question": "What is the relation of M to N?", ';
  const rows = [
    ["stepgame", `{"0": ${story}"label": "above"}, "1": ${story}"la`, 1, 1],
    ["stepgame", `${story}"label": "above"}\n${story}"la`, 1, 1],
    ["stepgame", `{"0": ${story}"label": "above"}, "1": ${story}"lable": "above"}}`, 1, 1],
    ["stepgame", `{"0": ${story}"label": 7}}`, 0, 1],
    ["bbh-navigate", '{"examples": [{"input": NaN, "target": "No"}]}', 0, 1],
    ["orient", "1 0 0 1 0 0 1 1\n2 0 NaN 1 0 0 1 1\n", 1, 1],
    ["orient", "1 0 0 1 0 0 Infinity 1\n", 0, 1],
    ["geodesic", "1 2 3", 0, 1],
  ] as const;
  for (const [dataset, text, agree, invalid] of rows) {
    const path = await f.file("data", text);
    const { code, out } = await alidade("verify", dataset, path, "--summary", f.path("s"));
    const summary = JSON.parse(await Deno.readTextFile(f.path("s")));
    assertEquals([code, summary.agree, summary.invalid], [1, agree, invalid], text + out);
  }
});

Deno.test("verify: a file that cannot be opened is one clear error, and no output appears", async () => {
  await using f = await folder();
  const good = await f.file("a.txt", STORIES[0]!);
  for (const [path, named] of [[f.path("absent"), "absent"], [f.path("."), "it is a folder"]]) {
    const options = ["--json", f.path("out.jsonl"), "--summary", f.path("sum.json")];
    const { code, out, log } = await alidade("verify", "babi", good, path!, ...options);
    assertEquals([code, out], [1, ""]);
    assertEquals(log.split("\n").length, 1);
    assertStringIncludes(log, named!);
    assertStringIncludes(log, "must be a file that can be read");
    assert(!(await f.names()).some((name) => /out|sum|part/.test(name)));
  }
});

Deno.test("verify: a file that cannot be read on is one bad record, and the next is read", async () => {
  await using f = await folder();
  const good = {
    babi: STORIES[0]!,
    "bbh-navigate": await Deno.readTextFile(fixture("bbh_navigate.json")),
  };
  const rows = [
    ["babi", new Uint8Array([49, 32, 255, 254, 10]), "line 1 has bytes that are no text"],
    ["babi", "", "no record of babi, must have one"],
    ["bbh-navigate", "", "must be one JSON object or list"],
    ["bbh-navigate", "[1]", '"examples"'],
  ] as const;
  for (const [dataset, content, must] of rows) {
    const bad = await f.file("bad", content);
    const next = await f.file("next", good[dataset]);
    const { code, log } = await alidade("verify", dataset, bad, next, "--summary", f.path("s"));
    const { agree, invalid } = JSON.parse(await Deno.readTextFile(f.path("s")));
    assertEquals([code, invalid], [1, dataset === "babi" ? 1 : 2]);
    assert(agree > 0);
    assertStringIncludes(log, must);
    const told = ["--errors", f.path("e"), "--summary", f.path("s")];
    assertEquals((await alidade("verify", dataset, bad, next, ...told)).code, 0);
    assertStringIncludes(await Deno.readTextFile(f.path("e")), JSON.stringify(must).slice(1, -1));
  }
});

Deno.test("verify: an earlier output stays as it was when a run fails", async () => {
  await using f = await folder();
  const json = await f.file("out.jsonl", "before");
  await alidade("verify", "babi", f.path("absent"), "--json", json);
  assertEquals(await Deno.readTextFile(json), "before");
});

Deno.test({
  name: "verify: a full disk is one clear error",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using f = await folder();
    const path = await f.file("a.txt", STORIES[0]!);
    for (const option of ["--json", "--summary", "--errors"]) {
      const data = option === "--errors" ? await f.file("b.txt", BROKEN) : path;
      const { code, log } = await alidade("verify", "babi", data, option, "/dev/full");
      assertEquals(code, 1);
      assertStringIncludes(log, "Cannot write /dev/full");
      assertStringIncludes(log, "No space left");
    }
  },
});

Deno.test("verify: an output that cannot be written is told before anything is read", async () => {
  await using f = await folder();
  const path = await f.file("a.txt", STORIES[0]!);
  for (const place of [f.path("no/such/folder"), f.path(".")]) {
    const { code, log } = await alidade("verify", "babi", path, "--summary", place);
    assertEquals(code, 1);
    assertStringIncludes(log, `Cannot write ${place}`);
  }
});

Deno.test("verify: words that cannot be used are usage errors", async () => {
  await using f = await folder();
  const path = await f.file("a.txt", STORIES[0]!);
  const rows = [
    [[], "no dataset is named"],
    [["babi"], "no file is named"],
    [["stargame", path], 'no dataset "stargame" (did you mean stepgame?), must be one of stepgame'],
    [
      ["babi", path, "--jason", "-"],
      "unknown option --jason (did you mean --json?), must be one of --json",
    ],
    [["babi", path, "-x"], "unknown option -x"],
    [["babi", path, "--json"], "--json has no value"],
    [["babi", path, "--json", "--strict"], "--json has no value"],
    [["babi", path, "--json", "a", "--json", "b"], "--json is given twice"],
    [["babi", path, "--budget", "soon"], '--budget is "soon", must be a number'],
    [["babi", path, "--budget", "0"], "above 0"],
    [["babi", path, "--budget", "-1"], "above 0"],
    [["babi", path, "--with", "map=x"], "takes no companion"],
    [["sparkle", path, "--with", "map=x"], "must be info=FILE"],
    [["sparkle", path, "--with", "info"], "must be info=FILE"],
  ] as const;
  for (const [args, message] of rows) {
    const { code, out, log } = await alidade("verify", ...args);
    assertEquals([code, out], [2, ""], args.join(" "));
    assertStringIncludes(log, message);
    assertStringIncludes(log, "alidade verify --help");
  }
});

Deno.test("verify: a companion by --with", async () => {
  await using f = await folder();
  const info = await f.file("pictures.json", '{"0": {"points": {"a": [1, 1], "b": [1, 9]}}}');
  const question = "Determine the direction from a to b.\nOptions: A. left, B. top";
  const test = await f.file(
    "q.json",
    JSON.stringify({ 0: { direction: { question, answer: "B" } } }),
  );
  const missing = await alidade("verify", "sparkle", test);
  assertEquals(missing.code, 1);
  assertStringIncludes(missing.log, "q_info.json");
  const given = await alidade("verify", "sparkle", test, "--with", `info=${info}`, "--json=-");
  assertEquals([given.code, lines(given.out)[0]!.verdict], [0, "agree"]);
});

Deno.test("verify: standard input by its path", async () => {
  const main = new URL("../../cli/main.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "--no-check",
      "-A",
      main,
      "verify",
      "stepgame",
      "/dev/stdin",
      "--json",
      "-",
    ],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  await (await Deno.open(fixture("stepgame.json"))).readable.pipeTo(child.stdin);
  const { code, stdout } = await child.output();
  assertEquals([code, lines(new TextDecoder().decode(stdout)).length], [1, 7]);
});

Deno.test("datasets: the list, and one described", async () => {
  const list = await alidade("datasets");
  assertEquals(list.code, 0);
  assertStringIncludes(list.out, "stepgame");
  const one = await alidade("datasets", "sparkle");
  assertStringIncludes(one.out, "--with info=FILE");
  assertStringIncludes(one.out, "Licence: MIT");
  assertEquals((await alidade("datasets", "stargame")).code, 2);
  assertEquals((await alidade("datasets", "--all")).code, 2);
});

Deno.test("verify and datasets: help is help", async () => {
  for (const name of ["verify", "datasets"]) {
    const { code, out } = await alidade(name, "--help");
    assertEquals(code, 0);
    assertStringIncludes(out, "Example:");
  }
});
