/**
 * Readers of outside data, and the loop that checks its claimed answers.
 *
 * @module
 */
export * from "./dataset.ts";
