import { gzipSync, zstdCompressSync } from "node:zlib";
import { openFile, tsplib, verify } from "../../datasets/mod.ts";
import { assert, assertEquals, assertRejects } from "../_assert.ts";
import { alidade } from "../cli/_io.ts";

async function inFolder(run: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await run(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** Lines of all lengths, longer together than what is read at once. */
const LINES = Array.from({ length: 9000 }, (_, i) => `${i} ${"ä€".repeat(i % 97)}`);
const TEXT = `${LINES.join("\n")}\n`;
const PACK = { gz: gzipSync, zst: zstdCompressSync } as const;

for (const [ending, pack] of Object.entries(PACK)) {
  Deno.test(`openFile: unpacks .${ending} as it reads, by its first bytes, and beside`, () =>
    inFolder(async (root) => {
      const packed = pack(TEXT);
      await Deno.writeFile(`${root}/a.txt.${ending}`, packed);
      await Deno.writeFile(`${root}/b.txt`, packed);
      for (const name of [`a.txt.${ending}`, "a.txt", "b.txt"]) {
        let read = 0;
        const file = await openFile(`${root}/${name}`, { onRead: (bytes) => read += bytes });
        assertEquals(file.path, `${root}/${name.slice(0, 5)}`);
        assertEquals(await Array.fromAsync(file.lines()), LINES);
        assertEquals(read, packed.length);
        assertEquals(await file.text(), TEXT);
      }
      // The first lines are there before the end is reached.
      for await (const line of (await openFile(`${root}/a.txt`)).lines()) {
        assertEquals(line, LINES[0]);
        break;
      }
    }));

  Deno.test(`openFile: refuses .${ending} that is cut off, damaged or made to fill memories`, () =>
    inFolder(async (root) => {
      const name = `${root}/a.txt.${ending}`;
      const packed = pack(TEXT);
      const refuse = async (bytes: Uint8Array, says: string) => {
        await Deno.writeFile(name, bytes);
        const read = async () => {
          for await (const chunk of (await openFile(name)).chunks()) assert(chunk.length >= 0);
        };
        await assertRejects(read, SyntaxError, says);
      };
      await refuse(
        packed.subarray(0, packed.length - 20),
        "data are damaged or cut off, must be whole",
      );
      const damaged = packed.slice();
      damaged.fill(0xff, 1000, 1100);
      await refuse(damaged, "data are damaged or cut off, must be whole");
      await refuse(
        pack(new Uint8Array(3e8).fill(48)),
        "unpacks to more than 256 MB and 250 times its",
      );
      await refuse(gzipSync(gzipSync(TEXT)), "packed by gzip once more");
    }));
}

Deno.test("openFile: several packed pieces in a row are one file, and each must be whole", () =>
  inFolder(async (root) => {
    for (const [ending, pack] of Object.entries(PACK)) {
      const name = `${root}/a.${ending}`;
      const both = new Uint8Array([...pack("one\n"), ...pack("two\n")]);
      await Deno.writeFile(name, both);
      assertEquals(await (await openFile(name)).text(), "one\ntwo\n");
      await Deno.writeFile(name, both.subarray(0, both.length - 3));
      await assertRejects(
        async () => await (await openFile(name)).text(),
        SyntaxError,
        "data are damaged or cut off",
      );
    }
  }));

Deno.test("verify: takes packed files, and packed ones beside them", () =>
  inFolder(async (root) => {
    const problem = "DIMENSION: 4\nEDGE_WEIGHT_TYPE: MAN_2D\nNODE_COORD_SECTION\n" +
      "1 0 0\n2 1 1\n3 1 0\n4 0 1\nEOF\n";
    await Deno.writeFile(`${root}/four.tsp.gz`, gzipSync(problem));
    await Deno.writeFile(
      `${root}/four.opt.tour.zst`,
      zstdCompressSync("TOUR_SECTION\n1 3 2 4 -1\n"),
    );
    for (const name of ["four.tsp.gz", "four.tsp"]) {
      const checked = await Array.fromAsync(verify(tsplib, [`${root}/${name}`]));
      assertEquals(checked.map(({ id, claimed, verdict }) => [id, claimed, verdict]), [
        ["four tour", "4", "agree"],
      ]);
    }
  }));

Deno.test("solve: takes packed files", () =>
  inFolder(async (root) => {
    const instance = { map: { rows: ["..."] }, neighbours: 4, start: [0, 0], goal: [2, 0] };
    await Deno.writeFile(`${root}/ways.jsonl.gz`, gzipSync(`${JSON.stringify(instance)}\n`));
    const { code, out } = await alidade("solve", "grid-way", `${root}/ways.jsonl.gz`);
    assertEquals([code, JSON.parse(out).value.length], [0, { straight: 2, diagonal: 0 }]);
    const problem =
      "DIMENSION: 3\nEDGE_WEIGHT_TYPE: MAN_2D\nNODE_COORD_SECTION\n1 0 0\n2 3 4\n3 3 0\n";
    await Deno.writeFile(`${root}/a.tsp.zst`, zstdCompressSync(problem));
    const tour = await alidade("solve", "tour", `${root}/a.tsp.zst`);
    assertEquals(JSON.parse(tour.out).value.length.exact, "14");
  }));
