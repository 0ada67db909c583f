// A web page that solves and draws, without a server: bundle it by
//   npx esbuild page.ts --bundle --outfile=page.js
// and load it from <body><script src="page.js"></script></body>.
import { solveGridPath } from "@alidade/core";
import { type Colour, type Drawing, drawingToSvg, type Shape } from "@alidade/core/render";

const UNIT = 30;
const rows = ["..#..", ".##.#", ".....", "#.#.."];

/** The map with a shortest way, as an SVG document. */
export function svgOfWay(): string {
  const found = solveGridPath({
    map: { rows },
    neighbours: 8,
    corners: "both-free",
    start: [0, 0],
    goal: [4, 3],
  });
  const way = found.status === "exact" ? found.value.cells : [];
  const cell = (x: number, y: number, fill: Colour): Shape => ({
    kind: "rect",
    x: x * UNIT,
    y: y * UNIT,
    width: UNIT,
    height: UNIT,
    fill,
  });
  const blocked = rows.flatMap((row, y) =>
    [...row].flatMap((c, x) => c === "#" ? [cell(x, y, "#444444")] : [])
  );
  const drawing: Drawing = {
    width: rows[0]!.length * UNIT,
    height: rows.length * UNIT,
    background: "#ffffff",
    alt: `A way of ${way.length} cells`,
    shapes: [...blocked, ...way.map(([x, y]) => cell(x, y, "#9ecae1"))],
  };
  return drawingToSvg(drawing);
}

const page = (globalThis as { document?: { body: { innerHTML: string } } }).document;
if (page === undefined) console.log(svgOfWay());
else page.body.innerHTML = svgOfWay();
