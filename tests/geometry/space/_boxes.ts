import {
  type Matrix3,
  type OrientedBox,
  orientedBox,
  rotationMatrix,
} from "../../../geometry/mod.ts";

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** A box of any orientation; one in three on a coarse lattice, one in ten extents a needle's. */
export function randomBox(next: () => number): OrientedBox {
  const coarse = next() < 0.35;
  const place = () =>
    coarse ? Math.round(8 * next() - 4) / 2 : Math.round(4000 * next() - 2000) / 1e3;
  const extent = () =>
    next() < 0.1
      ? 0.001
      : coarse
      ? Math.ceil(4 * next()) / 2
      : Math.round(100 + 2000 * next()) / 1e3;
  return orientedBox({
    center: [place(), place(), place()],
    size: [extent(), extent(), extent()],
    rotation: randomRotation(next),
  });
}

/** None, about one axis, of rational entries, or any. */
export function randomRotation(next: () => number): Matrix3 {
  const kind = next();
  if (kind < 0.3) return [1, 0, 0, 0, 1, 0, 0, 0, 1];
  if (kind < 0.5) return [0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1];
  if (kind < 0.7) {
    return rotationMatrix([next() * 360], { form: "angle", about: "+y", unit: "degree" });
  }
  const q = Array.from({ length: 4 }, () => next() - 0.5);
  const length = Math.hypot(...q);
  const unit = length === 0 ? [0, 0, 0, 1] : q.map((x) => x / length);
  return rotationMatrix(unit, { form: "quaternion", order: "xyzw" });
}
