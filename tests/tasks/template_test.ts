import { compileLines, SLACK } from "../../tasks/_emit.ts";
import { renderShape } from "../../tasks/_render.ts";
import {
  choice,
  decimal,
  fill,
  INDEX,
  indexOf,
  integer,
  list,
  object,
  oneOf,
  sequence,
  type Shape,
  type Text,
  text,
} from "../../tasks/mod.ts";
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

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Shape>(null, true, false, 7, -0.5, "plain", 'quo"ted'),
    number as fc.Arbitrary<Shape>,
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

Deno.test("templates: bytes and objects are the same for any shape, row and index", () => {
  const decoder = new TextDecoder();
  fc.assert(
    fc.property(
      shape,
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.nat({ max: 2 ** 53 - 10 }),
      (shape, rows, first) => {
        const buffer = new Uint8Array(1 << 18);
        const flat = Int32Array.from(rows.flat());
        const lines = compileLines(shape, WIDTH, buffer);
        fc.pre(lines.longest * rows.length + SLACK < buffer.length);
        const end = lines.write(flat, 0, rows.length, first, 5);
        const expected = rows.map((_, i) =>
          `${JSON.stringify(renderShape(shape, { rows: flat, at: i * WIDTH, index: first + i }))}\n`
        );
        assertEquals(decoder.decode(buffer.subarray(5, end)), expected.join(""));
        assert(end - 5 <= lines.longest * rows.length);
      },
    ),
    { numRuns: 1500 },
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
