import { DATASETS } from "../../datasets/mod.ts";
import { COMMANDS } from "../../cli/mod.ts";
import { direction, Mix, Run, tour } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { digest } from "./_folders.ts";
import { alidade } from "./_io.ts";

/** How many inputs each command is given, all in all. */
const INPUTS = Deno.env.has("ALIDADE_THOROUGH") ? 20_000 : 250;

/** Numbers of one seed. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(n: number): number {
    // Mulberry32, by T. Ettinger.
    this.#state = this.#state + 0x6d2b79f5 | 0;
    let t = Math.imul(this.#state ^ this.#state >>> 15, 1 | this.#state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return Math.floor(((t ^ t >>> 14) >>> 0) / 2 ** 32 * n);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** What an engine says of itself, and no message of ours. */
const ENGINE = new RegExp(
  "is not (?:a function|iterable|defined|a constructor|valid JSON)|of (?:undefined|null)\\b" +
    "|Unexpected (?:token|end|non-whitespace|string|number)|in JSON at|call stack|os error" +
    "|Invalid (?:array|string|typed array|regular|time) |allocation failed|BigInt|\\[object|NaN" +
    "|Expected (?:property|double-quoted|','|':')|Bad control character|Uncaught|at file://|node:",
);

const encoder = new TextEncoder();

/** Ways to spoil a file; each may need a second one to mix in. */
const SPOILS: readonly ((bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array)[] = [
  (bytes, dice) => bytes.slice(0, dice.below(bytes.length + 1)),
  (bytes, dice) => bytes.slice(dice.below(bytes.length + 1)),
  (bytes) => new Uint8Array([...bytes, ...bytes]),
  (bytes, dice) => {
    const [at, size] = [dice.below(bytes.length + 1), 1 + dice.below(40)];
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + size)]);
  },
  (bytes, dice) => {
    const copy = bytes.slice();
    for (let i = 0; i <= dice.below(4); i++) copy[dice.below(copy.length)] = dice.below(256);
    return copy;
  },
  (bytes, dice) => {
    const [at, from] = [dice.below(bytes.length + 1), dice.below(bytes.length + 1)];
    const piece = bytes.slice(from, from + dice.below(200));
    return new Uint8Array([...bytes.slice(0, at), ...piece, ...bytes.slice(at)]);
  },
  (bytes, dice, other) => {
    const [at, from] = [dice.below(bytes.length + 1), dice.below(other.length + 1)];
    return new Uint8Array([...bytes.slice(0, at), ...other.slice(from)]);
  },
  (bytes, dice) => replaced(bytes, dice, /-?\d+(?:\.\d+)?/g, NUMBERS),
  (bytes, dice) => replaced(bytes, dice, /"(?:[^"\\]|\\.)*"/g, STRINGS),
  (bytes, dice) => replaced(bytes, dice, /[{}[\]:,\n\t ]/g, ["", "\n", "[", "}", '"', ",,", "\t"]),
  (bytes, dice) => replaced(bytes, dice, /null|true|false|\{[^{}]*\}|\[[^[\]]*\]/g, VALUES),
];

const NUMBERS = [
  "-1",
  "0",
  "1e999",
  "1e-999",
  "9007199254740993",
  "99999999999",
  "0.1",
  "-0",
  "1.5",
];
const STRINGS = [
  '""',
  '"__proto__"',
  '"\\u0000"',
  '"\\u001b[31m"',
  '"../../x"',
  '"A"',
  '"constructor"',
];
const VALUES = [
  "null",
  "true",
  "{}",
  "[]",
  "[[]]",
  '{"a":1}',
  '"x"',
  "7",
  "[null]",
  "[".repeat(4000),
];

function replaced(
  bytes: Uint8Array,
  dice: Dice,
  pattern: RegExp,
  by: readonly string[],
): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return bytes;
  const { index, 0: word } = dice.of(found);
  return encoder.encode(text.slice(0, index) + dice.of(by) + text.slice(index + word.length));
}

/** A file that a command reads, and the command's words, with FILE in place of its path. */
interface Seed {
  readonly name: string;
  readonly text: string;
  readonly words: readonly string[];
  /** Files beside it. */
  readonly beside?: Readonly<Record<string, string>>;
}

