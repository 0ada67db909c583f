import { type EqualSectorOptions, equalSectors, type SectorSystem } from "./sectors.ts";

const FOUR = ["north", "east", "south", "west"] as const;

const EIGHT = [
  "north",
  "northeast",
  "east",
  "southeast",
  "south",
  "southwest",
  "west",
  "northwest",
] as const;

const SIXTEEN = [
  "north",
  "north-northeast",
  "northeast",
  "east-northeast",
  "east",
  "east-southeast",
  "southeast",
  "south-southeast",
  "south",
  "south-southwest",
  "southwest",
  "west-southwest",
  "west",
  "west-northwest",
  "northwest",
  "north-northwest",
] as const;

const HOURS = ["12", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"] as const;

/** Compass: north, east, south, west, each 90 degrees wide and centred. */
export const FOUR_WINDS: SectorSystem = equalSectors(FOUR);

/** Compass: the eight winds from north to northwest, each 45 degrees wide and centred. */
export const EIGHT_WINDS: SectorSystem = equalSectors(EIGHT);

/** Compass: the sixteen winds from north to north-northwest, each 22.5 degrees wide and centred. */
export const SIXTEEN_WINDS: SectorSystem = equalSectors(SIXTEEN);

/**
 * Compass: the thirty-two points from north to "north by west", each 11.25 degrees wide and
 * centred, called as the mariner's compass calls them.
 */
export const THIRTY_TWO_WINDS: SectorSystem = equalSectors(thirtyTwoPoints());

/** The hours seen on a map's clock face, 12 at north, each hour centred on its mark. */
export const CLOCK_CENTRED: SectorSystem = equalSectors(HOURS);

/** The hours of a map's clock face, each from its mark to the next: 12 is 0 to 30 degrees. */
export const CLOCK_FLOORED: SectorSystem = equalSectors(HOURS, { first: 0 });

/** Image: right, top right, top, ..., bottom right, each 45 degrees wide and centred. */
export const IMAGE_EIGHT: SectorSystem = equalSectors([
  "right",
  "top right",
  "top",
  "top left",
  "left",
  "bottom left",
  "bottom",
  "bottom right",
], { zero: "east", turn: "counter-clockwise" });

/** Image: right, top, left, bottom, each 90 degrees wide and centred. */
export const IMAGE_FOUR: SectorSystem = equalSectors(["right", "top", "left", "bottom"], {
  zero: "east",
  turn: "counter-clockwise",
});

/** The four quadrants between the axes: top right, top left, bottom left, bottom right. */
export const QUADRANTS: SectorSystem = equalSectors([
  "top right",
  "top left",
  "bottom left",
  "bottom right",
], { zero: "east", turn: "counter-clockwise", first: 0 });

/**
 * Sparkle's eight directions to the letter: right, top, left and down are 22.5 degrees wide, the
 * diagonals 67.5, each closed where it starts (counter-clockwise); and exactly 180 degrees, though
 * inside of left, has no answer. "left" therefore stands in the list twice.
 */
export const SPARKLE_EIGHT: SectorSystem = {
  zero: "east",
  turn: "counter-clockwise",
  boundaries: [
    "-11.25",
    "11.25",
    "78.75",
    "101.25",
    "168.75",
    "180",
    "191.25",
    "258.75",
    "281.25",
  ],
  labels: [
    "right",
    "top right",
    "top",
    "top left",
    "left",
    "left",
    "down left",
    "down",
    "down right",
  ],
  onBoundary: ["next", "next", "next", "next", "next", "none", "next", "next", "next"],
};

/**
 * Sparkle's four directions to the letter: the quadrants, each closed where it starts
 * (counter-clockwise); exactly 180 degrees has no answer.
 */
export const SPARKLE_FOUR: SectorSystem = {
  zero: "east",
  turn: "counter-clockwise",
  boundaries: [0, 90, 180, 270],
  labels: ["top right", "top left", "down left", "down right"],
  onBoundary: ["next", "next", "none", "next"],
};

/** Facing: left and right of the way faced; exactly ahead and exactly behind are ties. */
export const LEFT_RIGHT: SectorSystem = {
  zero: "front",
  turn: "counter-clockwise",
  boundaries: [0, 180],
  labels: ["left", "right"],
};

/** Facing: in front and behind; exactly to a side is a tie. */
export const FRONT_BACK: SectorSystem = {
  zero: "front",
  turn: "counter-clockwise",
  boundaries: [-90, 90],
  labels: ["front", "back"],
};

/**
 * Facing, as in VSI-Bench's medium questions: left up to 135 degrees counter-clockwise, back to
 * 225, else right. Exactly ahead is a tie of left and right.
 */
export const LEFT_RIGHT_BACK: SectorSystem = {
  zero: "front",
  turn: "counter-clockwise",
  boundaries: [0, 135, 225],
  labels: ["left", "back", "right"],
};

/** Facing, as in VSI-Bench's hard questions: the four quadrants of the facing. */
export const FACING_QUADRANTS: SectorSystem = {
  zero: "front",
  turn: "counter-clockwise",
  boundaries: [0, 90, 180, 270],
  labels: ["front-left", "back-left", "back-right", "front-right"],
};

/** Facing: front, right, back, left, each 90 degrees wide and centred. */
export const FACING_FOUR: SectorSystem = equalSectors(["front", "right", "back", "left"], {
  zero: "front",
});

/** Facing: front, front-right, right, ..., front-left, each 45 degrees wide and centred. */
export const FACING_EIGHT: SectorSystem = equalSectors([
  "front",
  "front-right",
  "right",
  "back-right",
  "back",
  "back-left",
  "left",
  "front-left",
], { zero: "front" });

/** Facing: the hours of a clock with 12 straight ahead, each hour centred. */
export const FACING_CLOCK: SectorSystem = equalSectors(HOURS, { zero: "front" });

/**
 * The angle from the way faced, clockwise, to the nearest multiple of a step: the labels are
 * `"0"`, `"15"`, ..., `"345"` for a step of 15.
 *
 * @param step degrees, an integer that divides 360, at most 180
 * @param options as for {@link equalSectors}; the zero direction is `"front"` when left out
 * @returns the system
 * @throws RangeError for another step
 *
 * @example
 * ```ts
 * import { angleSectors } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(angleSectors(90).labels, ["0", "90", "180", "270"]);
 * ```
 */
export function angleSectors(
  step: number,
  { zero = "front", ...options }: Omit<EqualSectorOptions, "first"> = {},
): SectorSystem {
  if (!(Number.isInteger(step) && step >= 1 && step <= 180 && 360 % step === 0)) {
    throw new RangeError(
      `Cannot divide directions: the step is ${step}, must divide 360 and be at most 180`,
    );
  }
  const labels = Array.from({ length: 360 / step }, (_, i) => String(i * step));
  return equalSectors(labels, { zero, ...options });
}

/** The named systems, for instances that are stored as text. */
export const SECTOR_SYSTEMS = {
  "four-winds": FOUR_WINDS,
  "eight-winds": EIGHT_WINDS,
  "sixteen-winds": SIXTEEN_WINDS,
  "thirty-two-winds": THIRTY_TWO_WINDS,
  "clock-centred": CLOCK_CENTRED,
  "clock-floored": CLOCK_FLOORED,
  "image-four": IMAGE_FOUR,
  "image-eight": IMAGE_EIGHT,
  "quadrants": QUADRANTS,
  "sparkle-four": SPARKLE_FOUR,
  "sparkle-eight": SPARKLE_EIGHT,
  "left-right": LEFT_RIGHT,
  "front-back": FRONT_BACK,
  "left-right-back": LEFT_RIGHT_BACK,
  "facing-quadrants": FACING_QUADRANTS,
  "facing-four": FACING_FOUR,
  "facing-eight": FACING_EIGHT,
  "facing-clock": FACING_CLOCK,
} as const satisfies Readonly<Record<string, SectorSystem>>;

/** The name of a system in {@link SECTOR_SYSTEMS}. */
export type SectorSystemName = keyof typeof SECTOR_SYSTEMS;

/** The mariner's points: halfway between two of the sixteen winds stands "northeast by north". */
function thirtyTwoPoints(): string[] {
  return EIGHT.flatMap((wind, i) => {
    const isCardinal = i % 2 === 0;
    const next = EIGHT[(i + 1) % 8]!;
    const toward = isCardinal ? EIGHT[(i + 2) % 8]! : next;
    const from = isCardinal ? wind : EIGHT[i - 1]!;
    return [wind, `${wind} by ${toward}`, SIXTEEN[2 * i + 1]!, `${next} by ${from}`];
  });
}
