import { type Drawing, pngRenderer } from "../../render/mod.ts";
import { assert, assertEquals, assertNotEquals } from "../_assert.ts";

const render = await pngRenderer();

function text(words: string): Drawing {
  const letters = { kind: "text", x: 20, y: 10, text: words, size: 12, fill: "#000000" } as const;
  return { width: 40, height: 20, background: "#ffffff", alt: words, shapes: [letters] };
}

Deno.test("pngRenderer() makes PNG files of the drawing's size, the same each time", () => {
  const png = render(text("N1"));
  assertEquals([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  const header = new DataView(png.buffer, png.byteOffset + 16);
  assertEquals([header.getUint32(0), header.getUint32(4)], [40, 20]);
  assertEquals(render(text("N1")), png);
});

Deno.test("pngRenderer() has the letters: every word looks different, unlike empty paper", () => {
  const words = ["N1", "N2", "é", "→", "−", "“"];
  const pictures = words.map((w) => render(text(w)).join());
  assertEquals(new Set(pictures).size, words.length);
  for (const picture of pictures) assertNotEquals(picture, render(text(" ")).join());
});

Deno.test("pngRenderer() gives one renderer to all who ask", async () => {
  assert(await pngRenderer() === render);
});
