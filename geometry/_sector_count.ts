/** More sectors than this are refused: their codes are to fit 16 bits. */
const SECTOR_LIMIT = 10_000;

/** Demands a number of sectors that can be told apart. */
export function requireSectorCount(count: number): void {
  if (count >= 2 && count <= SECTOR_LIMIT) return;
  throw new RangeError(`Cannot use sectors: ${count} of them, must be 2 to ${SECTOR_LIMIT}`);
}
