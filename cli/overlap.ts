import { type JsonValue, type Sameness, sceneKey } from "../tasks/mod.ts";
import { limitOf } from "./_limits.ts";
import { linesOf, openToRead, parseLine } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade overlap: what two sets of items share

Usage: alidade overlap A B [--by instance|symmetry] [--line-limit N]

A and B are files of items, as generate wrote them. Two items are the same by instance where they
show and ask the same; the same scene where they show the same, whatever is asked, in whatever
language; by symmetry also where maps or grids are turned or mirrored onto each other.

  --by SAMENESS     what counts as the same scene: instance, or symmetry, the default
  --line-limit N    millions of characters of a line at the most, 64 when left out

It prints JSON: for each file its items, distinct instances and distinct scenes, then what both have:
how many distinct scenes and instances, and how many items of B show a scene that A shows.

Exit code: 0 ran; 1 a file or line could not be read; 2 usage.

Example:
  alidade overlap train/items.jsonl test/items.jsonl
`;

/** `alidade overlap`: what two sets of items share. */
export const overlap: Command = {
  name: "overlap",
  summary: "Count what two sets of items share",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["by", "line-limit"] });
    const [first, second, more] = options.words;
    if (first === undefined || second === undefined || more !== undefined) {
      throw new UsageError(`${options.words.length} files are named, must be two: A B`);
    }
    const by = options.text("by") ?? "symmetry";
    if (by !== "instance" && by !== "symmetry") {
      throw new UsageError(`--by is ${by}, must be instance or symmetry`);
    }
    const { lineLimit } = limitOf(options);
    const a = await readSet(first, by, lineLimit);
    const b = await readSet(second, by, lineLimit);
    const count = (of: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) => {
      let [keys, items] = [0, 0];
      for (const [key, times] of of) {
        if (!other.has(key)) continue;
        keys++;
        items += times;
      }
      return { keys, items };
    };
    const scenes = count(b.scenes, a.scenes);
    const text = JSON.stringify(
      {
        by,
        a: { items: a.items, instances: a.instances.size, scenes: a.scenes.size },
        b: { items: b.items, instances: b.instances.size, scenes: b.scenes.size },
        both: {
          instances: count(b.instances, a.instances).keys,
          scenes: scenes.keys,
          itemsOfB: scenes.items,
        },
      },
      null,
      2,
    );
    await io.out(`${text}\n`);
    return 0;
  },
};

interface ItemSet {
  readonly items: number;
  readonly instances: ReadonlyMap<string, number>;
  readonly scenes: ReadonlyMap<string, number>;
}

async function readSet(path: string, by: Sameness, limit: number): Promise<ItemSet> {
  const [instances, scenes] = [new Map<string, number>(), new Map<string, number>()];
  let items = 0;
  for await (const line of linesOf(await openToRead(path), { limit })) {
    const parsed = parseLine(line);
    const instance = "error" in parsed
      ? undefined
      : (Object(parsed.value) as { instance?: JsonValue }).instance;
    if (instance === undefined) {
      throw new Error(
        `Cannot read ${path}:${line.number}: it is no item, must be as generate wrote it`,
      );
    }
    items++;
    for (
      const [keys, key] of [
        [instances, JSON.stringify(instance)],
        [scenes, sceneKey(instance, by)],
      ] as const
    ) keys.set(key, (keys.get(key) ?? 0) + 1);
  }
  return { items, instances, scenes };
}
