import { frameOf } from "../geometry/space/convention.ts";
import { boxContact } from "../geometry/space/box_contact.ts";
import { orientedBox } from "../geometry/space/oriented_box.ts";
import { Rational } from "../geometry/space/rational.ts";
import { formatReal } from "../geometry/space/real.ts";
import { rotationMatrix } from "../geometry/space/rotation.ts";
import { objectDistance } from "../solvers/scene/measures.ts";
import { compareQuantities, Quantity } from "../solvers/scene/quantity.ts";
import { ReadyScene } from "../solvers/scene/ready_scene.ts";
import { solveScene } from "../solvers/scene/table.ts";

/** A box of SpatialReasoner: its position is the middle of its bottom. */
export interface ReasonerBox {
  readonly id: string;
  readonly position: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** About the vertical, in radians. */
  readonly angle: number;
}

/** A subject and what it is related to. */
export interface ReasonerPair {
  readonly reference: ReasonerBox;
  readonly target: ReasonerBox;
}

/** Lengths that differ by less are the same, and surfaces that near meet; in metres. */
const GAP = Rational.of(2n, 100n);
/** Angles that differ by less are the same: a twentieth of half a turn. */
const ANGLE = 0.05 * Math.PI;

/** Two boxes with what is asked of them again and again. */
class Pair {
  readonly reference: ReasonerBox;
  readonly target: ReasonerBox;
  readonly scene: ReadyScene;

  constructor({ reference, target }: ReasonerPair) {
    this.reference = reference;
    this.target = target;
    this.scene = new ReadyScene({
      frame: frameOf("pytorch3d"),
      objects: [
        {
          id: "reference",
          category: "box",
          box: boxOf(reference, "reference"),
          front: frontOf(reference),
        },
        { id: "target", category: "box", box: boxOf(target, "target") },
      ],
    });
  }

  /**
   * Where the target's centre is past the faces of the reference: -1, 0 or 1 for each of its own
   * axes, left, up and ahead.
   */
  sector(axis: 0 | 1 | 2): number {
    const { center, axes } = this.scene.table.integers.boxes[0]!;
    const other = this.scene.center(1);
    const m = axes[axis]!;
    const [along, size] = [[0, 1, 2], [0, 1, 2]].map((ks, n) =>
      ks.reduce((sum, k) => sum + (n === 0 ? other[k]! - center[k]! : m[k]!) * m[k]!, 0n)
    ) as [bigint, bigint];
    return along > size ? 1 : along < -size ? -1 : 0;
  }

  /** Whether the target sticks out of the reference on both sides, along some axis of it. */
  get passesThrough(): boolean {
    const { center, axes } = this.scene.table.integers.boxes[0]!;
    return axes.some((m) => {
      const size = m.reduce((sum, x) => sum + x * x, 0n);
      const along = this.scene.corners(1).map((p) =>
        p.reduce((sum, x, k) => sum + (x - center[k]!) * m[k]!, 0n)
      );
      return along.some((x) => x > size) && along.some((x) => x < -size);
    });
  }

  get overlaps(): boolean {
    return boxContact(this.scene.table, 0, 1) === "overlap";
  }

  /** Whether the surfaces are nearer than the gap. */
  get isClose(): boolean {
    const distance = objectDistance(this.scene, 0, 1, "nearest-surface");
    return compareQuantities(distance, Quantity.rational(GAP)) < 0;
  }

  /** Whether no corner of the inner box is out of the outer one by more than the gap. */
  contains(outer: "reference" | "target"): boolean {
    const [own, other] = outer === "reference" ? [0, 1] as const : [1, 0] as const;
    const { center, axes } = this.scene.table.integers.boxes[own]!;
    const { den } = this.scene;
    return axes.every((m) => {
      const size = m.reduce((sum, x) => sum + x * x, 0n);
      return this.scene.corners(other).every((p) => {
        const along = p.reduce((sum, x, k) => sum + (x - center[k]!) * m[k]!, 0n);
        const past = (along < 0n ? -along : along) - size;
        // past / |m| <= gap, in the integers of the boxes.
        return past <= 0n ||
          past * past * GAP.den * GAP.den <= size * (GAP.num * den) ** 2n;
      });
    });
  }

