export { build, stop, transform } from "npm:esbuild@0.25.12";
