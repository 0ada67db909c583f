/**
 * Rows to bytes: templates, and the kernels that write lines from them.
 *
 * @module
 */
export * from "./template.ts";
