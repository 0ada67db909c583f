import { type LineProgram, newMemory, SLACK } from "../../lines/line_program.ts";
import { renderShape } from "../../lines/render.ts";
import {
  choice,
  decimal,
  fill,
  INDEX,
  indexOf,
  integer,
  type LineShape,
  list,
  object,
  oneOf,
  sequence,
  type Text,
  text,
} from "../../tasks/mod.ts";
import { compileWasmLines } from "../../lines/wasm_lines.ts";
import { assert, assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";

/** Columns 0 to 7 hold anything, 8 to 15 small numbers that choose or count. */
const WIDTH = 16;
const MOST = 2 ** 31 - 1;

const column = fc.integer({ min: 0, max: 7 });
const chooser = fc.integer({ min: 8, max: 15 });

const number = fc.oneof(
  column.map((c) => integer(c, -MOST, MOST)),
  column.chain((c) =>
    fc.integer({ min: 1, max: 6 }).map((scale) =>
      decimal(c, { least: -MOST, most: MOST }, { scale, form: "short" })
    )
  ),
  chooser.map((c) => integer(c, -3, 9)),
  chooser.map((c) => integer(c, 0, 1000)),
  chooser.map((c) => decimal(c, { least: 0, most: 5000 }, { scale: 2, form: "short" })),
  chooser.map((c) => decimal(c, { least: -3, most: 9 }, { scale: 2, form: "short" })),
  fc.constantFrom(INDEX, indexOf(17)),
);

const fixed = column.map((c) =>
  decimal(c, { least: -MOST, most: MOST }, { scale: 3, form: "fixed" }) as Text
);

const { wording } = fc.letrec<{ wording: Text }>((tie) => ({
  wording: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom('"', "\\", "\n\t\u0000\u007f", "ü€😀", "x".repeat(500)),
    number as fc.Arbitrary<Text>,
    fixed,
    fc.array(tie("wording"), { maxLength: 4 }),
    fc.tuple(chooser, fc.array(tie("wording"), { minLength: 4, maxLength: 4 }))
      .map(([c, texts]) => choice(c, texts)),
    fc.tuple(chooser, fc.array(tie("wording"), { maxLength: 5 }), fc.string({ maxLength: 3 }))
      .map(([c, texts, between]) => list(c, texts, between)),
  ),
}));

const { shape } = fc.letrec<{ shape: LineShape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<LineShape>(null, true, false, 7, -0.5, "plain", 'quo"ted'),
    number as fc.Arbitrary<LineShape>,
    wording.map((w) => text(w)),
    fc.array(tie("shape"), { maxLength: 4 }),
    fc.tuple(chooser, fc.array(tie("shape"), { minLength: 4, maxLength: 4 }))
      .map(([c, shapes]) => oneOf(c, shapes)),
    fc.tuple(chooser, fc.array(tie("shape"), { maxLength: 5 }))
      .map(([c, shapes]) => sequence(c, shapes)),
    fc.dictionary(fc.string({ maxLength: 5 }).filter((k) => k !== "__proto__"), tie("shape"), {
      maxKeys: 4,
    }).map(object),
  ),
}));

