// @ts-types="./_assert.d.ts"
export * from "@std/assert";
