import { type Drawing, drawingToSvg, reportToHtml, type Shape } from "../../render/mod.ts";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "../_assert.ts";

function drawing(...shapes: Shape[]): Drawing {
  return { width: 40, height: 30, background: "#ffffff", alt: 'a <b> & "c"', shapes };
}

Deno.test("drawingToSvg() escapes words and rounds numbers", () => {
  const svg = drawingToSvg(drawing(
    { kind: "text", x: 1 / 3, y: 10, text: "a < b & c", size: 10, fill: "#000000" },
    { kind: "line", from: [0, 0], to: [-0.001, 2], stroke: "#123abc" },
  ));
  assertStringIncludes(svg, "<title>a &lt;b&gt; &amp; &quot;c&quot;</title>");
  assertStringIncludes(svg, ">a &lt; b &amp; c</text>");
  assertStringIncludes(svg, '<text x="0.33" y="13.65"');
  assertStringIncludes(
    svg,
    '<line x1="0" y1="0" x2="0" y2="2" stroke="#123abc" stroke-width="1"/>',
  );
});

Deno.test("drawingToSvg(): an arrow's head ends at its tip", () => {
  const svg = drawingToSvg(
    drawing({ kind: "arrow", from: [0, 10], to: [30, 10], stroke: "#000000", head: 10 }),
  );
  assertStringIncludes(svg, '<polygon points="30,10 20,14 20,6" fill="#000000"/>');
});

Deno.test("drawingToSvg() refuses what cannot be drawn", () => {
  const disc = { kind: "circle", cx: NaN, cy: 1, r: 1 } as const;
  assertThrows(() => drawingToSvg(drawing(disc)), RangeError, "Cannot draw at NaN");
  const red = { kind: "circle", cx: 1, cy: 1, r: 1, fill: "#red" } as const;
  assertThrows(() => drawingToSvg(drawing(red)), RangeError, '"#red", must be #');
  const wide = { ...drawing(), width: 0.5 };
  assertThrows(() => drawingToSvg(wide), RangeError, "the width is 0.5");
});

Deno.test("reportToHtml() escapes words, also in attributes", () => {
  const item = { title: "<1>", image: 'a"b.png', alt: "x & y", lines: { Question: "1 < 2?" } };
  const html = reportToHtml({ title: "T", summary: "S", items: [item] });
  assertStringIncludes(html, '<img src="a&quot;b.png" alt="x &amp; y">');
  assertStringIncludes(html, "<dt>Question</dt><dd>1 &lt; 2?</dd>");
  assert(!html.includes("<1>"));
  assertEquals(html.match(/<article>/g)?.length, 1);
});
