/**
 * Pictures: plain drawings to SVG and PNG, and the HTML report.
 *
 * @module
 */
export * from "./boxes.ts";
export * from "./drawing.ts";
export * from "./pixels.ts";
export * from "./png.ts";
export * from "./report.ts";
export * from "./svg.ts";
export * from "./text_width.ts";
