import type { Checked } from "./verify.ts";

/**
 * Writes one checked record as a line of JSON, always with the same fields: `id`, `file`, `line`,
 * `field`, `claimed`, `answer`, `verdict`, `reason`, `margin`, `group`; what there is none of is
 * null.
 *
 * @param checked the record
 * @returns JSON without a line end
 *
 * @example
 * ```ts
 * import { bbhNavigate, checkedJson, textFile, verify } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const open = (path: string) => Promise.resolve(textFile(path, '{"examples": [7]}'));
 * for await (const checked of verify(bbhNavigate, ["a.json"], { open })) {
 *   assertEquals(JSON.parse(checkedJson(checked)).verdict, "invalid");
 * }
 * ```
 */
export function checkedJson(checked: Checked): string {
  const { id, where, claimed, answer, verdict, reason, margin, group } = checked;
  const { file, line = null, field = null } = where;
  return JSON.stringify({
    id,
    file,
    line,
    field,
    claimed,
    answer,
    verdict,
    reason,
    margin,
    group,
  });
}
