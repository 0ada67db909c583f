import { strToU8, zipSync } from "fflate";
import { assert, assertEquals, assertMatch } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

type Record_ = Readonly<Record<string, unknown>>;

async function generate(...args: string[]): Promise<void> {
  const { code, log } = await alidade("generate", ...args);
  assertEquals(code, 0, log);
}

async function linesIn(path: string): Promise<Record_[]> {
  const text = await Deno.readTextFile(path);
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

async function write(path: string, lines: readonly unknown[]): Promise<void> {
  await Deno.writeTextFile(path, lines.map((line) => JSON.stringify(line) + "\n").join(""));
}

Deno.test("score: marks replies by the items' instances", async () => {
  await withFolder(async (path) => {
    await generate("direction", "--count", "6", "--set", "form=choice", "--out", path);
    const items = (await Deno.readTextFile(`${path}/items.jsonl`)).trimEnd().split("\n")
      .map((line) => JSON.parse(line));
    const other = (answer: string) => answer === "A" ? "B" : "A";
    const replies = [
      items[0].answer,
      `I think so: \\boxed{${items[1].answer}}`,
      other(items[2].answer),
      "",
      "no idea",
    ].map((reply, i) => JSON.stringify({ id: items[i].id, reply }));
    await Deno.writeTextFile(`${path}/replies.jsonl`, replies.join("\n"));
    const { code, out } = await alidade(
      ...["score", "--items", `${path}/items.jsonl`, "--replies", `${path}/replies.jsonl`],
      ...["--json", `${path}/marks.jsonl`],
    );
    assertEquals(code, 0);
    const { items: all, right, wrong, unread, empty, missing, ...more } = JSON.parse(out);
    assertEquals([all, right, wrong, unread, empty, missing], [6, 2, 1, 1, 1, 1]);
    assertEquals([more.accuracy, more.interval], [0.3333, [0.0967, 0.7001]]);
    const own = { items: all, right, wrong, unread, empty, missing };
    assertEquals(more.tasks.direction, {
      ...own,
      accuracy: more.accuracy,
      interval: more.interval,
    });
    assertEquals(more.kinds, more.tasks);
    assertEquals(more.levels, {});
    const marks = (await Deno.readTextFile(`${path}/marks.jsonl`)).trimEnd().split("\n")
      .map((line) => JSON.parse(line).mark);
    assertEquals(marks, ["right", "right", "wrong", "empty", "unread", "missing"]);
  });
});

Deno.test("score: bad lines are reported by file and line, and the rest goes on", async () => {
  await withFolder(async (path) => {
    await generate("direction", "--count", "2", "--out", path);
    const text = await Deno.readTextFile(`${path}/items.jsonl`);
    const broken = text.replace("\n", "\n" + text.slice(0, 100) + "\n{}\n");
    await Deno.writeTextFile(`${path}/items.jsonl`, broken);
    await Deno.writeTextFile(`${path}/replies.jsonl`, '{"id":"ghost","reply":"A"}\n{"id":3}\n');
    const { code, out, log } = await alidade(
      ...["score", "--items", `${path}/items.jsonl`, "--replies", `${path}/replies.jsonl`],
    );
    assertEquals(code, 1);
    assertEquals(JSON.parse(out).missing, 2);
    assertMatch(log, /items\.jsonl:2: Cannot read line/);
    assertMatch(log, /items\.jsonl:3: Cannot read item: no field "id"/);
    assertMatch(log, /replies\.jsonl:2: Cannot read reply/);
    assertMatch(log, /no item has the id "ghost"/);
  });
});

/** The marks of a scored file. */
async function marksOf(path: string, ...args: string[]): Promise<unknown[]> {
  const { code, log } = await alidade("score", ...args, "--json", `${path}/marks.jsonl`);
  assertEquals(code, 0, log);
  return (await linesIn(`${path}/marks.jsonl`)).map(({ mark }) => mark);
}

Deno.test("score: result files of evaluators say the same as lines of replies", async () => {
  await withFolder(async (path) => {
    await generate("direction", "--count", "5", "--set", "form=choice", "--out", path);
    const items = await linesIn(`${path}/items.jsonl`);
    const replies = [
      `<think>B?</think>\n\n**${items[0]!.answer}**`,
      '7, "none"\tof\nthem',
      "",
      `= ${items[3]!.answer}`,
      "A or B",
    ];
    const given = ["--items", `${path}/items.jsonl`, "--replies"];
    const right = ["right", "unread", "empty", "right", "unread"];

    await write(`${path}/r.jsonl`, replies.map((reply, i) => ({ id: items[i]!.id, reply })));
    assertEquals(await marksOf(path, ...given, `${path}/r.jsonl`), right);

    const samples = replies.map((reply, i) =>
      i % 2 === 0
        ? { doc_id: i, target: "A", filtered_resps: [reply], input: "..." }
        : { doc: { id: items[i]!.id }, doc_id: 99, resps: [[reply]], filtered_resps: ["cut"] }
    );
    await write(`${path}/20260101_samples_x.jsonl`, samples);
    const lmms = ["--from", "lmms-eval", ...given, `${path}/20260101_samples_x.jsonl`];
    assertEquals(await marksOf(path, ...lmms), right);

    const quoted = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
    const table = [["index", "question", "prediction"], ...replies.map((r, i) => [i, "q", r])];
    const records = replies.map((prediction, i) => ({ index: items[i]!.id, prediction }));
    const files: Record<string, string | Uint8Array> = {
      "m.tsv": table.map((row) => row.map(quoted).join("\t")).join("\n"),
      "m.csv": table.map((row) => row.map(quoted).join(",")).join("\r\n"),
      "m.json": JSON.stringify(records),
      "m.jsonl": records.map((record) => JSON.stringify(record)).join("\n"),
      "m.xlsx": workbook(table),
    };
    for (const [name, content] of Object.entries(files)) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(`${path}/${name}`, bytes);
      const vlm = ["--from", "vlmevalkit", ...given, `${path}/${name}`];
      assertEquals(await marksOf(path, ...vlm), right, name);
    }
  });
});