function seeds(): Seed[] {
  const items =
    [...Array(6).keys()].map((i) =>
      JSON.stringify(new Mix([new Run(direction), new Run(tour)]).item(i))
    ).join("\n") + "\n";
  const choices = new Run(direction, { images: "svg", knobs: { form: "choice" } });
  const shown = [0, 1, 2].map((i) => JSON.stringify(choices.item(i))).join("\n") + "\n";
  const images = Object.fromEntries([0, 1, 2].map((i) => [choices.item(i).image!, "<svg/>"]));
  const replies = [0, 1, 2].map((i) => {
    const { id, answer } = choices.item(i);
    return JSON.stringify({ id, reply: `The answer is ${answer}.` });
  }).join("\n");
  const outcome = { status: "exact", value: "A", margin: { value: 1, unit: "unit" } };
  const claim = JSON.stringify({ instance: choices.item(0).instance, outcome });
  const ring = "NAME: r\nTYPE: TSP\nDIMENSION: 4\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n" +
    "1 0 0\n2 4 0\n3 0 3\n4 9 9\nEOF\n";
  const story = {
    story: ["M is over N."],
    question: "What is the relation of the agent M to the agent N?",
  };
  const stepgame = JSON.stringify({
    0: { ...story, label: "above" },
    1: { ...story, label: "left" },
  });
  const babi = "1 The cat is above the dog.\n2 Is the cat above the dog?\tyes\t1\n";
  const map = "type octile\nheight 2\nwidth 2\nmap\n..\n..\n";
  const verify = (kind: string, name: string, text: string, beside = {}): Seed => ({
    ...{ name, text, beside },
    words: ["verify", kind, "FILE", "--json", "OUT/verdicts.jsonl", "--summary", "OUT/counts.json"],
  });
  return [
    { name: "items.jsonl", text: items, words: ["solve", "direction", "FILE"] },
    {
      name: "items.jsonl",
      text: items,
      words: ["solve", "tour", "FILE", "--errors", "OUT/e.jsonl"],
    },
    { name: "claims.jsonl", text: claim, words: ["check", "direction", "FILE"] },
    { name: "r.tsp", text: ring, words: ["solve", "tour", "FILE", "--budget", "1"] },
    {
      name: "items.jsonl",
      text: shown,
      words: ["report", "FILE", "--out", "OUT/page.html"],
      beside: images,
    },
    ...["parquet", "webdataset", "llava", "swift", "sharegpt"].map((kind): Seed => ({
      name: "items.jsonl",
      text: shown,
      words: ["pack", "FILE", "--as", kind, "--out", "OUT/set", "--drop-bad"],
      beside: images,
    })),
    {
      name: "items.jsonl",
      text: shown,
      words: ["pack", "FILE", "--as", "swift", "--out", "OUT/set"],
      beside: images,
    },
    {
      name: "replies.jsonl",
      text: replies,
      words: ["score", "--items", "DIR/items.jsonl", "--replies", "FILE", "--json", "OUT/m.jsonl"],
      beside: { "items.jsonl": shown },
    },
    {
      name: "items.jsonl",
      text: shown,
      words: ["score", "--items", "FILE", "--replies", "DIR/r.jsonl"],
      beside: { "r.jsonl": replies },
    },
    {
      name: "manifest.json",
      text: JSON.stringify({ config: { items: 3, parts: 1 }, config_sha256: "0", parts: [] }),
      words: ["merge", "DIR", "--out", "OUT/whole"],
    },
    verify("stepgame", "a.json", stepgame),
    verify("babi", "a.txt", babi),
    verify("tsplib", "r.tsp", ring, { "r.opt.tour": "TOUR_SECTION\n1 2 4 3 -1\n" }),
    verify("movingai", "m.map.scen", "version 1\n0\tm.map\t2\t2\t0\t0\t1\t0\t1\n", {
      "m.map": map,
    }),
    verify("orient", "a.txt", "7 0 0 1 0 0 1 1\n"),
    verify("geodesic", "a.dat", "0 0 90 0 0 90 0 0 0 0\n"),
    // What a file is of one kind is no file of another.
    ...DATASETS.map(({ name }) => verify(name, "a.json", stepgame + babi + shown)),
  ].filter(({ words }) => words.every((word) => !word.startsWith("--with")));
}

/** Options that no command may take for more than words. */
const WORDS = [
  "--out",
  "-",
  "--",
  "--seed",
  "-1",
  "1e9",
  "--set",
  "a=b",
  "=",
  "",
  "no/such/x",
  "\u001b[0m",
  "--rows",
  "0",
  "1/0",
];

function snapshot(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, isDirectory, isSymlink } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isSymlink) found[name] = `-> ${Deno.readLinkSync(path)}`;
    else if (isDirectory) {
      for (const [key, value] of Object.entries(snapshot(path))) found[`${name}/${key}`] = value;
    } else found[name] = digest(Deno.readFileSync(path));
  }
  return found;
}

/** Every file of JSON that a run wrote is whole. */
function requireWhole(out: string, words: string): void {
  for (const [name, what] of Object.entries(snapshot(out))) {
    if (what.startsWith("-> ")) continue;
    assert(!name.endsWith(".part"), `${words} left ${name}`);
    const text = /\.jsonl?$/.test(name) ? Deno.readTextFileSync(`${out}/${name}`) : "";
    if (name.endsWith(".json")) JSON.parse(text);
    else if (text !== "") {
      assert(text.endsWith("\n"), `${words}: ${name} ends within a line`);
      for (const line of text.trimEnd().split("\n")) JSON.parse(line);
    }
  }
}

