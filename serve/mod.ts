/**
 * The server: items, solving, checking, scoring and verifying over HTTP.
 *
 * @module
 */
export * from "./handler.ts";
export * from "./openapi.ts";
