import type { TourShape } from "../problem.ts";

/** Points at most in a batch. */
const BATCH_LIMIT = 12;

/** The form of a batch's tours as the kernel takes it. */
export interface BatchForm {
  /** How many points each instance has. */
  readonly n: number;
  /** 1 where point 0 comes first, else 0. */
  readonly head: number;
  /** 1 where point 0 comes back, 2 where point n - 1 comes last, else 0. */
  readonly tail: number;
  /** How many points have no fixed place. */
  readonly inner: number;
  /** How many steps a tour has. */
  readonly steps: number;
  /** Whether weights are the same in both directions. */
  readonly symmetric: boolean;
}

/** @throws RangeError for a size or a form that the kernel cannot solve */
export function readForm(
  n: number,
  { form, fixedStart = false, fixedEnd = false, directed = false }: {
    readonly form: TourShape["form"];
    readonly fixedStart?: boolean;
    readonly fixedEnd?: boolean;
    readonly directed?: boolean;
  },
): BatchForm {
  if (form !== "closed" && form !== "open") {
    throw new RangeError(`Cannot open batch: form ${JSON.stringify(form)}, must be closed or open`);
  }
  const closed = form === "closed";
  if (closed && (fixedStart || fixedEnd)) {
    throw new RangeError("Cannot open batch: closed tours with a fixed start or end, must be open");
  }
  const least = closed || (fixedStart && fixedEnd) ? 3 : 2;
  if (!Number.isInteger(n) || n < least || n > BATCH_LIMIT) {
    throw new RangeError(
      `Cannot open batch: ${n} points, must be ${least} to ${BATCH_LIMIT} for these tours`,
    );
  }
  return {
    n,
    head: closed || fixedStart ? 1 : 0,
    tail: closed ? 1 : fixedEnd ? 2 : 0,
    inner: n - Number(closed || fixedStart) - Number(fixedEnd),
    steps: closed ? n : n - 1,
    symmetric: !directed,
  };
}
