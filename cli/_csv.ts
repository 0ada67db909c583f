// @ts-types="./_csv.d.ts"
export { parse } from "npm:deno-std@1.4.0/csv/mod.js";
