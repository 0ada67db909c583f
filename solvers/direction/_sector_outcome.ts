import type { PlaneFrame } from "../../geometry/frame.ts";
import { NO_DIRECTION, SectorClassifier, tiedBoundary } from "../../geometry/sector_classifier.ts";
import { SECTOR_SYSTEMS } from "../../geometry/sector_systems.ts";
import type { SectorSystem, ZeroDirection } from "../../geometry/sectors.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import type { SectorChoice } from "./sector_choice.ts";

const ready = new WeakMap<SectorSystem, Map<PlaneFrame, SectorClassifier>>();

/** The classifier asked for last, which most calls ask for again. */
let last: { choice: SectorChoice; frame: PlaneFrame; classifier: SectorClassifier } | null = null;

/** The classifier of a system that was used before, and so is known to be a system; else null. */
export function readyClassifier(choice: SectorChoice, frame: PlaneFrame): SectorClassifier | null {
  if (last !== null && last.choice === choice && last.frame === frame) return last.classifier;
  const system = typeof choice !== "string"
    ? choice
    : Object.hasOwn(SECTOR_SYSTEMS, choice)
    ? SECTOR_SYSTEMS[choice]
    : undefined;
  return system === undefined ? null : ready.get(system)?.get(frame) ?? null;
}

/** The classifier of a system, made once for each system object and frame. */
export function classifierOf(choice: SectorChoice, frame: PlaneFrame): SectorClassifier {
  if (last !== null && last.choice === choice && last.frame === frame) return last.classifier;
  const system = systemOf(choice);
  let frames = ready.get(system);
  if (frames === undefined) ready.set(system, frames = new Map());
  let classifier = frames.get(frame);
  if (classifier === undefined) {
    frames.set(frame, classifier = new SectorClassifier(system, frame));
  }
  last = { choice, frame, classifier };
  return classifier;
}

/** The system itself, whether it was given or named. */
function systemOf(choice: SectorChoice): SectorSystem {
  if (typeof choice !== "string") return choice;
  if (Object.hasOwn(SECTOR_SYSTEMS, choice)) return SECTOR_SYSTEMS[choice];
  const names = Object.keys(SECTOR_SYSTEMS).join(", ");
  throw new RangeError(
    `Cannot use sectors: ${JSON.stringify(choice)}, must be a system or one of ${names}`,
  );
}

/** Demands a system that measures from one of these zero directions. */
export function requireZero(system: SectorSystem, allowed: readonly ZeroDirection[]): void {
  if (allowed.includes(system.zero)) return;
  const names = allowed.map((zero) => JSON.stringify(zero)).join(" or ");
  throw new RangeError(
    `Cannot use sectors: zero is ${JSON.stringify(system.zero)}, must be ${names} here`,
  );
}

/** The answer for the vector (x, y), which is of any size; `none` tells why (0, 0) has none. */
export function sectorOutcome(
  classifier: SectorClassifier,
  { x, y }: { readonly x: bigint; readonly y: bigint },
  none: string,
): Outcome<string> {
  const code = classifier.bigCode(x, y);
  return outcomeOf(classifier, code, { margin: code < 0 ? 0 : classifier.bigMargin(x, y), none });
}

/** The answer for a vector of doubles, exact as they are. */
export function plainOutcome(
  classifier: SectorClassifier,
  x: number,
  y: number,
  none: string,
): Outcome<string> {
  const code = classifier.code(x, y);
  if (code < 0) return outcomeOf(classifier, code, { margin: 0, none });
  const value = classifier.marginOf(code, x, y);
  return exact(classifier.system.labels[code]!, { value, unit: "degree" });
}

function outcomeOf(
  { system: { labels } }: SectorClassifier,
  code: number,
  { margin, none }: { readonly margin: number; readonly none: string },
): Outcome<string> {
  if (code >= 0) return exact(labels[code]!, { value: margin, unit: "degree" });
  if (code === NO_DIRECTION) return impossible(none);
  const boundary = tiedBoundary(code);
  if (boundary < 0) return impossible("the direction lies on a boundary that belongs to no sector");
  const [before, after] = [labels.at(boundary - 1)!, labels[boundary]!];
  return before === after ? exact(after, { value: 0, unit: "degree" }) : tie([before, after]);
}
