/**
 * The suites that every task, dataset and checker is held to, for those that are made elsewhere.
 *
 * @module
 */
export * from "./check_dataset.ts";
export * from "./check_kind.ts";
export * from "./check_task.ts";
export type { Finding } from "./finding.ts";
export * from "./witness.ts";
