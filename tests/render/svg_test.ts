import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { DRAWINGS, paper } from "./_drawings.ts";
import { drawingToSvg } from "../../render/mod.ts";

Deno.test("drawingToSvg() escapes text and gives it as title", () => {
  const svg = drawingToSvg({
    ...paper({ kind: "text", x: 1, y: 2, text: `<b>"&'`, size: 10, fill: "#000000" }),
    alt: `a < b & "c"`,
  });
  assertStringIncludes(svg, ">&lt;b&gt;&quot;&amp;'</text>");
  assertStringIncludes(svg, "<title>a &lt; b &amp; &quot;c&quot;</title>");
  assertStringIncludes(svg, 'aria-label="a &lt; b &amp; &quot;c&quot;"');
});

Deno.test("drawingToSvg() writes numbers short and without exponents", () => {
  const svg = drawingToSvg(paper(
    { kind: "circle", cx: 1 / 3, cy: -1e-9, r: 1e6, fill: "#000000" },
    { kind: "line", from: [0.1 + 0.2, -0], to: [1e-7, 2.5], stroke: "#000000" },
  ));
  assertStringIncludes(svg, '<circle cx="0.333" cy="0" r="1000000" fill="#000000"/>');
  assertStringIncludes(svg, '<line x1="0.3" y1="0" x2="0" y2="2.5" stroke="#000000"');
});

Deno.test("drawingToSvg() is one line of well-nested XML", () => {
  for (const drawing of Object.values(DRAWINGS)) {
    const svg = drawingToSvg(drawing);
    assertEquals(svg.indexOf("\n"), svg.length - 1);
    const open: string[] = [];
    for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close) assertEquals(open.pop(), name);
      else if (!self) open.push(name!);
    }
    assertEquals(open, []);
  }
});
