/** A named point in integers. */
export interface NamedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Demands one of some words. */
export function readWord<W extends string>(value: unknown, what: string, of: readonly W[]): W {
  if (of.includes(value as W)) return value as W;
  throw new RangeError(`Cannot read ${what}: ${shown(value)}, must be one of ${of.join(", ")}`);
}

/** A value as it is shown in an error, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
