/** The meaning of a character that has none; 1 is a free cell, 0 a blocked one. */
export const UNKNOWN = 2;

/** Characters below this have a place in a table. */
const CODES = 128;

/** The pairs of characters that were asked for last, and their meanings. */
let lastBlocked = "#";
let lastFree = ".";
let lastMeanings = meaningsOf("#", ".");

/**
 * What each character of ASCII means in a map all of whose cells cost 1; others are left to slower
 * readers.
 */
export function plainMeanings(blocked = "#", free = "."): Uint8Array {
  if (blocked !== lastBlocked || free !== lastFree) {
    lastMeanings = meaningsOf(blocked, free);
    lastBlocked = blocked;
    lastFree = free;
  }
  return lastMeanings;
}

function meaningsOf(blocked: string, free: string): Uint8Array {
  const meanings = new Uint8Array(CODES).fill(UNKNOWN);
  for (let i = 0; i < free.length; i++) meanings[free.charCodeAt(i)] = 1;
  for (let i = 0; i < blocked.length; i++) meanings[blocked.charCodeAt(i)] = 0;
  return meanings;
}
