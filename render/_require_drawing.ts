import type { Drawing, DrawingPoint, Shape } from "./drawing.ts";

const SIZE_LIMIT = 4096;

/** Coordinates beyond this are surely mistakes, and would be written with an exponent. */
const COORDINATE_LIMIT = 1e6;

/** Demands a drawing that can be drawn; the error names the shape and the field. */
export function requireDrawing(drawing: Drawing): void {
  requireSize(drawing.width, "width");
  requireSize(drawing.height, "height");
  requireColour(drawing.background, "background");
  requireText(drawing.alt.replaceAll("\n", " "), "alt");
  drawing.shapes.forEach((shape, i) => requireShape(shape, `shapes[${i}]`));
}

function requireShape(shape: Shape, at: string): void {
  if (shape.kind !== "text") {
    if (shape.stroke !== undefined) requireColour(shape.stroke, `${at}.stroke`);
    if (shape.strokeWidth !== undefined) requireLength(shape.strokeWidth, `${at}.strokeWidth`);
  }
  if ("fill" in shape && shape.fill !== undefined) requireColour(shape.fill, `${at}.fill`);
  switch (shape.kind) {
    case "circle":
      requirePoint([shape.cx, shape.cy], at);
      return requireLength(shape.r, `${at}.r`);
    case "rect":
      requirePoint([shape.x, shape.y], at);
      requireLength(shape.width, `${at}.width`);
      return requireLength(shape.height, `${at}.height`);
    case "line":
    case "arrow":
      requirePoint(shape.from, `${at}.from`);
      requirePoint(shape.to, `${at}.to`);
      if (shape.kind === "arrow") {
        if (shape.head !== undefined) requireLength(shape.head, `${at}.head`);
        if (shape.from[0] === shape.to[0] && shape.from[1] === shape.to[1]) {
          fail(at, "an arrow of length 0", "an arrow between two points");
        }
      }
      return;
    case "polyline":
      return requirePoints(shape.points, 2, `${at}.points`);
    case "polygon":
      return requirePoints(shape.points, 3, `${at}.points`);
    case "text":
      requirePoint([shape.x, shape.y], at);
      requireLength(shape.size, `${at}.size`);
      return requireText(shape.text, `${at}.text`);
    default:
      fail(`${at}.kind`, JSON.stringify((shape as Shape).kind), "a kind of shape");
  }
}

function requirePoints(points: readonly DrawingPoint[], least: number, at: string): void {
  if (points.length < least) fail(at, `${points.length} points`, `${least} points or more`);
  points.forEach((point, i) => requirePoint(point, `${at}[${i}]`));
}

function requirePoint(point: DrawingPoint, at: string): void {
  if (point.length === 2 && point.every((x) => Math.abs(x) <= COORDINATE_LIMIT)) return;
  fail(at, `at [${point.join(", ")}]`, `two numbers of at most ${COORDINATE_LIMIT} in size`);
}

function requireLength(x: number, at: string): void {
  if (x > 0 && x <= COORDINATE_LIMIT) return;
  fail(at, String(x), `above 0 and at most ${COORDINATE_LIMIT}`);
}

function requireSize(x: number, at: string): void {
  if (Number.isInteger(x) && x >= 1 && x <= SIZE_LIMIT) return;
  fail(at, String(x), `an integer from 1 to ${SIZE_LIMIT}`);
}

function requireColour(colour: string, at: string): void {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return;
  fail(at, JSON.stringify(colour), 'a colour such as "#1f77b4"');
}

function requireText(text: string, at: string): void {
  if (
    typeof text === "string" && text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text)
  ) {
    return;
  }
  fail(at, JSON.stringify(text), "text without line breaks and control characters");
}

function fail(at: string, is: string, must: string): never {
  throw new RangeError(`Cannot draw: ${at} is ${is}, must be ${must}`);
}
