import type { GridCertificate } from "./grid_instance.ts";
import { requireForm } from "../../../geometry/form.ts";
import { CERTIFICATE_FORM, CertificateChecker, CLAIMED_WAY } from "./_certificate_checker.ts";
import type { GridInstance } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import { toGridQuery } from "./_query.ts";

/**
 * Makes the certificate of an instance's shortest length, or of there being no way.
 *
 * @param instance the map, the moves and the two ends
 * @returns the labels of all cells
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: one labelling of the map.
 *
 * @example
 * ```ts
 * import { gridCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..", "#."] };
 * const { straight } = gridCertificate({ map, neighbours: 4, start: [0, 0], goal: [1, 1] });
 * assertEquals([...straight], [0, 1, -1, 2]);
 * ```
 */
export function gridCertificate(instance: GridInstance): GridCertificate {
  const { map, corners, start } = toGridQuery(instance);
  const labels = new GridLabels(map, corners).spread(start);
  const straight = new Float64Array(map.width * map.height).fill(-1);
  const diagonal = new Float64Array(map.width * map.height);
  for (let i = 0; i < labels.count; i++) {
    const id = labels.order[i]!;
    const cell = map.rowOf(id) * map.width + map.columnOf(id);
    straight[cell] = labels.straight[id]!;
    diagonal[cell] = labels.diagonal[id]!;
  }
  return { straight, diagonal };
}

/**
 * Checks a way and a certificate, sharing no search with the solver: that the way is allowed and
 * as long as its goal's label, and that the labels allow no shorter one; or, for no way, that the
 * labels close off the goal.
 *
 * @param instance the map, the moves and the two ends
 * @param cells the way that is claimed to be a shortest one; null when there is claimed to be none
 * @param certificate the labels
 * @returns the first fault in words; null when the claim is proven
 * @throws RangeError, SyntaxError or TypeError when the instance, the way or the labels are not well
 * formed; a wrong claim is told, not thrown at
 *
 * Cost: every step of the map once.
 *
 * @example
 * ```ts
 * import { checkGridPath, gridCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = {
 *   map: { rows: ["..", "#."] },
 *   neighbours: 4,
 *   start: [0, 0],
 *   goal: [1, 1],
 * } as const;
 * const labels = gridCertificate(instance);
 * assertEquals(checkGridPath(instance, [[0, 0], [1, 0], [1, 1]], labels), null);
 * ```
 */
export function checkGridPath(
  instance: GridInstance,
  cells: readonly Cell[] | null,
  certificate: GridCertificate,
): string | null {
  requireForm(cells, CLAIMED_WAY, "way");
  requireForm(certificate, CERTIFICATE_FORM, "certificate");
  const { map, corners } = toGridQuery(instance);
  const checker = new CertificateChecker(map, corners, certificate);
  return checker.labelsFault(instance.start) ??
    (cells === null ? checker.reachFault(instance.goal) : checker.wayFault(instance, cells));
}
