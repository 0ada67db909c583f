import { assert, assertEquals, assertThrows } from "../_assert.ts";
import { DRAWINGS, paper } from "./_drawings.ts";
import { resvgPng } from "./_resvg.ts";
import { readPng } from "./_pixels.ts";
import { type Drawing, drawingToPng, drawingToSvg, textWidth } from "../../render/mod.ts";

/** How many channels of two pictures differ by more than a fifth, and the mean in 255ths. */
function difference(a: Uint8Array, b: Uint8Array): { far: number; mean: number } {
  assertEquals(a.length, b.length);
  let [far, sum] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const apart = Math.abs(a[i]! - b[i]!);
    if (apart > 51) far++;
    sum += apart;
  }
  return { far, mean: sum / a.length };
}

for (const [name, drawing] of Object.entries(DRAWINGS)) {
  Deno.test(`drawingToPng() draws what resvg draws: ${name}`, () => {
    const ours = readPng(drawingToPng(drawing));
    const theirs = readPng(resvgPng(drawingToSvg(drawing)));
    assertEquals([ours.width, ours.height], [160, 120]);
    const { far, mean } = difference(ours.rgb, theirs.rgb);
    // Within one pixel areas that cross are added up, so that the star's five crossings differ.
    assert(far <= (name === "star" ? 20 : 0) && mean < 0.6, `${far} far, ${mean} on average`);
  });
}

Deno.test("drawingToPng() keeps the alt text and covers exact pixels exactly", () => {
  const drawing = paper({ kind: "rect", x: 10, y: 20, width: 3, height: 2, fill: "#102030" });
  const { rgb, description } = readPng(drawingToPng({ ...drawing, alt: "Ein Kästchen →\n3 × 2" }));
  assertEquals(description, "Ein Kästchen →\n3 × 2");
  for (let y = 0; y < 120; y++) {
    for (let x = 0; x < 160; x++) {
      const inside = x >= 10 && x < 13 && y >= 20 && y < 22;
      const at = 3 * (160 * y + x);
      const right = inside ? [16, 32, 48] : [255, 255, 255];
      if (rgb[at] !== right[0] || rgb[at + 1] !== right[1] || rgb[at + 2] !== right[2]) {
        assertEquals([...rgb.subarray(at, at + 3)], right, `(${x}, ${y})`);
      }
    }
  }
});

Deno.test("a disc darkens the paper by its area, wherever its centre is", () => {
  for (const [cx, cy] of [[60, 60], [60.37, 59.81], [59.5, 60.25]] as const) {
    const { rgb } = readPng(
      drawingToPng(paper({ kind: "circle", cx, cy, r: 20, fill: "#000000" })),
    );
    const ink = rgb.reduce((sum, v) => sum + 255 - v, 0) / 255 / 3;
    assert(Math.abs(ink - Math.PI * 400) < 2, `${ink}`);
  }
});

Deno.test("pictures do not depend on what was drawn before", () => {
  const first = drawingToPng(DRAWINGS["text"]!);
  for (const drawing of Object.values(DRAWINGS)) drawingToPng(drawing);
  assertEquals(drawingToPng(DRAWINGS["text"]!), first);
});

Deno.test("textWidth() is the sum of the font's advances", () => {
  // From the font's own hmtx table, in 2048ths: N 1532, one 1303, space 651.
  assertEquals(textWidth("N1 ", 2048), 1532 + 1303 + 651);
  assertEquals(textWidth("", 10), 0);
  assertThrows(() => textWidth("漢", 10), RangeError, 'Cannot draw "漢"');
});

Deno.test("bad drawings are refused by shape and field, in both forms", () => {
  const good = DRAWINGS["disc"]!;
  const bad: [object, string][] = [
    [{ width: 0 }, "width is 0, must be an integer from 1 to 4096"],
    [{ height: 5000 }, "height is 5000"],
    [{ background: "white" }, 'background is "white", must be a colour such as "#1f77b4"'],
    [{ alt: "a bell\u0007" }, "alt is"],
    [{ shapes: [{ kind: "blob" }] }, 'shapes[0].kind is "blob"'],
    [{ shapes: [{ kind: "circle", cx: NaN, cy: 0, r: 1 }] }, "shapes[0] is at [NaN, 0]"],
    [{ shapes: [{ kind: "circle", cx: 0, cy: 0, r: 0 }] }, "shapes[0].r is 0, must be above 0"],
    [{ shapes: [{ kind: "rect", x: 0, y: 0, width: -1, height: 1 }] }, "shapes[0].width is -1"],
    [{ shapes: [{ kind: "rect", x: 0, y: 0, width: 1, height: 1, fill: "red" }] }, ".fill is"],
    [{ shapes: [{ kind: "line", from: [0, 0], to: [1, 1e308], stroke: "#000000" }] }, ".to is at"],
    [{ shapes: [{ kind: "arrow", from: [1, 1], to: [1, 1], stroke: "#000000" }] }, "of length 0"],
    [{ shapes: [{ kind: "polyline", points: [[0, 0]], stroke: "#000000" }] }, "is 1 points"],
    [{ shapes: [{ kind: "polygon", points: [[0, 0], [1, 1]] }] }, "must be 3 points or more"],
    [
      { shapes: [{ kind: "text", x: 0, y: 0, text: "a\u0007", size: 9, fill: "#000000" }] },
      ".text",
    ],
  ];
  for (const [change, words] of bad) {
    const drawing = { ...good, ...change } as Drawing;
    assertThrows(() => drawingToSvg(drawing), RangeError, words);
    assertThrows(() => drawingToPng(drawing), RangeError, words);
  }
});
