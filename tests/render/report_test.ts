import { reportToHtml } from "../../render/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";

Deno.test("reportToHtml() escapes words, also in attributes", () => {
  const item = {
    title: "<1>",
    images: [{ path: 'a"b.png', alt: "x & y" }, { path: "c.png", alt: "", caption: "<top>" }],
    lines: { Question: "1 < 2?" },
  };
  const html = reportToHtml({ title: "T", summary: "S", items: [item] });
  assertStringIncludes(html, '<img src="a&quot;b.png" alt="x &amp; y">');
  assertStringIncludes(html, "<dt>Question</dt><dd>1 &lt; 2?</dd>");
  assertStringIncludes(html, "<figcaption>&lt;top&gt;</figcaption>");
  assert(!html.includes("<1>"));
  assertEquals(html.match(/<article>/g)?.length, 1);
});

Deno.test("reportToHtml() sets the rows of a map in letters of one width", () => {
  const lines = { Question: "In this grid:\n#..S\nG<##\nHow far?", Answer: "G" };
  const item = { title: "1", images: [], lines };
  const html = reportToHtml({ title: "T", summary: "S", items: [item] });
  assertStringIncludes(
    html,
    "<dd>In this grid:\n<code>#..S</code>\n<code>G&lt;##</code>\nHow far?</dd>",
  );
  assertStringIncludes(html, "<dd>G</dd>");
});
