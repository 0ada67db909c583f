import type { ReadyScene } from "./ready_scene.ts";

/** Where the rays of a picture meet boxes: the depth along each ray, infinite where it misses. */
export interface Rays {
  /** The steps of the picture: so many rays across and down. */
  readonly across: number;
  readonly down: number;
  /** The size of a step in pixels. */
  readonly step: number;
  /** For each object asked about, the depth by ray, row by row. */
  readonly depths: readonly Float64Array[];
}

/**
 * Casts rays through the middles of a picture's cells, in doubles, by the scene as it was given:
 * a second look at what outlines decide, right but for the rims. A window is a part of the picture,
 * in pixels.
 */
export function castRays(
  scene: ReadyScene,
  name: string | number,
  objects: readonly number[],
  across = 96,
  window?: readonly [left: number, top: number, right: number, bottom: number],
): Rays {
  const { camera } = (scene.given.cameras ?? []).find((c) => c.name === name || c.time === name)!;
  const [fx, fy, cx, cy] = [camera.fx, camera.fy, camera.cx, camera.cy].map(num);
  const [x0, y0, x1, y1] = window ?? [0, 0, camera.width, camera.height];
  const step = (x1 - x0) / across;
  const down = window === undefined ? Math.max(1, Math.round(camera.height / step)) : across;
  const [right, below, ahead] = [camera.right, camera.down, camera.forward].map((v) => v.map(num));
  const boxes = objects.map((i) => {
    const { center, axes } = scene.given.objects[i]!.box;
    const d = center.map((x, k) => num(x) - num(camera.position[k]!));
    return { d, inverse: inverse(axes.map((m) => m.map(num))) };
  });
  const depths = boxes.map(() => new Float64Array(across * down).fill(Infinity));
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const u = (x0 + (column + 0.5) * step - cx!) / fx!;
      const v = (y0 + (row + 0.5) * ((y1 - y0) / down) - cy!) / fy!;
      const ray = ahead!.map((x, k) => x + u * right![k]! + v * below![k]!);
      boxes.forEach((box, n) => {
        depths[n]![row * across + column] = enters(box, ray);
      });
    }
  }
  return { across, down, step, depths };
}

/** How far along a ray a box begins; 0 within it. */
function enters(
  { d, inverse: m }: { readonly d: readonly number[]; readonly inverse: readonly number[] },
  ray: readonly number[],
): number {
  let [low, high] = [0, Infinity];
  for (let k = 0; k < 3; k++) {
    const row = [m[3 * k]!, m[3 * k + 1]!, m[3 * k + 2]!];
    const from = -(row[0]! * d[0]! + row[1]! * d[1]! + row[2]! * d[2]!);
    const speed = row[0]! * ray[0]! + row[1]! * ray[1]! + row[2]! * ray[2]!;
    if (speed === 0) {
      if (Math.abs(from) > 1) return Infinity;
      continue;
    }
    const [a, b] = [(-1 - from) / speed, (1 - from) / speed];
    low = Math.max(low, Math.min(a, b));
    high = Math.min(high, Math.max(a, b));
  }
  return low <= high ? low : Infinity;
}

/** The inverse of the matrix whose columns are the axes, row by row. */
function inverse(axes: readonly (readonly number[])[]): number[] {
  const [a, b, c] = axes as [number[], number[], number[]];
  const cross = (p: readonly number[], q: readonly number[]) => [
    p[1]! * q[2]! - p[2]! * q[1]!,
    p[2]! * q[0]! - p[0]! * q[2]!,
    p[0]! * q[1]! - p[1]! * q[0]!,
  ];
  const bc = cross(b, c);
  const det = a[0]! * bc[0]! + a[1]! * bc[1]! + a[2]! * bc[2]!;
  return [bc, cross(c, a), cross(a, b)].flat().map((x) => x / det);
}

function num(x: number | string): number {
  if (typeof x === "number") return x;
  const [n, d = "1"] = x.split("/") as [string, string?];
  return Number(n) / Number(d);
}
