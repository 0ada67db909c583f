import type { PlaneFrame } from "../../geometry/frame.ts";
import { SectorClassifier } from "../../geometry/sector_classifier.ts";
import { SECTOR_SYSTEMS, SPARKLE_EIGHT, SPARKLE_FOUR } from "../../geometry/sector_systems.ts";
import type { SectorSystem } from "../../geometry/sectors.ts";

/** The sector systems that questions use. */
export const SYSTEMS = [
  "image-eight",
  "image-four",
  "quadrants",
  "sparkle-eight",
  "sparkle-four",
] as const;

/** The name of one of them. */
export type SectorName = typeof SYSTEMS[number];

/** Which sector of Sparkle's eight is the second "left", behind 180 degrees. */
const SECOND_LEFT = SPARKLE_EIGHT.labels.lastIndexOf("left");

/**
 * A system as a question states it: by its words, and no rule of what holds on a boundary. So
 * Sparkle's left is one direction, and what lies between two of its quadrants is a tie.
 */
export function systemOf(sectors: SectorName): SectorSystem {
  if (sectors === "sparkle-four") return { ...SPARKLE_FOUR, onBoundary: "tie" };
  if (sectors !== "sparkle-eight") return SECTOR_SYSTEMS[sectors];
  const { boundaries, labels, ...turned } = SPARKLE_EIGHT;
  const isKept = (_: unknown, i: number) => i !== SECOND_LEFT;
  return {
    ...turned,
    boundaries: boundaries.filter(isKept),
    labels: labels.filter(isKept),
    onBoundary: "tie",
  };
}

/** Classifiers take microseconds to make, so that each is made once. */
const CLASSIFIERS = new Map<string, SectorClassifier>();

/** The classifier of a system in a frame. */
export function classifierOf(sectors: SectorName, frame: PlaneFrame): SectorClassifier {
  const key = `${sectors} ${frame}`;
  const classifier = CLASSIFIERS.get(key) ??
    new SectorClassifier(systemOf(sectors), frame);
  CLASSIFIERS.set(key, classifier);
  return classifier;
}
