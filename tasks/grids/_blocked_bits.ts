import type { Chance } from "../chance.ts";

/**
 * Draws up to 32 cells at once, each blocked with exactly the same chance.
 *
 * A cell is blocked where a random binary fraction is below the chance. The fractions of all cells
 * are drawn digit by digit, a word holding one digit of each, until every comparison is decided:
 * two words for 25 percent, about six for most others.
 *
 * @param chance where words are drawn from
 * @param percent the chance, 0 to 100
 * @param cells which bits are cells
 * @returns the blocked ones, a bit each
 */
export function drawBlocked(chance: Chance, percent: number, cells: number): number {
  if (percent === 100) return cells;
  let blocked = 0;
  let open = cells;
  for (let rest = percent; open !== 0 && rest !== 0;) {
    const digits = chance.bits();
    rest *= 2;
    if (rest >= 100) {
      rest -= 100;
      blocked |= open & ~digits;
      open &= digits;
    } else open &= ~digits;
  }
  return blocked;
}
