import { checkTask, type Finding, SUITE_PARTS, type SuitePart } from "../../testing/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { CONTROLS, type Mutant, MUTANTS } from "./tasks.ts";

const IS_THOROUGH = Deno.env.get("ALIDADE_THOROUGH") === "1";

/** Items of each setting: enough that what is rare shows. */
const ITEMS = IS_THOROUGH ? 20 : 4;

/** The part of the suite that a rule belongs to; the whole suite, where there is time. */
function partsOf(rule: string): readonly SuitePart[] {
  if (IS_THOROUGH) return SUITE_PARTS;
  if (rule.startsWith("idle ")) return ["knobs"];
  if (rule === "balance") return ["balance"];
  return rule === "outside" || rule === "state" ? ["chance"] : ["items"];
}

function found(
  { task, witness }: Omit<Mutant, "rule">,
  parts: readonly SuitePart[] = SUITE_PARTS,
): readonly Finding[] {
  return checkTask(task, { items: ITEMS, parts, ...(witness === null ? {} : { witness }) });
}

for (const control of CONTROLS) {
  Deno.test(`mutants: nothing is found in ${control.name}`, () => assertEquals(found(control), []));
}

Deno.test("mutants: each fault of a task is found, by the rule for it", () => {
  const table = MUTANTS.map((mutant) => {
    const findings = found(mutant, partsOf(mutant.rule));
    const reason = findings.find(({ rule }) => rule === mutant.rule);
    return { mutant, findings, reason };
  });
  for (const { mutant, reason, findings } of table) {
    const told = reason?.says ?? `NOT FOUND: ${findings.map(({ rule }) => rule).join(", ")}`;
    console.log(`${mutant.name.padEnd(45)} ${mutant.rule.padEnd(13)} ${told.slice(0, 90)}`);
  }
  const alive = table.filter(({ reason }) => reason === undefined).map(({ mutant }) => mutant.name);
  assertEquals(alive, []);
  assert(table.length >= 36);
});
