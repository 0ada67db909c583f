#!/usr/bin/env node
/**
 * The command `alidade` on Node and Bun.
 *
 * @module
 */
import process from "node:process";
import { installHost } from "./_node_host.ts";

/** What is loaded by its name alone, on threads or on demand: named here for those who pack it. */
export const LOADED_BY_NAME: readonly (() => Promise<unknown>)[] = [
  () => import("./_generate_worker.ts"),
  () => import("./_node_worker.ts"),
  () => import("highs"),
];

installHost();
// Only now: the commands look for Deno as they are loaded.
const { main } = await import("./mod.ts");
process.exitCode = await main(process.argv.slice(2));
