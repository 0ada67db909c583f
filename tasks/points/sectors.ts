import type { PlaneFrame } from "../../geometry/frame.ts";
import { SectorClassifier } from "../../geometry/sector_classifier.ts";
import { SECTOR_SYSTEMS } from "../../geometry/sector_systems.ts";

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

/** Classifiers take microseconds to make, so that each is made once. */
const CLASSIFIERS = new Map<string, SectorClassifier>();

/** The classifier of a system in a frame. */
export function classifierOf(sectors: SectorName, frame: PlaneFrame): SectorClassifier {
  const key = `${sectors} ${frame}`;
  const classifier = CLASSIFIERS.get(key) ??
    new SectorClassifier(SECTOR_SYSTEMS[sectors], frame);
  CLASSIFIERS.set(key, classifier);
  return classifier;
}
