const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The double nearest to a decimal.
 *
 * @throws SyntaxError that names what is no such number, or none that doubles hold
 */
export function readDouble(word: string, what: string): number {
  const value = DECIMAL.test(word) ? Number(word) : NaN;
  if (Number.isFinite(value)) return value;
  throw new SyntaxError(`Cannot read ${what}: is ${JSON.stringify(word)}, must be a finite number`);
}
