export { default as WKTReader } from "npm:jsts@2.12.1/org/locationtech/jts/io/WKTReader.js";
export { default as RelateOp } from "npm:jsts@2.12.1/org/locationtech/jts/operation/relate/RelateOp.js";