Deno.test(`fuzz: no input of ${INPUTS} has an engine's words, a file elsewhere, or a wrong one`, async () => {
  const root = await Deno.makeTempDir();
  const all = seeds();
  const dice = new Dice(2026);
  const cwd = Deno.cwd();
  const commands = new Set<string>();
  try {
    await Deno.mkdir(`${root}/in`);
    await Deno.mkdir(`${root}/elsewhere`);
    await Deno.writeTextFile(`${root}/elsewhere/secret.svg`, "secret");
    for (let i = 0; i < INPUTS; i++) {
      const seed = i < all.length ? all[i]! : dice.of(all);
      const dir = `${root}/in/${i}`, out = `${dir}/out`;
      await Deno.mkdir(`${dir}/images`, { recursive: true });
      await Deno.mkdir(out);
      // Where a word stands in the place of a path, it is one of the run's own.
      Deno.chdir(out);
      for (const [name, text] of Object.entries(seed.beside ?? {})) {
        await Deno.writeTextFile(`${dir}/${name}`, text);
      }
      let bytes: Uint8Array = encoder.encode(seed.text);
      for (let n = i < all.length ? 0 : 1 + dice.below(2); n > 0 && bytes.length > 0; n--) {
        bytes = dice.of(SPOILS)(bytes, dice, encoder.encode(dice.of(all).text));
      }
      const path = `${dir}/${seed.name}`;
      await Deno.writeFile(path, bytes);
      if (i >= all.length && dice.below(12) === 0) link(dir, root, dice);
      const words = seed.words.map((word) =>
        word.replace("FILE", path).replace("OUT", out).replace("DIR", dir)
      );
      if (i >= all.length && dice.below(10) === 0) {
        words.splice(1 + dice.below(words.length), dice.below(2), dice.of(WORDS));
      }
      const before = snapshot(root);
      const { code, out: said, log } = await alidade(...words);
      const told = `${i}: ${words.join(" ")}\n${log.slice(0, 600)}`;
      commands.add(words[0]!);
      assert(code === 0 || code === 1 || code === 2, told);
      // A group of data may say anything: what is ours to say stands in the log, and in errors.
      assertEquals(log.match(ENGINE), null, told);
      for (const line of said.matchAll(/"(?:error|message|reason)":"((?:[^"\\]|\\.)*)"/g)) {
        assertEquals(line[1]!.match(ENGINE), null, `${told}\n${line[1]}`);
      }
      if (code !== 0 && words[0] !== "verify") assert(log !== "" || said !== "", told);
      const after = snapshot(root);
      const own = `in/${i}/out/`;
      for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (!name.startsWith(own)) assertEquals(after[name], before[name], `${told}\n${name}`);
      }
      requireWhole(out, told);
      Deno.chdir(cwd);
      await Deno.remove(dir, { recursive: true });
    }
    assertEquals([...commands].sort(), [
      "check",
      "merge",
      "pack",
      "report",
      "score",
      "solve",
      "verify",
    ]);
  } finally {
    Deno.chdir(cwd);
    await Deno.remove(root, { recursive: true });
  }
});

/** Puts a link to elsewhere where a file, the pictures or the state are looked for. */
function link(dir: string, root: string, dice: Dice): void {
  const [target, name] = dice.of(
    [
      [`${root}/elsewhere`, "images"],
      [`${root}/elsewhere`, ".alidade"],
      [`${root}/elsewhere`, "out/set/data"],
      [`${root}/elsewhere/secret.svg`, "out/page.html"],
      [`${root}/elsewhere/none`, "out/verdicts.jsonl"],
    ] as const,
  );
  try {
    Deno.removeSync(`${dir}/${name}`, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  if (name.startsWith("out/set/")) Deno.mkdirSync(`${dir}/out/set`);
  Deno.symlinkSync(target, `${dir}/${name}`);
}

Deno.test("fuzz: every command refuses words it does not know, and says which it does", async () => {
  const dice = new Dice(7);
  for (const { name } of COMMANDS) {
    if (name === "serve" || name === "demo") continue;
    for (
      const words of [["--no-such"], ["--no-such", dice.of(WORDS)], [dice.of(WORDS), "--no-such"]]
    ) {
      const { code, log } = await alidade(name, ...words);
      assert(code === 1 || code === 2, `${name} ${words}`);
      assertEquals(log.match(ENGINE), null, log);
      assert(log.startsWith(`alidade ${name}: `), log);
    }
  }
});
