import { bbhNavigate } from "../../datasets/mod.ts";
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
