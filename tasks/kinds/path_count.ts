import * as schema from "../../geometry/schema.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { countGridPaths } from "../../solvers/path/grid/count_grid_paths.ts";
import {
  checkGridCount,
  gridCountCertificate,
} from "../../solvers/path/grid/grid_count_certificate.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import { drawRows, gridInstance, lettersOf, MARKED_ROWS } from "../grids/grid_question.ts";
import type { Kind } from "../kind.ts";
import type { GridQuestion } from "./next_move.ts";

/** How many shortest ways lead through a grid. */
export const pathCountKind: Kind<GridQuestion, number | string> = {
  name: "path-count",
  schema: schema.object({ rows: MARKED_ROWS }),
  solve: ({ rows }) => mapOutcome(countGridPaths(gridInstance(rows)), countOf),
  check({ rows }, outcome) {
    const instance = gridInstance(rows);
    if (outcome.status !== "exact" && outcome.status !== "impossible") {
      return `${outcome.status}, must be exact or impossible`;
    }
    const count = outcome.status === "exact" ? BigInt(outcome.value) : 0n;
    return checkGridCount(instance, count, gridCountCertificate(instance));
  },
  frame: () => "y-down",
  say: String,
  read(words) {
    const number = readNumber(words, { isCount: true });
    return number === null ? null : countOf(BigInt(number));
  },
  draw: ({ rows }, wording) => drawRows(rows, wording),
  names: ({ rows }) => lettersOf(rows),
  scene: ({ rows }) => rows,
};

/** A count as JSON holds it exactly: past 2^53 - 1 its digits as a string. */
export function countOf(count: bigint): number | string {
  return count <= Number.MAX_SAFE_INTEGER ? Number(count) : String(count);
}