const row = fc.tuple(
  fc.array(fc.integer({ min: -MOST, max: MOST }), { minLength: 8, maxLength: 8 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
).map(([any, small]) => [...any, ...small]);

/** Lines start here, so that what stands before them can be seen to stay. */
const START = 5;

/** Where programs keep what is theirs. */
const BASE = 1 << 20;

/** What a program writes for some rows into a memory where its own place comes last. */
function written(program: LineProgram, rows: readonly number[], first: number): Uint8Array {
  const count = rows.length / WIDTH;
  assert(START + program.longest * count + SLACK <= BASE);
  const memory = newMemory(BASE + program.room);
  const lines = program.link(memory);
  lines.rows[0]!.set(rows);
  const end = lines.write(0, { from: 0, count, index: first }, START);
  assert(end - START <= program.longest * count);
  return new Uint8Array(memory.buffer, START, end - START);
}

const firstIndex = fc.oneof(
  fc.nat({ max: 2 ** 53 - 10 }),
  // Near the ends of thousands, of the items or of groups of 17.
  fc.tuple(fc.nat(3_000_000), fc.constantFrom(1, 17), fc.nat(5))
    .map(([thousands, group, before]) => Math.max(0, thousands * 1000 * group - before)),
);

Deno.test("templates: bytes and objects are the same for any shape, row and index", () => {
  const decoder = new TextDecoder();
  fc.assert(
    fc.property(
      shape,
      fc.array(row, { minLength: 1, maxLength: 4 }),
      firstIndex,
      (shape, rows, first) => {
        const flat = Int32Array.from(rows.flat());
        const program = compileWasmLines([{ shape, width: WIDTH }], {
          batch: rows.length,
          base: BASE,
        });
        const expected = rows.map((_, i) => {
          const from = { rows: flat, at: i * WIDTH, index: first + i };
          return `${JSON.stringify(renderShape(shape, from))}\n`;
        });
        const bytes = written(program, rows.flat(), first);
        assertEquals(decoder.decode(bytes), expected.join(""));
      },
    ),
    { numRuns: 1000 },
  );
});

Deno.test("templates: slots between fragments are the same bytes at both ends of their ranges", () => {
  const slots = [
    integer(0, 100, 1100),
    integer(0, -7, 4000),
    integer(0, 0, 5000),
    decimal(0, { least: 0, most: 4500 }, { scale: 2 }),
    decimal(0, { least: 12, most: 4_095_999 }, { scale: 3, form: "fixed" }),
    decimal(0, { least: 0, most: 4_096_000 }, { scale: 3 }),
    decimal(0, { least: 0, most: 400_000 }, { scale: 4 }),
    decimal(0, { least: -5000, most: 5000 }, { scale: 1 }),
  ] as const;
  const names = choice(1, ["rot", "grün", "weißlich", "x".repeat(40)]);
  const phrases = (slot: Text) =>
    choice(2, [
      "",
      [" von ", names],
      ["; ", slot, " und €", names, "?"],
      "zuletzt größer als alles",
    ]);
  for (const slot of slots) {
    const shape = object({
      id: text("kopf-", INDEX),
      question: text("(", names, " (", slot, ", ", slot, "), ", phrases(slot), "ß. "),
      points: [[text(names), text(slot, ",", slot)], [text(slot), text(names)]],
      group: indexOf(17),
    });
    const numbers = [slot.least, slot.least + 1, 0, 999, 1000, slot.most - 1, slot.most]
      .filter((x) => x >= slot.least && x <= slot.most);
    const rows = numbers.flatMap((x) => [0, 1, 2, 3].map((i) => [x, i, (i + x) & 3]));
    const flat = Int32Array.from(
      rows.flatMap((row) => [...row, ...Array.from({ length: WIDTH - 3 }, () => 0)]),
    );
    for (const first of [0, 995, 2 ** 32 - 5, 2 ** 53 - 1 - rows.length]) {
      const expected = rows.map((_, i) => {
        const from = { rows: flat, at: i * WIDTH, index: first + i };
        return `${JSON.stringify(renderShape(shape, from))}\n`;
      }).join("");
      const program = compileWasmLines([{ shape, width: WIDTH }], {
        batch: rows.length,
        base: BASE,
      });
      const bytes = written(program, [...flat], first);
      assertEquals(new TextDecoder().decode(bytes), expected);
    }
  }
});

Deno.test("templates: long texts keep their length by WebAssembly", () => {
  const long = ["y".repeat(40_000), "", "z".repeat(65_535)];
  const row = (pick: number) => [pick, ...Array.from({ length: WIDTH - 1 }, () => 0)];
  const program = compileWasmLines([{ shape: text(choice(0, long)), width: WIDTH }], {
    batch: 3,
    base: BASE,
  });
  const bytes = written(program, [row(0), row(1), row(2)].flat(), 0);
  assertEquals(new TextDecoder().decode(bytes), long.map((t) => `"${t}"\n`).join(""));
  const longer = ["", "z".repeat(65_536)];
  assertThrows(
    () =>
      compileWasmLines([{ shape: text(choice(0, longer)), width: WIDTH }], {
        batch: 1,
        base: BASE,
      }),
    RangeError,
    "65536 bytes, must be at most 65535",
  );
});

Deno.test("templates: decimals are written in full or short", () => {
  const write = (value: number, form: "fixed" | "short", scale: number) => {
    const at = { rows: Int32Array.of(value), at: 0, index: 0 };
    const slot = decimal(0, { least: -MOST, most: MOST }, { scale, form });
    return renderShape(text(slot as Text), at);
  };
  assertEquals(write(250, "fixed", 2), "2.50");
  assertEquals(write(250, "short", 2), "2.5");
  assertEquals(write(300, "short", 2), "3");
  assertEquals(write(-5, "fixed", 2), "-0.05");
  assertEquals(write(0, "fixed", 1), "0.0");
  assertEquals(write(7, "short", 0), "7");
});

Deno.test("templates: a value out of its slot's range is an error of the object form", () => {
  const at = { rows: Int32Array.of(10), at: 0, index: 0 };
  assertThrows(() => renderShape(integer(0, 0, 9), at), RangeError, "must be 0 to 9");
  assertThrows(() => renderShape(text(choice(0, ["a"])), at), RangeError, "must be 0 to 0");
});

Deno.test("fill: names slots, doubles braces, and refuses what it does not know", () => {
  const at = { rows: Int32Array.of(4), at: 0, index: 0 };
  const filled = fill("{n} in \\boxed{{}} and {n}", { n: integer(0, 0, 9) });
  assertEquals(renderShape(text(filled), at), "4 in \\boxed{} and 4");
  assertThrows(() => fill("{m}", { n: "x" }), SyntaxError, "no slot {m}, must be one of n");
  assertThrows(() => fill("a { b", {}), SyntaxError, "a lone brace");
});
