import type { Picture } from "../../tasks/kind.ts";
import {
  direction,
  distance,
  type JsonValue,
  Mix,
  Run,
  shortestPath,
  sparkle,
  splitOf,
  TASKS,
} from "../../tasks/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";
import { digests, withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const ITEMS = 60;

async function withItems(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const made = await alidade(
      ...["generate", "direction", "--count", String(ITEMS), "--images", "png"],
      ...["--set", "form=choice", "--out", `${folder}/items`],
    );
    assertEquals(made.code, 0, made.log);
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function filesIn(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder), (entry) => entry.name).sort();
}

Deno.test("pack: Parquet in splits, with a card", () =>
  withItems(async (folder) => {
    const { code, log } = await alidade(
      ...["pack", `${folder}/items/items.jsonl`, "--as", "parquet", "--out", `${folder}/set`],
      ...["--split", "train=2", "--split", "test=1", "--rows", "20"],
    );
    assertEquals(code, 0, log);
    const files = filesIn(`${folder}/set/data`);
    const train = files.filter((name) => name.startsWith("train-"));
    assertEquals(train[0], `train-00000-of-0000${train.length}.parquet`);
    assert(files.some((name) => name.startsWith("test-00000-of-")));
    const card = await Deno.readTextFile(`${folder}/set/README.md`);
    assertStringIncludes(card, "path: data/train-*.parquet");
    assertStringIncludes(card, "alidade generate direction --count 60 --seed 0 --profile fair");
    assertStringIncludes(
      card,
      "| task | version | profile | level | seed | knobs | form | items |",
    );
    const again = await alidade(
      ...["pack", `${folder}/items/items.jsonl`, "--as", "parquet", "--out", `${folder}/set`],
    );
    assertEquals(again.code, 1);
    assertStringIncludes(again.log, "must be an empty folder");
  }));

Deno.test("pack: the commands of the card make the very dataset again", async () => {
  await withFolder(async (folder) => {
    const options = ["--images", "svg", "--boxes", "pixels", "--level", "hard"];
    await alidade(
      ...["generate", "distance", "--count", "40", "--seed", "9", "--set", "wording=de"],
      ...[...options, "--out", `${folder}/items`],
    );
    await alidade(
      ...["pack", `${folder}/items/items.jsonl`, "--as", "parquet", "--out", `${folder}/set`],
      ...["--split", "train=3", "--split", "test=1", "--rows", "7"],
    );
    const card = await Deno.readTextFile(`${folder}/set/README.md`);
    for (const line of /```sh\n(.*)```/s.exec(card)![1]!.trim().split("\n")) {
      const words = line.split(" ").slice(1).map((word) =>
        word.replace(/^items-1|^dataset/, `${folder}/again/$&`)
      );
      assertEquals((await alidade(...words)).code, 0, line);
    }
    assertEquals(digests(`${folder}/again/dataset`), digests(`${folder}/set`));
    assertStringIncludes(card, "language:\n  - de\n");
  });
});

Deno.test("pack: WebDataset holds a picture and a record for each item", () =>
  withItems(async (folder) => {
    const { code, log } = await alidade(
      ...["pack", `${folder}/items/items.jsonl`, "--as", "webdataset", "--out", `${folder}/set`],
    );
    assertEquals(code, 0, log);
    const [name] = filesIn(`${folder}/set/data`);
    assertEquals(name, "train-00000-of-00001.tar");
    const bytes = await Deno.readFile(`${folder}/set/data/${name}`);
    const names = entriesOf(bytes);
    assertEquals(names.length, 2 * ITEMS);
    for (let i = 0; i < names.length; i += 2) {
      assertEquals(names[i]!.replace(/\.png$/, ".json"), names[i + 1]);
    }
  }));

