import type { Step, WordStep } from "./_steps.ts";

/** Words of one place stand equally far from the beginnings of their tables. */
export function placeKey({ column, least, unit, part }: WordStep, stride: number): string {
  return [column, least, unit, part, stride].join(" ");
}

/** The places of which a row may write more than one word, each with a step that has it. */
export function sharedPlaces(
  steps: readonly Step[],
  strideOf: (step: WordStep) => number,
): ReadonlyMap<string, WordStep> {
  const found = new Map<string, WordStep>();
  const note = (step: WordStep) => {
    const key = placeKey(step, strideOf(step));
    found.set(key, step);
    return key;
  };
  const times = count(steps, note);
  for (const [key, many] of times) if (many < 2) found.delete(key);
  return found;
}

/** How often each place is written; of a branch, the case that has it most often counts. */
function count(steps: readonly Step[], keyOf: (step: WordStep) => string): Map<string, number> {
  const times = new Map<string, number>();
  const add = (key: string, many: number) => times.set(key, (times.get(key) ?? 0) + many);
  for (const step of steps) {
    if (step.kind === "word") add(keyOf(step), 1);
    else if (step.kind === "above") count(step.steps, keyOf).forEach((n, key) => add(key, n));
    else if (step.kind === "branch") most(step.cases, keyOf).forEach((n, key) => add(key, n));
  }
  return times;
}

function most(
  cases: readonly (readonly Step[])[],
  keyOf: (step: WordStep) => string,
): Map<string, number> {
  const times = new Map<string, number>();
  for (const steps of cases) {
    count(steps, keyOf).forEach((n, key) => times.set(key, Math.max(n, times.get(key) ?? 0)));
  }
  return times;
}