  /** Centres nearer than twice the radii of the footprints, and than 2.5 m. */
  get isNear(): boolean {
    const { reference: r, target: t } = this;
    const reach = Math.hypot(r.width, r.depth) + Math.hypot(t.width, t.depth);
    const distance = objectDistance(this.scene, 0, 1, "centre-3d").measured.approximate;
    return distance < Math.min(reach, 2.5);
  }

  /** How far the angles differ, at most half a turn. */
  get turn(): number {
    const turn = this.target.angle - this.reference.angle;
    return Math.abs(turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI)));
  }

  get isAligned(): boolean {
    return this.turn < ANGLE;
  }

  /** Whether a face of one lies in the plane of the same face of the other, but for the gap. */
  isFlush(axis: "x" | "z", side: 1 | -1): boolean {
    if (!this.isAligned) return false;
    const at = (box: ReasonerBox) => {
      const [x, , z] = box.position as [number, number, number];
      const { angle } = this.reference;
      const along = axis === "x"
        ? x * Math.cos(angle) - z * Math.sin(angle)
        : x * Math.sin(angle) + z * Math.cos(angle);
      return along + side * (axis === "x" ? box.width : box.depth) / 2;
    };
    return isSame(at(this.reference), at(this.target));
  }

  get hour(): string | null {
    const { outcome } = solveScene(this.scene.given, {
      query: "intrinsic-direction",
      args: { reference: "reference", target: "target" },
      variant: "clock",
    });
    return outcome.status === "exact" ? outcome.value as string : null;
  }
}

function boxOf(box: ReasonerBox, what: string) {
  const [x, y, z] = box.position as [number, number, number];
  const middle = Rational.from(y).plus(Rational.from(box.height).over(Rational.of(2n)));
  return orientedBox({
    center: [x, formatReal(middle), z],
    size: [box.width, box.height, box.depth],
    rotation: rotationMatrix([box.angle], { form: "angle", about: "+y", unit: "radian" }),
  }, what);
}

function frontOf({ angle }: ReasonerBox) {
  const turn = rotationMatrix([angle], { form: "angle", about: "+y", unit: "radian" });
  return [turn[2], 0, turn[8]] as const;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < GAP.toNumber();
}

/** Of areas and volumes, a share. */
function isLike(a: number, b: number): boolean {
  return Math.abs(a - b) < GAP.toNumber() * Math.max(a, b);
}

const volume = (b: ReasonerBox) => b.width * b.height * b.depth;
const footprint = (b: ReasonerBox) => b.width * b.depth;
const surface = (b: ReasonerBox) =>
  2 * (b.width * b.height + b.width * b.depth + b.height * b.depth);
const length = (b: ReasonerBox) => Math.max(b.width, b.depth, b.height);
const middle = (b: ReasonerBox) => [
  b.position[0]!,
  b.position[1]! + b.height / 2,
  b.position[2]!,
];
const isNearby = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((x, k) => x - b[k]!)) < GAP.toNumber();
const sameSizes = ({ reference: r, target: t }: Pair) =>
  isSame(r.width, t.width) && isSame(r.height, t.height) && isSame(r.depth, t.depth);

