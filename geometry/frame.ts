/**
 * Which way the y axis of a plane points; x always points right. Maps and mathematics are
 * `"y-up"`, images are `"y-down"`. It is always stated, never guessed.
 */
export type PlaneFrame = "y-up" | "y-down";

/** A sign: -1, 0 or 1. */
export type Sign = -1 | 0 | 1;
