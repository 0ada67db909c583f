import { assertEquals, assertMatch } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const item = (instance: unknown): string => JSON.stringify({ instance });

Deno.test("overlap: instances, scenes, and scenes that are turned or mirrored", async () => {
  await withFolder(async (folder) => {
    const ask = (points: unknown, from: string) => item({ frame: "y-up", points, from });
    const points = [["red", 0, 0], ["blue", 2, 1]];
    const turned = [["red", 5, 5], ["blue", 4, 7]];
    await Deno.writeTextFile(
      `${folder}/a.jsonl`,
      [ask(points, "red"), ask(points, "blue"), item({ rows: ["#.", ".."] })].join("\n"),
    );
    await Deno.writeTextFile(
      `${folder}/b.jsonl`,
      [ask(points, "red"), ask(turned, "red"), item({ rows: ["..", ".#"] })].join("\n"),
    );
    const count = async (by: string) => {
      const { code, out } = await alidade(
        ...["overlap", `${folder}/a.jsonl`, `${folder}/b.jsonl`, "--by", by],
      );
      assertEquals(code, 0);
      return JSON.parse(out);
    };
    assertEquals(await count("instance"), {
      by: "instance",
      a: { items: 3, instances: 3, scenes: 2 },
      b: { items: 3, instances: 3, scenes: 3 },
      both: { instances: 1, scenes: 1, itemsOfB: 1 },
    });
    assertEquals(await count("symmetry"), {
      by: "symmetry",
      a: { items: 3, instances: 3, scenes: 2 },
      b: { items: 3, instances: 3, scenes: 2 },
      both: { instances: 1, scenes: 2, itemsOfB: 3 },
    });
    await Deno.writeTextFile(`${folder}/b.jsonl`, "{}\n");
    const bad = await alidade("overlap", `${folder}/a.jsonl`, `${folder}/b.jsonl`);
    assertEquals(bad.code, 1);
    assertMatch(bad.log, /b\.jsonl:1: it is no item/);
  });
});
