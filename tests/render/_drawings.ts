import type { Drawing, Shape } from "../../render/mod.ts";

/** A paper of 160 x 120 with these shapes on it. */
export function paper(...shapes: Shape[]): Drawing {
  return { width: 160, height: 120, background: "#ffffff", alt: "A test", shapes };
}

/** One drawing of each kind of shape, whole and half pixels, inside and across the border. */
export const DRAWINGS: Readonly<Record<string, Drawing>> = {
  "disc": paper({ kind: "circle", cx: 60.3, cy: 50.7, r: 30.2, fill: "#d62728" }),
  "tiny disc": paper({ kind: "circle", cx: 60.5, cy: 50.5, r: 0.8, fill: "#000000" }),
  "ring": paper({ kind: "circle", cx: 60, cy: 50, r: 30, stroke: "#1f77b4", strokeWidth: 5 }),
  "disc over the border": paper({ kind: "circle", cx: 158, cy: 3, r: 20, fill: "#2ca02c" }),
  "disc outside": paper({ kind: "circle", cx: -50, cy: 400, r: 20, fill: "#2ca02c" }),
  "rect": paper({ kind: "rect", x: 10, y: 20, width: 50, height: 30, fill: "#ffdd00" }),
  "rect on halves": paper({
    kind: "rect",
    x: 10.25,
    y: 20.5,
    width: 50.5,
    height: 30.5,
    fill: "#ffdd00",
    stroke: "#333333",
    strokeWidth: 3,
  }),
  "rect as large as the paper": paper({
    kind: "rect",
    x: -5,
    y: -5,
    width: 400,
    height: 400,
    fill: "#00ffff",
  }),
  "grid": paper(...Array.from({ length: 12 }, (_, i): Shape => ({
    kind: "line",
    from: [5 + 10 * i, 0],
    to: [5 + 10 * i, 120],
    stroke: "#999999",
  }))),
  "lines": paper(
    { kind: "line", from: [0, 0], to: [160, 120], stroke: "#000000", strokeWidth: 2 },
    { kind: "line", from: [10, 100.5], to: [150, 100.5], stroke: "#ff00ff" },
    { kind: "line", from: [150, 10], to: [20, 70], stroke: "#0000ff", strokeWidth: 7 },
  ),
  "arrows": paper(
    { kind: "arrow", from: [20, 20], to: [120, 60], stroke: "#000000", strokeWidth: 2 },
    { kind: "arrow", from: [50, 100], to: [50, 95], stroke: "#ff0000" },
    { kind: "arrow", from: [150, 100], to: [90, 100], stroke: "#008000", strokeWidth: 4, head: 30 },
  ),
  "polyline": paper({
    kind: "polyline",
    points: [[20, 20], [60, 100], [100, 25], [140, 110]],
    stroke: "#9467bd",
    strokeWidth: 6,
  }),
  "polygon": paper({
    kind: "polygon",
    points: [[20, 20], [140, 40], [70, 100]],
    fill: "#ffbb78",
    stroke: "#8c564b",
    strokeWidth: 4,
  }),
  "star": paper({
    kind: "polygon",
    points: [[80, 5], [115, 112], [22, 45], [138, 45], [45, 112]],
    fill: "#ff7f0e",
  }),
  "text": paper(
    { kind: "text", x: 80, y: 30, text: "N1 Äg Qß", size: 24, fill: "#000000" },
    { kind: "text", x: 5, y: 70, text: "a < b & c > d", size: 14, fill: "#d62728", align: "start" },
    { kind: "text", x: 155, y: 100, text: "→ Ωж 90°", size: 18, fill: "#1f77b4", align: "end" },
  ),
};
