// @ts-types="./_delaunator.d.ts"
export { default } from "delaunator";
