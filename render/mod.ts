/**
 * Pictures: plain drawings to SVG and PNG, and the HTML report.
 *
 * @module
 */
export * from "./drawing.ts";
