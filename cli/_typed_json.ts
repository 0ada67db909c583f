import type { JsonValue } from "../tasks/mod.ts";

/** Members whose numbers are fractions, though some have no digits behind the point. */
const FRACTIONS = new Set(["margin", "box", "bbox", "time"]);

/**
 * Writes JSON in which numbers are written as their type: what is a fraction in one record is one in
 * every record (12.0 beside 12.5), so that a reader who goes by the first is right about the last.
 */
export function typedJson(value: JsonValue): string {
  return JSON.stringify(value, (key, member) => FRACTIONS.has(key) ? fractions(member) : member);
}

function fractions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fractions);
  if (!Number.isInteger(value)) return value;
  // Integers of a fraction's column are small: pixels, thousandths, margins.
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(`${value}.0`);
}
