import { BIG, requireForm } from "../../../geometry/form.ts";
import { CertificateChecker, COUNT_CERTIFICATE_FORM } from "./_certificate_checker.ts";
import { gridCertificate } from "./grid_certificate.ts";
import type { GridCertificate } from "./grid_instance.ts";
import type { GridInstance } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import { tightSteps } from "./_optimal_ways.ts";
import { toGridQuery } from "./_query.ts";

/** A proof of a number of shortest ways: labels, and how many shortest ways lead to each cell. */
export interface GridCountCertificate extends GridCertificate {
  /** The number for each cell, row by row; 0 where the cell is out of reach. */
  readonly counts: readonly bigint[];
}

/**
 * Makes the certificate of the number of shortest ways from the start to every cell.
 *
 * @param instance the map, the moves and the two ends
 * @returns the labels and the counts of all cells
 * @throws RangeError or SyntaxError when the instance is not well formed, or has cells that cost
 * nothing, for there the ways to a cell do not add up from those to the cells beside it
 *
 * Cost: one labelling of the map, and an addition of big integers for each step of a shortest way.
 *
 * @example
 * ```ts
 * import { checkGridCount, gridCountCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = {
 *   map: { rows: ["...", "...", "..."] },
 *   neighbours: 4,
 *   start: [0, 0],
 *   goal: [2, 2],
 * } as const;
 * assertEquals(checkGridCount(instance, 6n, gridCountCertificate(instance)), null);
 * ```
 */
export function gridCountCertificate(instance: GridInstance): GridCountCertificate {
  const query = toGridQuery(instance);
  const { map, corners, start } = query;
  requireCosts(map);
  const counts = Array<bigint>(map.width * map.height).fill(0n);
  const place = (id: number) => map.rowOf(id) * map.width + map.columnOf(id);
  const labels = new GridLabels(map, corners).spread(start);
  const stepsFrom = tightSteps(labels);
  counts[place(start)] = 1n;
  for (const u of labels.order.subarray(0, labels.count)) {
    stepsFrom(u, (v) => counts[place(v)]! += counts[place(u)]!);
  }
  return { ...gridCertificate(instance), counts };
}

/**
 * Checks a number of shortest ways by its certificate, sharing no search with the solver: that the
 * labels allow no shorter way, that each is the length of one, and that the counts add up.
 *
 * @param instance the map, the moves and the two ends
 * @param count the number that is claimed; 0 for a goal out of reach
 * @param certificate the labels and counts
 * @returns the first fault in words; null when the claim is proven
 * @throws RangeError or SyntaxError as {@link gridCountCertificate}; TypeError or RangeError when the
 * count or the certificate are not well formed
 *
 * Cost: every step of the map twice.
 *
 * @example
 * ```ts
 * import { checkGridCount, gridCountCertificate } from "@alidade/core/solvers";
 *
 * const map = { rows: ["..", ".."] };
 * const instance = { map, neighbours: 4, start: [0, 0], goal: [1, 1] } as const;
 * checkGridCount(instance, 3n, gridCountCertificate(instance)); // "the count of the goal is 2"
 * ```
 */
export function checkGridCount(
  instance: GridInstance,
  count: bigint,
  certificate: GridCountCertificate,
): string | null {
  requireForm(count, BIG, "count");
  requireForm(certificate, COUNT_CERTIFICATE_FORM, "certificate");
  const { map, corners } = toGridQuery(instance);
  requireCosts(map);
  const checker = new CertificateChecker(map, corners, certificate);
  const [x, y] = instance.goal;
  return checker.labelsFault(instance.start) ??
    checker.countsFault(instance.start, certificate.counts) ??
    goalFault(
      checker.labelOf(instance.goal) === null ? 0n : certificate.counts[y * map.width + x]!,
      count,
    );
}

function goalFault(proven: bigint, claimed: bigint): string | null {
  return proven === claimed ? null : `the count of the goal is ${proven}`;
}

function requireCosts(map: GridMap): void {
  const { costs, bits } = map;
  const free = costs?.findIndex((cost, id) => cost === 0 && (bits[id >> 5]! >> id & 1) === 1) ?? -1;
  if (free < 0) return;
  throw new RangeError(
    `Cannot certify a count: cell (${map.cellOf(free).join(", ")}) costs 0, must cost 1 or more`,
  );
}
