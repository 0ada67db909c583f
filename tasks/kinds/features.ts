import { readFeature, schema } from "../../geometry/mod.ts";
import { exactSqrt, integerSqrt } from "../../geometry/integer_sqrt.ts";
import { formatScaled, toScaled } from "../../geometry/decimal.ts";
import { bounded, exact, impossible, type Outcome } from "../../solvers/outcome.ts";
import { featureDistance, isWithinDistance } from "../../solvers/regions/feature_distance.ts";
import { featureFault } from "../../solvers/regions/feature_validity.ts";
import {
  holdsBetween,
  matchesPattern,
  REGION_PREDICATES,
} from "../../solvers/regions/predicates.ts";
import { checkRelate, relate } from "../../solvers/regions/relate.ts";
import { isSimple } from "../../solvers/regions/simplicity.ts";
import type { Kind } from "../kind.ts";
import { TRUTH } from "./solver_kind.ts";

/** A feature as text or GeoJSON. */
type Given = string | object;

const GIVEN = schema.value<Given>(
  "well-known text, well-known binary in hexadecimal, or a GeoJSON geometry",
  (x) => typeof x === "string" || (typeof x === "object" && x !== null && !Array.isArray(x)),
);

const PAIR = { a: GIVEN, b: GIVEN };

/** What {@link featureRelation} asks about. */
export interface FeaturePair {
  /** A feature: well-known text or binary, or GeoJSON. */
  readonly a: string | object;
  /** Another. */
  readonly b: string | object;
}

/** How two features lie, as the nine characters of DE-9IM. */
export const featureRelation: Kind<FeaturePair, string> = {
  name: "feature-relation",
  schema: schema.object(PAIR),
  solve: ({ a, b }) => exact(relate(readFeature(a), readFeature(b))),
  frame: () => "none",
  say: (answer) => answer,
  read: (words) => /^[012Ff]{9}$/.test(words.trim()) ? words.trim().toUpperCase() : null,
  check({ a, b }, outcome) {
    if (outcome.status !== "exact") return `it is ${outcome.status}, must be exact`;
    const isRight = checkRelate(readFeature(a), readFeature(b), outcome.value);
    return isRight ? null : `the matrix is not ${outcome.value}`;
  },
};

/** What {@link featurePredicate} asks about. */
export interface FeatureClaim extends FeaturePair {
  /** A relation such as `covers`, read "a covers b", or a pattern of DE-9IM such as `T*F**F***`. */
  readonly relation: string;
}

/** Whether a relation holds between two features. */
export const featurePredicate: Kind<FeatureClaim, boolean> = {
  name: "feature-predicate",
  schema: schema.object({
    ...PAIR,
    relation: schema.value<string>(
      `${REGION_PREDICATES.join(", ")}, or nine of 0, 1, 2, F, T and *`,
      (x) => isPredicate(x) || typeof x === "string" && /^[012FT*]{9}$/i.test(x),
    ),
  }),
  solve({ a, b, relation }) {
    const [first, second] = [readFeature(a), readFeature(b)];
    return exact(
      isPredicate(relation)
        ? holdsBetween(relation, first, second)
        : matchesPattern(relate(first, second), relation),
    );
  },
  frame: () => "none",
  ...TRUTH,
};

/** What {@link featureState} asks about. */
export interface FeatureState {
  /** A feature: well-known text or binary, or GeoJSON. */
  readonly a: string | object;
  /** What it may be, as the OGC's Simple Features define it. */
  readonly is: "valid" | "simple" | "empty";
}

/** Whether a feature is valid, simple or empty. */
export const featureState: Kind<FeatureState, boolean> = {
  name: "feature-state",
  schema: schema.object({ a: GIVEN, is: schema.word(["valid", "simple", "empty"]) }),
  solve({ a, is }) {
    const feature = readFeature(a);
    if (is === "valid") return exact(featureFault(feature) === null);
    return exact(is === "simple" ? isSimple(feature) : feature.isEmpty);
  },
  frame: () => "none",
  ...TRUTH,
  explain({ a, is }) {
    const fault = is === "valid" ? featureFault(readFeature(a)) : null;
    return fault === null ? [] : [{ says: fault.reason }];
  },
};

/** What {@link featureDistanceKind} asks about. */
export interface FeatureGap extends FeaturePair {
  /** What the distance to an empty feature is: none, the default, or 0 as JTS has it. */
  readonly empty?: "none" | "zero";
}

/** The Euclidean distance between two features, in the unit of their coordinates. */
export const featureDistanceKind: Kind<FeatureGap, string> = {
  name: "feature-distance",
  schema: schema.object({ ...PAIR, empty: schema.optional(schema.word(["none", "zero"])) }),
  solve({ a, b, empty }): Outcome<string> {
    const squared = featureDistance(readFeature(a), readFeature(b));
    if (squared !== null) return rootOf(squared.num, squared.den);
    return empty === "zero" ? exact("0") : impossible("an empty feature has no distance");
  },
  frame: () => "none",
  say: (answer) => answer,
  read(words) {
    const text = words.trim();
    return /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?[0-3]?\d{1,2})?$/.test(text)
      ? plain(text)
      : null;
  },
};

/** What {@link featuresWithin} asks about. */
export interface FeatureReach extends FeaturePair {
  /** The greatest distance, exact as written. */
  readonly distance: number | string;
}

/** Whether two features are no further apart than some distance. */
export const featuresWithin: Kind<FeatureReach, boolean> = {
  name: "features-within",
  schema: schema.object({ ...PAIR, distance: schema.exact }),
  solve: ({ a, b, distance }) => exact(isWithinDistance(readFeature(a), readFeature(b), distance)),
  frame: () => "none",
  ...TRUTH,
};

/** The kinds of questions about features of the plane. */
export const FEATURE_KINDS: readonly Kind[] = [
  featureRelation,
  featurePredicate,
  featureState,
  featureDistanceKind,
  featuresWithin,
] as readonly Kind[];

function isPredicate(x: unknown): x is (typeof REGION_PREDICATES)[number] {
  return (REGION_PREDICATES as readonly unknown[]).includes(x);
}

/** Decimals of a distance that is no rational number. */
const PLACES = 30;

function rootOf(num: bigint, den: bigint): Outcome<string> {
  const [top, bottom] = [exactSqrt(num * den), den];
  if (top !== null) {
    const power = 10n ** BigInt(PLACES);
    if (top * power % bottom === 0n) return exact(formatScaled(top * power / bottom, PLACES));
  }
  const lower = integerSqrt(num * 100n ** BigInt(PLACES) / den);
  return bounded(formatScaled(lower, PLACES), formatScaled(lower + 1n, PLACES), "unit");
}

/** A number as the answers are written: without an exponent, or zeros at either end. */
function plain(text: string): string {
  const { values, scale } = toScaled([text]);
  return formatScaled(values[0]!, scale);
}