/** What each predicate means of a subject (the target) and an object (the reference). */
const PREDICATES: Readonly<Record<string, (pair: Pair) => boolean>> = {
  "left": (p) => p.sector(0) > 0,
  "right": (p) => p.sector(0) < 0,
  "above": (p) => p.sector(1) > 0,
  "below": (p) => p.sector(1) < 0,
  "ahead": (p) => p.sector(2) > 0,
  "behind": (p) => p.sector(2) < 0,
  "near": (p) => p.isNear,
  "far": (p) => !p.isNear,
  "disjoint": (p) => !p.overlaps,
  "inside": (p) => p.contains("reference"),
  "in": (p) => p.contains("reference"),
  "containing": (p) => p.contains("target"),
  "crossing": (p) => p.overlaps && !p.contains("target") && p.passesThrough,
  "overlapping": (p) =>
    p.overlaps && !p.contains("target") && !p.contains("reference") && !p.passesThrough,
  "touching": (p) => p.isClose && !p.overlaps,
  "meeting": (p) => p.isClose && (p.overlaps || isRight(p.turn)),
  "on top": (p) => p.sector(1) > 0 && p.isNear && !p.overlaps && p.isClose,
  "on": (p) => p.sector(1) > 0 && p.isNear && !p.overlaps && p.isClose,
  "beneath": (p) => p.sector(1) < 0 && p.isNear && !p.overlaps && p.isClose,
  "at left side": (p) => p.sector(0) > 0 && p.isNear && !p.overlaps,
  "at right side": (p) => p.sector(0) < 0 && p.isNear && !p.overlaps,
  "at front side": (p) => p.sector(2) > 0 && p.isNear && !p.overlaps,
  "at back side": (p) => p.sector(2) < 0 && p.isNear && !p.overlaps,
  "at upper side": (p) => p.sector(1) > 0 && p.isNear && !p.overlaps,
  "at lower side": (p) => p.sector(1) < 0 && p.isNear && !p.overlaps,
  "beside": (p) => p.isNear && p.sector(1) === 0 && !p.overlaps,
  "at": (p) => p.isNear && p.sector(1) === 0 && !p.overlaps && p.isClose && isRight(p.turn),
  "by": (p) => p.isNear && p.isClose && !p.overlaps,
  "aligned": (p) => p.isAligned,
  "front aligned": (p) => p.isFlush("z", 1),
  "back aligned": (p) => p.isFlush("z", -1),
  "left aligned": (p) => p.isFlush("x", 1),
  "right aligned": (p) => p.isFlush("x", -1),
  "orthogonal": (p) => Math.abs(p.turn - Math.PI / 2) < ANGLE,
  "opposite": (p) => Math.abs(p.turn - Math.PI) < ANGLE,
  "same center": ({ reference, target }) => isNearby(middle(reference), middle(target)),
  "same position": ({ reference, target }) => isNearby(reference.position, target.position),
  "same width": ({ reference, target }) => isSame(reference.width, target.width),
  "same height": ({ reference, target }) => isSame(reference.height, target.height),
  "same depth": ({ reference, target }) => isSame(reference.depth, target.depth),
  "same length": ({ reference, target }) => isSame(length(reference), length(target)),
  "same cuboid": sameSizes,
  "same front face": ({ reference: r, target: t }) =>
    isSame(r.width, t.width) && isSame(r.height, t.height),
  "same side face": ({ reference: r, target: t }) =>
    isSame(r.depth, t.depth) && isSame(r.height, t.height),
  "same footprint": ({ reference: r, target: t }) =>
    isSame(r.width, t.width) && isSame(r.depth, t.depth),
  "samesurface": ({ reference, target }) => isLike(surface(reference), surface(target)),
  "same volume": ({ reference, target }) => isLike(volume(reference), volume(target)),
  "congruent": (p) =>
    sameSizes(p) && isNearby(middle(p.reference), middle(p.target)) && p.isAligned,
  "smaller": ({ reference, target }) => volume(target) < volume(reference),
  "bigger": ({ reference, target }) => volume(target) > volume(reference),
  "shorter": ({ reference, target }) => length(target) < length(reference),
  "longer": ({ reference, target }) => length(target) > length(reference),
  "taller": ({ reference, target }) => target.height > reference.height,
  "thinner": ({ reference, target }) => footprint(target) < footprint(reference),
  "wider": ({ reference, target }) => footprint(target) > footprint(reference),
  "fitting": ({ reference: r, target: t }) =>
    t.width < r.width && t.height < r.height && t.depth < r.depth,
  "exceeding": ({ reference: r, target: t }) =>
    t.width > r.width || t.height > r.height || t.depth > r.depth,
  // What stands near an observer, and is not behind or over it, can be reached.
  "tangible": (p) => p.reference.id === "ego" && p.isNear && p.sector(2) >= 0 && p.sector(1) === 0,
  ...Object.fromEntries(
    [
      "twelve",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
    ]
      .map((word, k) => [
        `${word} o'clock`,
        (p: Pair) => p.reference.id === "ego" && p.hour === String(k === 0 ? 12 : k),
      ]),
  ),
};

function isRight(turn: number): boolean {
  const quarter = turn / (Math.PI / 2);
  return Math.abs(quarter - Math.round(quarter)) * (Math.PI / 2) < ANGLE;
}

/** Whether a predicate holds of a pair; null where it is not known. */
export function holdsOf(predicate: string, pair: ReasonerPair): boolean | null {
  if (!Object.hasOwn(PREDICATES, predicate)) return null;
  return PREDICATES[predicate]!(new Pair(pair));
}
