import * as v from "valibot";

const NUMBER = v.number();

/** The boxes of a picture, each with its objects: places in hundredths of a box, y down. */
export const WORLD = v.array(v.array(v.looseObject({
  x_loc: NUMBER,
  y_loc: NUMBER,
  size: v.pipe(NUMBER, v.minValue(1)),
  type: v.string(),
  color: v.string(),
})));

/** One thing in a box. */
export interface Thing {
  readonly color: string;
  readonly shape: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The things of a box, from its floor up. */
export type Box = readonly Thing[];

const SIDE = 100;

const COLOURS: Readonly<Record<string, string>> = { "#0099ff": "blue" };

/** The boxes of a picture. */
export function boxesOf(world: v.InferOutput<typeof WORLD>): readonly Box[] {
  return world.map((box) =>
    box.map(({ x_loc, y_loc, size, type, color }): Thing => ({
      color: COLOURS[color.toLowerCase()] ?? color.toLowerCase(),
      shape: type.toLowerCase(),
      ...{ left: x_loc, top: y_loc, right: x_loc + size, bottom: y_loc + size },
    })).toSorted((a, b) => b.bottom - a.bottom)
  );
}

/** Which walls of its box a thing touches. */
export function wallsOf({ left, top, right, bottom }: Thing): readonly string[] {
  return [
    ...left <= 0 ? ["left"] : [],
    ...right >= SIDE ? ["right"] : [],
    ...top <= 0 ? ["top"] : [],
    ...bottom >= SIDE ? ["bottom"] : [],
  ];
}

/** How far the blocks of a tower stand apart at the most. */
const GAP = 1;

/** Whether the things of a box are one tower: squares, each on the one below it. */
export function isTower(box: Box): boolean {
  return box.length > 0 && box.every(({ shape }) => shape === "square") &&
    box[0]!.bottom >= SIDE &&
    box.every((thing, i) =>
      i === 0 ||
      (thing.left === box[i - 1]!.left && Math.abs(box[i - 1]!.top - thing.bottom) <= GAP)
    );
}
