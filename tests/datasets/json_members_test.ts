import { type JsonMember, jsonMembers, recordMembers } from "../../datasets/_json_members.ts";
import { textFile } from "../../datasets/text_file.ts";
import { assertEquals, assertRejects } from "../_assert.ts";
import fc from "../_fast_check.ts";

function members(...pieces: string[]): Promise<JsonMember[]> {
  async function* chunks() {
    for (const piece of pieces) yield await Promise.resolve(piece);
  }
  return Array.fromAsync(jsonMembers({ path: "file", chunks }));
}

Deno.test("jsonMembers: every object and list comes back, wherever its text is cut", async () => {
  // Quotes and backslashes in a row are where a cut may fall wrong.
  const quoted = fc.string({ unit: fc.constantFrom('"', "\\", "a", ",") });
  const json = fc.oneof(
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.array(fc.jsonValue()),
    fc.dictionary(fc.string(), quoted),
    fc.array(quoted),
  );
  await fc.assert(
    fc.asyncProperty(json, fc.nat(3), fc.array(fc.nat(200)), async (value, indent, cuts) => {
      const text = JSON.stringify(value, null, indent);
      const ends = [...cuts.map((c) => c % (text.length + 1)).sort((a, b) => a - b), text.length];
      const found = await members(...ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end)));
      assertEquals(
        found.map(({ key, text }) => [key, JSON.parse(text)]),
        Object.entries(JSON.parse(text)),
      );
    }),
    { numRuns: 500 },
  );
});

Deno.test("jsonMembers: a name with quotes and backslashes is read, wherever it is cut", async () => {
  const names = ["\\", '"', '\\"', "x\\\\", "", '",'];
  const text = `{${names.map((name) => `${JSON.stringify(name)}: "\\\\"`).join(", ")}}`;
  for (let i = 0; i <= text.length; i++) {
    for (let j = i; j <= text.length; j++) {
      const found = await members(text.slice(0, i), text.slice(i, j), text.slice(j));
      assertEquals(found.map(({ key }) => key), names);
    }
  }
});

Deno.test("jsonMembers: a line number is where the member begins", async () => {
  const found = await members('\n{\n "a": [1,\n 2],\n\n "b": 3, "c":\n 4}');
  assertEquals(found.map(({ key, line }) => [key, line]), [["a", 3], ["b", 6], ["c", 6]]);
});

Deno.test("jsonMembers: a cut file ends with a member that does not parse", async () => {
  for (const cut of ['{"a": 1, "b": {"c"', '{"a": 1,', '{"a": 1']) {
    const found = await members(cut);
    assertEquals(found[0], { key: "a", text: "1", line: 1, repeated: false, isNamed: true });
    if (cut.includes(",")) assertEquals(found.length, 2);
  }
});

Deno.test("jsonMembers: a second member of a name is marked", async () => {
  const found = await members('{"a": 1, "b": 2, "a": 3}');
  assertEquals(found.map(({ repeated }) => repeated), [false, false, true]);
});

Deno.test("jsonMembers: a name that is no JSON text makes one member that does not parse", async () => {
  const found = await members('{"a\\x": 1, "b": 2}');
  assertEquals(found.map(({ text }) => text), ['"a\\x": 1', "2"]);
});

Deno.test("jsonMembers: what is no object or list is refused", async () => {
  for (const text of ["", "  \n", "hello", '"text"', "7", "]", "x [1]"]) {
    await assertRejects(() => members(text), SyntaxError, "must be one JSON object or list");
  }
});

Deno.test("recordMembers: a list and lines give the same records", async () => {
  const texts = ['{"a":1}', '{"b":[2]}'];
  const read = async (text: string, otherwise: "lines" | "list") => {
    const found = await Array.fromAsync(recordMembers(textFile("file", text), otherwise));
    return found.map((member) => JSON.stringify(JSON.parse(member.text)));
  };
  for (const otherwise of ["lines", "list"] as const) {
    assertEquals(await read(texts.join("\n"), otherwise), texts);
    assertEquals(await read(`\n[\n${texts.join(",\n")}\n]`, otherwise), texts);
  }
  assertEquals(await Array.fromAsync(recordMembers(textFile("file", ""), "lines")), []);
  await assertRejects(() => read("", "list"), SyntaxError, "must be one JSON object or list");
});