/** A workbook of one sheet, its cells written inline. */
function workbook(table: readonly (readonly unknown[])[]): Uint8Array {
  const text = (cell: unknown) =>
    String(cell).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const cells = (row: readonly unknown[], r: number) =>
    row.map((cell, c) =>
      typeof cell === "number"
        ? `<c r="${"ABC"[c]}${r}"><v>${cell}</v></c>`
        : `<c r="${"ABC"[c]}${r}" t="inlineStr"><is><t xml:space="preserve">${
          text(cell)
        }</t></is></c>`
    ).join("");
  const rows = table.map((row, i) => `<row r="${i + 1}">${cells(row, i + 1)}</row>`).join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packed = "http://schemas.openxmlformats.org/package/2006";
  const relation = (type: string, target: string) =>
    `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" ` +
    `Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const xml = {
    "[Content_Types].xml": `<Types xmlns="${packed}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
      `<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml":
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(xml).map(([name, x]) => [name, strToU8(x)])));
}

Deno.test("score: what a result file lacks is said, by file and line", async () => {
  await withFolder(async (path) => {
    await generate("direction", "--count", "2", "--out", path);
    const items = `${path}/items.jsonl`;
    const run = async (name: string, content: string, from: string) => {
      await Deno.writeTextFile(`${path}/${name}`, content);
      return await alidade(
        "score",
        "--items",
        items,
        "--replies",
        `${path}/${name}`,
        "--from",
        from,
      );
    };
    const cases = [
      [
        "a.jsonl",
        '{"resps":[["A"]]}',
        "lmms-eval",
        /a\.jsonl:1: Cannot read reply: must be a sample with/,
      ],
      [
        "b.jsonl",
        '{"doc_id":0,"resps":[]}',
        "lmms-eval",
        /must be a sample with a string in resps/,
      ],
      ["c.jsonl", '{"doc_id":7,"resps":[["A"]]}', "lmms-eval", /c\.jsonl:1: no item has the row 7/],
      ["d.tsv", "index\tanswer\n0\tA\n", "vlmevalkit", /d\.tsv: no column "prediction"/],
      [
        "e.csv",
        "index,prediction\n,A\n",
        "vlmevalkit",
        /row 2: .*must be a row with the column index/,
      ],
      ["f.json", '{"index":0}', "vlmevalkit", /its JSON is no list/],
      ["g.json", "[", "vlmevalkit", /it is no JSON/],
      ["h.xlsx", "none", "vlmevalkit", /h\.xlsx: .*must be a workbook/],
      ["i.pkl", "none", "vlmevalkit", /must end in \.xlsx, \.tsv, \.csv, \.json or \.jsonl/],
      ["j.jsonl", '{"index":0,"prediction":{}}', "vlmevalkit", /must be a row with text/],
      ["k.jsonl", '{"id":"x"}', "alidade", /must be {"id", "reply"}/],
      [
        "l.jsonl",
        '{"index":0,"prediction":"A"}\n{"index":"0","prediction":"B"}',
        "vlmevalkit",
        /a second one to the row 0/,
      ],
    ] as const;
    for (const [name, content, from, message] of cases) {
      const { code, log } = await run(name, content, from);
      assertEquals(code, 1, name);
      assertMatch(log, message);
    }
    const { code, log } = await run("m.jsonl", "{}", "harness");
    assertEquals(code, 2);
    assertMatch(log, /--from is harness, must be one of alidade, lmms-eval, vlmevalkit/);
  });
});

Deno.test("score: replies bring their items, and are compared with the marks that are right", async () => {
  await withFolder(async (path) => {
    await generate("distance", "--count", "4", "--out", path);
    const items = await linesIn(`${path}/items.jsonl`);
    const lines = [
      { item: items[0], reply: `d ≈ ${items[0]!.answer}`, want: ["right"] },
      { item: items[0], reply: "at least 7", want: ["wrong", "unread"] },
      { item: { ...items[1], version: 1 }, reply: String(items[1]!.answer), want: "right" },
      { item: items[2], reply: String(items[2]!.answer), want: "wrong" },
      { item: items[3], reply: "no idea" },
    ];
    await write(`${path}/judged.jsonl`, lines);
    const { code, out, log } = await alidade("score", "--replies", `${path}/judged.jsonl`);
    assertEquals(code, 0, log);
    const { items: all, right, unread, wanted } = JSON.parse(out);
    assertEquals([all, right, unread], [5, 3, 2]);
    assertEquals(wanted, { replies: 4, agree: 3, falseRight: 1 });
    const judged = `${path}/judged.jsonl`;
    const both = await alidade("score", "--items", judged, "--replies", judged);
    assertEquals([both.code, both.out], [0, out], both.log);
    await write(`${path}/bare.jsonl`, [{ id: "x", reply: "y" }]);
    const bare = await alidade("score", "--replies", `${path}/bare.jsonl`);
    assertEquals(bare.code, 1);
    assertMatch(bare.log, /bare\.jsonl:1: Cannot read reply: no item in it/);
  });
});

Deno.test("score: items that stand again take their replies in order", async () => {
  await withFolder(async (path) => {
    await generate("distance", "--count", "2", "--out", path);
    const [a, b] = await linesIn(`${path}/items.jsonl`);
    await write(`${path}/twice.jsonl`, [a, b, a, a]);
    const lines = [[a, a!.answer], [a, "no idea"], [b, b!.answer], [a, "-1"]] as const;
    await write(`${path}/r.jsonl`, lines.map(([item, reply]) => ({ id: item!.id, reply })));
    const given = ["--items", `${path}/twice.jsonl`, "--replies", `${path}/r.jsonl`];
    assertEquals(await marksOf(path, ...given), ["right", "right", "unread", "wrong"]);
  });
});

Deno.test("score: a tolerance takes numbers that are near, from the record or the command line", async () => {
  await withFolder(async (path) => {
    await generate("distance", "--count", "3", "--set", "lattice=1000", "--out", path);
    const items = await linesIn(`${path}/items.jsonl`);
    const off = (i: number, share: number) => (Number(items[i]!.answer) * (1 + share)).toFixed(4);
    await write(
      `${path}/items2.jsonl`,
      items.map((item, i) => i === 0 ? { ...item, tolerance: "3%" } : item),
    );
    await write(`${path}/r.jsonl`, [
      { id: items[0]!.id, reply: off(0, 0.02) },
      { id: items[1]!.id, reply: off(1, 0.02) },
      { id: items[2]!.id, reply: off(2, 0.2) },
    ]);
    const given = ["--items", `${path}/items2.jsonl`, "--replies", `${path}/r.jsonl`];
    assertEquals(await marksOf(path, ...given), ["right", "wrong", "wrong"]);
    assertEquals(await marksOf(path, ...given, "--tolerance", "5%"), ["right", "right", "wrong"]);
    assertEquals(await marksOf(path, ...given, "--tolerance", "0"), ["wrong", "wrong", "wrong"]);
    assertEquals(await marksOf(path, ...given, "--tolerance", "1e9"), ["right", "right", "right"]);
    const marks = await linesIn(`${path}/marks.jsonl`);
    assertEquals(marks[0]!.grades, { "mra": "10/10", "mra-doubles": "10/10", "factor-2": "1/1" });
    for (const wrong of ["100%", "-1", "near"]) {
      const { code, log } = await alidade("score", ...given, "--tolerance", wrong);
      assertEquals(code, 2, wrong);
      assertMatch(log, /Cannot read tolerance/);
    }
    await write(`${path}/items3.jsonl`, items.map((item) => ({ ...item, tolerance: 3 })));
    const bad = await alidade("score", "--items", `${path}/items3.jsonl`, ...given.slice(2));
    assertMatch(bad.log, /items3\.jsonl:1: Cannot read tolerance: 3, must be a string/);
  });
});

Deno.test("score: choices asked in several orders count as one, and so do sets that share a field", async () => {
  await withFolder(async (path) => {
    await generate("direction", "--count", "3", "--set", "form=choice", "--out", path);
    const [a, b, c] = await linesIn(`${path}/items.jsonl`);
    const turned = (item: Record_, id: string) => {
      const choices = item.choices as string[];
      const at = (String(item.answer).charCodeAt(0) - 65 + 1) % choices.length;
      const answer = String.fromCharCode(65 + at);
      return { ...item, id, answer, choices: [choices.at(-1)!, ...choices.slice(0, -1)] };
    };
    const items = [a!, turned(a!, "a2"), b!, turned(b!, "b2"), c!];
    const sets = ["x", "x", "y", "y", "y"];
    await write(`${path}/all.jsonl`, items.map((item, i) => ({ ...item, set: { name: sets[i] } })));
    const wrong = (answer: unknown) => answer === "A" ? "B" : "A";
    await write(
      `${path}/r.jsonl`,
      (items as Record_[]).map(({ id, answer }, i) => ({
        id,
        reply: i === 3 ? wrong(answer) : answer,
      })),
    );
    const { code, out, log } = await alidade(
      ...["score", "--items", `${path}/all.jsonl`, "--replies", `${path}/r.jsonl`],
      ...["--sets", "set.name"],
    );
    assertEquals(code, 0, log);
    const shown = JSON.parse(out);
    assertEquals(shown.right, 4);
    const { sets: count, items: of, right, accuracy } = shown.circular;
    assertEquals([count, of, right, accuracy], [2, 4, 1, 0.5]);
    assertEquals([shown.sets.by, shown.sets.sets, shown.sets.right], ["set.name", 2, 1]);
    assertEquals([shown.pairs.sets, shown.pairs.right], [1, 1]);
    const none = await alidade(
      ...["score", "--items", `${path}/all.jsonl`, "--replies", `${path}/r.jsonl`, "--sets", "no"],
    );
    assertEquals(none.code, 1);
    assertMatch(none.log, /no field "no", must be in each item/);
  });
});

Deno.test("score: graded marks are means over every item, unread ones included", async () => {
  await withFolder(async (path) => {
    await generate("landmark-order", "--count", "3", "--set", "landmarks=3", "--out", path);
    const items = await linesIn(`${path}/items.jsonl`);
    const [x, y, z] = String(items[1]!.answer).split(", ");
    await write(`${path}/r.jsonl`, [
      { id: items[0]!.id, reply: items[0]!.answer },
      { id: items[1]!.id, reply: `${x}, ${z}, ${y}` },
      { id: items[2]!.id, reply: "no idea" },
    ]);
    const { out } = await alidade(
      ...["score", "--items", `${path}/items.jsonl`, "--replies", `${path}/r.jsonl`],
    );
    const { grades, levels } = JSON.parse(out);
    // (3/3 + 2/3 + 0) / 3
    assertEquals(grades, { pairs: { mean: 0.555556, items: 3 } });
    assert(Object.keys(levels).length === 0);
  });
});
