import { type Drawing, drawingToSvg, type Shape } from "../render/mod.ts";

/** One line of a plot. */
export interface GrowthSeries {
  /** What was measured. */
  readonly name: string;
  /** Sizes and figures, both above 0, by ascending size. */
  readonly points: readonly (readonly [size: number, figure: number])[];
}

/** A plot of cost over size; both axes are logarithmic, so that a power of the size is a line. */
export interface GrowthPlot {
  readonly title: string;
  /** What the size counts. */
  readonly size: string;
  /** What the figure is, with its unit. */
  readonly figure: string;
  readonly series: readonly GrowthSeries[];
}

const WIDTH = 720;
const HEIGHT = 440;
const BOX = { left: 90, right: 700, top: 50, bottom: 380 } as const;
const COLOURS = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf"] as const;

/** Writes the plot to NAME.svg in the folder that ALIDADE_PLOTS names; nowhere without it. */
export async function writeGrowthPlot(name: string, plot: GrowthPlot): Promise<void> {
  const folder = Deno.env.get("ALIDADE_PLOTS");
  if (folder === undefined) return;
  // What was too little to be measured has no place on a logarithmic axis.
  const series = plot.series.map(({ name, points }) => ({
    name,
    points: points.filter(([size, figure]) => size > 0 && figure > 0),
  }));
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/${name}.svg`, drawingToSvg(drawGrowth({ ...plot, series })));
}

/** Draws axes with a tick at each power of ten, the lines and their names. */
function drawGrowth(plot: GrowthPlot): Drawing {
  const all = plot.series.flatMap((s) => s.points);
  const x = axis(all.map(([size]) => size), BOX.left, BOX.right);
  const y = axis(all.map(([, figure]) => figure), BOX.bottom, BOX.top);
  const shapes: Shape[] = [
    text(WIDTH / 2, 24, plot.title, 16),
    text(WIDTH / 2, HEIGHT - 18, plot.size, 13),
    text(BOX.left, BOX.top - 12, plot.figure, 13),
  ];
  for (const power of x.powers) {
    const at = x.place(10 ** power);
    shapes.push({ kind: "line", from: [at, BOX.top], to: [at, BOX.bottom], stroke: "#e0e0e0" });
    shapes.push(text(at, BOX.bottom + 16, label(power), 12));
  }
  for (const power of y.powers) {
    const at = y.place(10 ** power);
    shapes.push({ kind: "line", from: [BOX.left, at], to: [BOX.right, at], stroke: "#e0e0e0" });
    shapes.push(text(BOX.left - 30, at, label(power), 12));
  }
  plot.series.forEach((series, i) => {
    const stroke = COLOURS[i % COLOURS.length]!;
    const points = series.points.map(([s, f]) => [x.place(s), y.place(f)] as const);
    if (points.length > 1) shapes.push({ kind: "polyline", points, stroke, strokeWidth: 2 });
    for (const [cx, cy] of points) shapes.push({ kind: "circle", cx, cy, r: 3.5, fill: stroke });
    const entry = { ...text(BOX.left + 12, BOX.top + 16 + 18 * i, series.name, 13), fill: stroke };
    shapes.push({ ...entry, align: "start" });
  });
  const alt = `${plot.title}: ${plot.figure} over ${plot.size}, ` +
    plot.series.map((s) => s.name).join(", ");
  return { width: WIDTH, height: HEIGHT, background: "#ffffff", alt, shapes };
}

function axis(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    powers: Array.from({ length: high - low + 1 }, (_, i) => low + i),
    place: (value: number) => from + (to - from) * (Math.log10(value) - low) / (high - low),
  };
}

function text(x: number, y: number, words: string, size: number) {
  return { kind: "text", x, y, text: words, size, fill: "#333333" as `#${string}` } as const;
}

/** Powers of ten in words that stay short. */
function label(power: number): string {
  return power >= -3 && power <= 4 ? String(10 ** power) : `1e${power}`;
}
