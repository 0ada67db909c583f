/** What a page can do: answers, items and a picture, as one line of JSON. */
import {
  solveDirection,
  solveGraphPath,
  solveGridPath,
  solveTour,
  solveTourSync,
} from "@alidade/core";
import { parseGeojson } from "@alidade/core/geometry";
import { Run, TASKS } from "@alidade/core/tasks";
import { drawingToPng, drawingToSvg } from "@alidade/core/render";

const frame = "y-up";
const map = { rows: ["..#.", "....", ".#.."] };
const points = [[0, 0], [9, 9], [1, 0], [5, 5], [2, 7], [8, 1]];

/** Lines of items of every task that needs no scene to ask about. */
function items() {
  const decoder = new TextDecoder();
  return TASKS.filter(({ source }) => source === undefined).map((task) =>
    [...new Run(task, { seed: 7 }).lines(0, 3)].map((bytes) => decoder.decode(bytes)).join("")
  );
}

export async function answers() {
  const drawing = {
    width: 40,
    height: 30,
    background: "#ffffff",
    alt: "A disc",
    shapes: [{ kind: "circle", cx: 20, cy: 15, r: 9, fill: "#102030" }, {
      kind: "text",
      x: 20,
      y: 15,
      text: "A",
      size: 12,
      fill: "#ffffff",
    }],
  };
  const ring = Array.from({ length: 30 }, (_, i) => [(i * 7919) % 1000, (i * 104729) % 997]);
  return {
    direction: solveDirection({ from: [0, 0], to: ["1.5", "1.5"], frame, sectors: "four-winds" }),
    grid: solveGridPath({ map, neighbours: 8, corners: "both-free", start: [0, 0], goal: [3, 0] }),
    graph: solveGraphPath({
      graph: { directed: false, nodes: ["A", "B"], edges: [["A", "B", "0.5"]] },
      from: "A",
      to: "B",
    }),
    small: solveTourSync({ form: "closed", points, metric: "euclidean" }),
    middle: await solveTour({ form: "closed", points: ring, metric: "euclidean" }),
    geojson: parseGeojson('{"coordinates": [7.1, 50.12345678901234567]}'),
    svg: drawingToSvg(drawing),
    png: drawingToPng(drawing).length > 100,
    items: items(),
  };
}
