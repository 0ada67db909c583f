import { DATASETS, openFile, textFile, verify } from "../../datasets/mod.ts";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "../_assert.ts";
import { SOUND, type Sound } from "./_sound.ts";

async function check(sound: Sound, text: string, more: readonly string[] = []) {
  const { dataset, path, others = {}, companions = {} } = sound;
  const files: Record<string, string> = { [path]: text, ...others };
  for (const name of more) files[name] = sound.text;
  const open = (name: string) =>
    Object.hasOwn(files, name)
      ? Promise.resolve(textFile(name, files[name]!))
      : Promise.reject(new Error(`Cannot read ${name}: absent, must be there`));
  return await Array.fromAsync(verify(DATASETS.find(({ name }) => name === dataset)!, [
    path,
    ...more,
  ], {
    open,
    companions: new Map(Object.entries(companions).map(([key, name]) => [key, [name]])),
  }));
}

Deno.test("damage: there is a sound file of every kind", async () => {
  assertEquals(SOUND.map(({ dataset }) => dataset), DATASETS.map(({ name }) => name));
  for (const sound of SOUND) {
    const verdicts = (await check(sound, sound.text)).map((c) => c.verdict);
    assert(
      verdicts.length > 0 && verdicts.every((v) => v === (sound.verdict ?? "agree")),
      sound.dataset,
    );
  }
});

Deno.test("damage: line ends, blank lines and a missing last line end change nothing", async () => {
  for (const sound of SOUND) {
    const { text } = sound;
    const want = (await check(sound, text)).map(({ verdict, claimed }) => [verdict, claimed]);
    for (const other of [text.replaceAll("\n", "\r\n"), text.trimEnd(), `${text}\n\n`]) {
      const found = (await check(sound, other)).map((c) => [c.verdict, c.claimed]);
      assertEquals(found, want, `${sound.dataset}: ${JSON.stringify(other)}`);
    }
  }
});

Deno.test("damage: an empty file is one bad record, and the next file is read", async () => {
  for (const sound of SOUND) {
    const next = `next${/\.\w+$/.exec(sound.path)![0]}`;
    for (const empty of ["", "\n\n", " "]) {
      const [first, ...more] = await check(sound, empty, [next]);
      assertEquals(first!.verdict, "invalid", sound.dataset);
      assert(/Cannot .*must/s.test(first!.reason!), `${sound.dataset}: ${first!.reason}`);
      assertEquals(first!.where.file, sound.path);
      assert(more.some(({ where }) => where.file === next) || sound.others !== undefined);
    }
  }
});

Deno.test("damage: a cut file tells, and never agrees with more than it did", async () => {
  for (const sound of SOUND) {
    const whole = (await check(sound, sound.text)).length;
    for (let length = 1; length < sound.text.length; length += 3) {
      const found = await check(sound, sound.text.slice(0, length));
      assert(found.length > 0 && found.length <= whole + 1, `${sound.dataset} at ${length}`);
      for (const { verdict, reason } of found) {
        if (verdict === "agree") continue;
        assert(!/undefined|NaN|\[object/.test(reason!), `${sound.dataset} at ${length}: ${reason}`);
        if (verdict === "invalid") assert(/must/.test(reason!), reason!);
      }
    }
  }
});

Deno.test("damage: a field that is missing or of another kind is named", async () => {
  const fields = {
    stepgame: ["story", "question", "label"],
    "bbh-navigate": ["input", "target"],
    "reasoning-gym": ["question", "answer", "metadata"],
    nlgraph: ["question", "answer"],
  };
  for (const [dataset, names] of Object.entries(fields)) {
    const sound = SOUND.find((s) => s.dataset === dataset)!;
    for (const name of names) {
      for (const value of [undefined, 7, null, {}]) {
        const text = JSON.stringify(
          JSON.parse(sound.text),
          (key, old) => key === name ? value : old,
        );
        const [{ verdict, reason }] = await check(sound, text) as [
          Awaited<
            ReturnType<typeof check>
          >[0],
        ];
        assertEquals(verdict, "invalid", `${dataset} ${name} ${JSON.stringify(value)}`);
        assertStringIncludes(reason!, name);
        assert(!reason!.includes("undefined"), reason!);
      }
    }
  }
});

Deno.test("damage: a second record of one name is told", async () => {
  for (const dataset of ["stepgame", "nlgraph", "sparkle"]) {
    const sound = SOUND.find((s) => s.dataset === dataset)!;
    const member = sound.text.slice(1, -1);
    const found = await check(sound, `{${member},${member}}`);
    assertEquals(found.map((c) => c.verdict), ["agree", "invalid"], dataset);
    assertStringIncludes(found[1]!.reason!, 'a second one is named "0"');
  }
});

Deno.test("openFile: bytes that are no text are told with their line, what is before is read", async () => {
  const path = await Deno.makeTempFile();
  const lines = async () => {
    const found: string[] = [];
    try {
      for await (const line of (await openFile(path)).lines()) found.push(line);
    } catch (error) {
      found.push(`! ${(error as Error).message.replace(path, "FILE")}`);
    }
    return found;
  };
  const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
  try {
    await Deno.writeFile(path, bytes("\xef\xbb\xbfone\ntw\xc3\xb6\nthr\xff\nfour"));
    const fault = "! Cannot read FILE: line 3 has bytes that are no text, must be UTF-8";
    assertEquals(await lines(), ["one", "twö", fault]);
    await Deno.writeFile(path, bytes("one\ntw\xc3"));
    assertEquals((await lines()).at(-1), fault.replace("line 3", "line 2"));
    await Deno.writeFile(path, bytes("\x1f\x8b\x08\x00\xff"));
    assertEquals(await lines(), [
      "! Cannot read FILE: its gzip data are damaged or cut off, must be whole",
    ]);
    const long = "é".repeat(200_000) + "\n" + "€𝄞".repeat(100_000);
    await Deno.writeTextFile(path, long);
    assertEquals((await lines()).join("\n") === long, true);
  } finally {
    await Deno.remove(path);
  }
  await assertRejects(() => openFile("."), Error, "it is a folder");
});