Deno.test("pack: trainers' formats, in splits that share no instance, with their pictures", async () => {
  await withFolder(async (folder) => {
    const made = await alidade(
      ...["generate", "direction", "shortest-path=2", "--count", "90", "--images", "svg"],
      ...["--boxes", "fractions", "--level", "easy", "--out", `${folder}/items`],
    );
    assertEquals(made.code, 0, made.log);
    for (const kind of ["llava", "swift", "sharegpt"]) {
      const direct = `${folder}/${kind}`;
      const { code, log } = await alidade(
        ...["pack", `${folder}/items/items.jsonl`, "--as", kind, "--rows", "30"],
        ...["--split", "train=2", "--split", "test=1", "--out", direct],
      );
      assertEquals(code, 0, log);
      const records = filesIn(`${direct}/data`).filter((name) => name !== "images")
        .flatMap((name) => {
          const text = Deno.readTextFileSync(`${direct}/data/${name}`);
          return kind === "llava"
            ? JSON.parse(text)
            : text.trimEnd().split("\n").map((line) => JSON.parse(line));
        });
      await alidade(
        ...["generate", "direction", "shortest-path=2", "--count", "90", "--images", "svg"],
        ...["--boxes", "fractions", "--level", "easy", "--format", kind],
        ...["--out", `${folder}/${kind}-lines`],
      );
      const lines = Deno.readTextFileSync(`${folder}/${kind}-lines/items.jsonl`);
      assertEquals(
        records.map((record) => JSON.stringify(record)).sort(),
        lines.trimEnd().split("\n").sort(),
      );
      assertEquals(digests(`${direct}/data/images`), digests(`${folder}/items/images`));
    }
    const [first] = Deno.readTextFileSync(`${folder}/items/items.jsonl`).split("\n");
    const changed = JSON.stringify({ ...JSON.parse(first!), index: 5 });
    Deno.writeTextFileSync(`${folder}/items/changed.jsonl`, `${changed}\n`);
    const { code, log } = await alidade(
      ...["pack", `${folder}/items/changed.jsonl`, "--as", "llava", "--out", `${folder}/no`],
    );
    assertEquals(code, 1);
    assertStringIncludes(log, "changed.jsonl:1: Cannot pack id:");
    assertStringIncludes(log, "is of another item, must be");
  });
});

/** The names in a tar file, read by the sizes in its headers. */
function entriesOf(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const text = (at: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(at, at + length)).replace(/\0.*$/s, "");
  for (let at = 0; bytes[at] !== 0;) {
    names.push(text(at, 100));
    const size = parseInt(text(at + 124, 12), 8);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return names;
}

Deno.test("pack: bad input is named by file and line", () =>
  withItems(async (folder) => {
    const path = `${folder}/items/items.jsonl`;
    const pack = (...rest: string[]) => alidade("pack", path, "--out", `${folder}/set`, ...rest);
    assertEquals((await pack()).code, 2);
    assertStringIncludes(
      (await pack("--as", "csv")).log,
      "must be one of parquet, webdataset, llava",
    );
    const parquet = ["--as", "parquet"];
    assertStringIncludes((await pack(...parquet, "--split", "train")).log, "must be NAME=N");
    const many = await pack(...parquet, "--split", "train=99999999", "--split", "test=1");
    assertStringIncludes(many.log, "no item falls into test");
    await Deno.writeTextFile(path, '{"id": "a"', { append: true });
    assertStringIncludes((await pack(...parquet)).log, `${path}:61: Cannot read line`);
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["items"]);
  }));

Deno.test("splitOf(): what one picture shows stands in one split, whatever is asked", () => {
  const splits = [{ name: "train", share: 1 }, { name: "test", share: 1 }];
  const run = new Run(sparkle, { images: "svg", seed: 3 });
  const seen = new Map<string, Set<string>>();
  for (let i = 0; i < 17 * 200; i++) {
    const { image, instance } = run.item(i);
    const names = seen.get(image!) ?? new Set();
    seen.set(image!, names.add(splitOf(instance, splits).name));
  }
  assertEquals(seen.size, 200);
  assert([...seen.values()].every((names) => names.size === 1));
  assertEquals(new Set([...seen.values()].map((names) => [...names][0])).size, 2);
  const points = [["red", 1, 2], ["blue", 3, 4], ["green", 9, 9]];
  const scenes = [
    { frame: "y-up", points, from: "red", to: "blue", sectors: "image-eight" },
    { frame: "y-up", points: points.toReversed(), from: "green", to: "red", places: 2 },
    { ask: "region", side: "10.00", instance: { points, of: "blue", side: 10, cuts: "thirds" } },
  ];
  for (let shift = 0; shift < 50; shift++) {
    points[0]![1] = shift;
    assertEquals(new Set(scenes.map((scene) => splitOf(scene, splits).name)).size, 1);
  }
});

