import { bbhNavigate } from "../../datasets/mod.ts";
import { checkText } from "../datasets/_check.ts";
import { assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { summarize } from "../datasets/_check.ts";

conformance(
  "bbhNavigate: all 250 of BIG-bench hard agree",
  { path: "bbh/navigate.json", published: bbhNavigate.source },
  async (path) => {
    const { total, agree } = await summarize(bbhNavigate, path);
    assertEquals([total, agree], [250, 250]);
  },
);

conformance(
  "bbhNavigate: all 250 agree in a mirror, too",
  { path: "bbh/navigate.json", published: bbhNavigate.source },
  async (path) => {
    const text = (await Deno.readTextFile(path))
      .replace(/\b(left|right)\b/g, (word) => word === "left" ? "right" : "left")
      .replace(
        /\b(forward|backward)(?=\.)/g,
        (word) => word === "forward" ? "backward" : "forward",
      );
    const checked = await checkText(bbhNavigate, text.replaceAll("face backward", "face forward"));
    assertEquals(checked.length, 250);
    assertEquals(checked.filter((c) => c.verdict !== "agree"), []);
  },
);
