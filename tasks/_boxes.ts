import type { BoxConvention, Marks } from "./marks.ts";
import { edgeIn, EDGES } from "./marks.ts";
import { integer, type LineShape, object, oneOf, text } from "../lines/template.ts";

/**
 * The box of each mark as `[left, top, right, bottom]`.
 *
 * @param marks what is named
 * @param convention how edges are measured
 * @param column the first column of the edges in pixels
 */
export function boxShapes(marks: Marks, convention: BoxConvention, column: number): LineShape[] {
  const [width, height] = marks.size;
  const across = edgeShape(convention, width);
  const down = width === height ? across : edgeShape(convention, height);
  return marks.names.map((_, i): LineShape => {
    const own = column + EDGES * i;
    return [across(own), down(own + 1), across(own + 2), down(own + 3)];
  });
}

/** The marks with their boxes, an object each. */
export function objectsShape(marks: Marks, convention: BoxConvention, column: number): LineShape {
  const boxes = boxShapes(marks, convention, column);
  return marks.names.map((name, i) => object({ name: text(name), box: boxes[i]! }));
}

/** An edge is one of few, so that its rounding is a table that is made once. */
function edgeShape(convention: BoxConvention, length: number): (column: number) => LineShape {
  if (convention === "pixels") return (column) => integer(column, 0, length);
  const table = Array.from({ length: length + 1 }, (_, edge) => edgeIn(convention, edge, length));
  return (column) => oneOf(column, table);
}
