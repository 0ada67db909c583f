/**
 * Programs that somebody else wrote: run them without harm, and hold their answers together.
 *
 * @module
 */
export type { JsonValue } from "../tasks/kind.ts";
export type * from "../solvers/outcome.ts";
export * from "./program.ts";
export * from "./program_runner.ts";
export * from "./vote.ts";
