import { orient } from "../../datasets/mod.ts";
import { assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { summarize } from "../datasets/_check.ts";

for (const file of ["orient2d.txt", "orient3d.txt"]) {
  conformance(
    `orient: all 1,000 signs of ${file}`,
    { path: `robust_predicates/${file}`, published: orient.source },
    async (path) => {
      const { total, agree } = await summarize(orient, path);
      assertEquals([total, agree], [1000, 1000]);
    },
  );
}
