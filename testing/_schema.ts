import type { Item } from "../tasks/item.ts";
import type { Looking } from "./_answers.ts";

/** What no field of an instance is. */
const STRANGE: readonly unknown[] = [NaN, Infinity, { strange: 1 }, undefined];

/** What is no instance is refused, by an error that says so. */
export function checkSchema(item: Item, { kind, findings }: Looking): void {
  const good = item.instance as Record<string, unknown>;
  const refused = (bad: unknown, what: string) => {
    try {
      kind.schema.read(bad);
      findings.add("schema", `${item.id}: ${what} is read`);
    } catch (error) {
      const isClear = error instanceof Error && error.message.startsWith("Cannot read ");
      findings.demand(isClear, "schema", `${item.id}: ${what} ends in ${error}`);
    }
  };
  for (const bad of [null, 7, "x", [], {}]) refused(bad, JSON.stringify(bad));
  refused({ ...good, strange: 1 }, "a field that is not known");
  for (const field of Object.keys(good)) {
    for (const bad of STRANGE) refused({ ...good, [field]: bad }, `${field}: ${bad}`);
  }
}

/** The leaves of plain data: for each, the value with another in its place. */
export function* altered(value: unknown, others: readonly unknown[]): Generator<unknown> {
  if (typeof value !== "object" || value === null) {
    for (const other of others) {
      if (other !== value && typeof other === typeof value) yield other;
    }
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      for (const member of altered(value[i], others)) yield value.with(i, member);
    }
    return;
  }
  for (const [key, own] of Object.entries(value)) {
    for (const member of altered(own, others)) yield { ...value, [key]: member };
  }
}

/** The words and numbers that stand in plain data, and numbers beside them. */
export function leavesOf(value: unknown): unknown[] {
  const found = new Set<unknown>();
  const visit = (one: unknown) => {
    if (typeof one === "object" && one !== null) Object.values(one).forEach(visit);
    else {
      found.add(one);
      if (typeof one === "number") found.add(one + 1).add(-one);
    }
  };
  visit(value);
  return [...found];
}
