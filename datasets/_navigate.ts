import { UnsupportedError } from "./_judging.ts";

const STEP = /^Take (\d+) steps?(?: (forward|backward|left|right))?$/;
const TURN = /^Turn (left|right|around)$/;

/** Quarter turns to the right. */
const QUARTERS: Readonly<Record<string, number>> = {
  forward: 0,
  right: 1,
  backward: 2,
  around: 2,
  left: 3,
};

/**
 * Where a walk of turns and steps ends; the first facing is along y, x lies to its right. Sideways
 * and backward steps keep the facing.
 *
 * @throws UnsupportedError for a sentence that is no turn or step
 */
export function walk(instructions: string): [x: number, y: number] {
  const ahead = [[0, 1], [1, 0], [0, -1], [-1, 0]] as const;
  let x = 0, y = 0, facing = 0;
  for (const sentence of instructions.split(".").map((s) => s.trim())) {
    if (sentence === "" || /^Always face (?:forward|backward|left|right)$/.test(sentence)) continue;
    const turn = TURN.exec(sentence);
    if (turn !== null) {
      facing += QUARTERS[turn[1]!]!;
      continue;
    }
    const step = STEP.exec(sentence);
    if (step === null) throw new UnsupportedError(`does not understand "${sentence}."`);
    const [dx, dy] = ahead[(facing + QUARTERS[step[2] ?? "forward"]!) % 4]!;
    x += dx * Number(step[1]);
    y += dy * Number(step[1]);
    if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) {
      throw new RangeError(
        `Cannot walk "${sentence}.": it leads beyond 2^53 steps, must stay below`,
      );
    }
  }
  return [x, y];
}
