// @ts-types="./_delaunator.d.ts"
export { default } from "npm:delaunator@5.0.1";