Deno.test("splitOf(): one picture stands in one split, in whatever language and frame", () => {
  const splits = [{ name: "train", share: 1 }, { name: "test", share: 1 }];
  const name = (instance: JsonValue) => splitOf(instance, splits).name;
  const position = TASKS.find((task) => task.name === "position")!;
  const seen = new Map<string, Set<string>>();
  const knobs = [{ wording: "en" }, { wording: "de" }, { frame: "y-down" }, { distractors: 0 }];
  for (const more of knobs) {
    const run = new Run(position, { knobs: { lattice: 4, names: "sparkle", ...more } });
    for (let i = 0; i < 400; i++) {
      const { instance } = run.item(i);
      const [{ drawing }] = position.pictures!(instance, "en") as [Picture];
      const painted = drawing.shapes.map(({ of: _, ...shape }) => JSON.stringify(shape));
      const key = JSON.stringify(painted.sort());
      seen.set(key, (seen.get(key) ?? new Set()).add(name(instance)));
    }
  }
  assert(seen.size < 1400, `${seen.size}`);
  assertEquals([...seen.values()].filter((names) => names.size > 1), []);
  assertEquals(new Set([...seen.values()].map((names) => [...names][0])).size, 2);
});

Deno.test("splitOf(): maps that only shift or scale look alike", () => {
  const splits = [{ name: "train", share: 1 }, { name: "test", share: 1 }];
  const name = (...points: JsonValue[]) => splitOf({ frame: "y-up", points }, splits).name;
  const names = new Set<string>();
  for (let i = 1; i < 60; i++) {
    const all = new Set([
      name(["red", 0, i], ["blue", 3, 4], ["green", 9, 9]),
      name(["red", 5, i + 2], ["blue", 8, 6], ["green", 14, 11]),
      name(["red", 0, 10 * i], ["blue", 30, 40], ["green", 90, 90]),
      name(["Rot", "0.5", `${i / 10}`], ["Blau", "0.8", "0.4"], ["Grün", "1.4", "0.9"]),
    ]);
    assertEquals(all.size, 1);
    names.add([...all][0]!);
  }
  assertEquals(names.size, 2);
});

Deno.test("splitOf(): tasks, profiles, forms and mixes that meet in an instance meet in its split", () => {
  const splits = [{ name: "train", share: 2 }, { name: "test", share: 1 }];
  // So few instances that each comes up many times.
  const small = { lattice: 4, spacing: 25, distractors: 0, border: 0, decimals: 0 };
  const items = new Mix([
    ...["open", "choice"].map((form) => new Run(direction, { knobs: { ...small, form } })),
    new Run(direction, { profile: "sparkle", knobs: { ...small, names: "colours" } }),
    new Run(distance, { knobs: small }),
    ...["open", "true-false"].map((form) =>
      new Run(shortestPath, { knobs: { size: 3, hops: 1, form } })
    ),
    new Run(shortestPath, { profile: "sparkle", knobs: { size: 3, ask: "moves" } }),
  ]);
  const seen = new Map<string, Set<string>>();
  for (let i = 0; i < 20_000; i++) {
    const { instance } = items.item(i);
    const { points, size, from, to } = instance as Record<string, unknown>;
    const shown = JSON.stringify(points === undefined ? [size, from, to] : points);
    const names = seen.get(shown) ?? new Set();
    seen.set(shown, names.add(splitOf(instance, splits).name));
  }
  assert(seen.size < 15_000, `${seen.size}`);
  assert([...seen.values()].every((names) => names.size === 1));
});

Deno.test("splitOf(): an instance stands in one split, and shares are kept", () => {
  const splits = [{ name: "train", share: 8 }, { name: "val", share: 1 }, {
    name: "test",
    share: 1,
  }];
  const counts = new Map<string, number>();
  for (let i = 0; i < 10_000; i++) {
    const { name } = splitOf({ points: [["a", i, 2], ["b", 3, 4]], from: "a" }, splits);
    assertEquals(splitOf({ from: "a", points: [["a", i, 2], ["b", 3, 4]] }, splits).name, name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // Five standard deviations of a binomial count.
  assert(Math.abs(counts.get("train")! - 8000) < 200, JSON.stringify([...counts]));
  assert(Math.abs(counts.get("val")! - 1000) < 150, JSON.stringify([...counts]));
});
