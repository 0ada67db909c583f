import type { SectorClassifier } from "../../geometry/sector_classifier.ts";

/**
 * A symmetry of the square that takes each answer to each other, -1 for none: bit 0 swaps x and y,
 * bits 1 and 2 then mirror. Boundaries that are closed on one side, and holes, have no image.
 */
export function sectorSymmetries({ classifier, answerOf, answers }: {
  readonly classifier: SectorClassifier;
  readonly answerOf: ArrayLike<number>;
  readonly answers: number;
}): number[][] {
  const found = Array.from(
    { length: answers },
    (_, from) => Array.from({ length: answers }, (_, to): number => from === to ? 0 : -1),
  );
  if ((classifier.system.onBoundary ?? "tie") !== "tie") return found;
  // Odd angles, so that none of their images stands on a boundary.
  for (let step = 0; step < 720; step++) {
    const angle = (step + 0.3137) * Math.PI / 360;
    const vector = [Math.cos(angle), Math.sin(angle)] as const;
    const from = answerOf[classifier.code(vector[0], vector[1])]!;
    for (let symmetry = 0; symmetry < 8; symmetry++) {
      const x = vector[symmetry & 1]!, y = vector[1 - (symmetry & 1)]!;
      const code = classifier.code(symmetry & 2 ? -x : x, symmetry & 4 ? -y : y);
      if (found[from]![answerOf[code]!] === -1) found[from]![answerOf[code]!] = symmetry;
    }
  }
  return found;
}
