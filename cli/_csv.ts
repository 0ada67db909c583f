// @ts-types="./_csv.d.ts"
export { parse } from "@std/csv";
