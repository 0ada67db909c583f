/** Units of length, area and volume, each as so many metres, square or cubic metres. */
export const UNITS: Readonly<Record<LengthUnit, string>> = {
  mm: "0.001",
  cm: "0.01",
  m: "1",
  km: "1000",
  inch: "0.0254",
  foot: "0.3048",
  cm2: "0.0001",
  m2: "1",
  cm3: "0.000001",
  litre: "0.001",
  m3: "1",
};

/** A unit of length, area or volume. */
export type LengthUnit =
  | "mm"
  | "cm"
  | "m"
  | "km"
  | "inch"
  | "foot"
  | "cm2"
  | "m2"
  | "cm3"
  | "litre"
  | "m3";

/** How units are written, the longer ones first. */
const WRITTEN: readonly (readonly [RegExp, LengthUnit])[] = [
  [/(?:cubic\s+(?:meters?|metres?|m)|m\^?3|m³)/, "m3"],
  [/(?:cubic\s+(?:centimeters?|centimetres?|cm)|cm\^?3|cm³)/, "cm3"],
  [/(?:liters?|litres?|l)/, "litre"],
  [/(?:square\s+(?:meters?|metres?|m)|m\^?2|m²|sqm)/, "m2"],
  [/(?:square\s+(?:centimeters?|centimetres?|cm)|cm\^?2|cm²)/, "cm2"],
  [/(?:millimeters?|millimetres?|mm)/, "mm"],
  [/(?:centimeters?|centimetres?|cm)/, "cm"],
  [/(?:kilometers?|kilometres?|km)/, "km"],
  [/(?:meters?|metres?|m)/, "m"],
  [/(?:inch(?:es)?|in)/, "inch"],
  [/(?:foot|feet|ft)/, "foot"],
];

const KIND: Readonly<Record<LengthUnit, number>> = {
  ...{ mm: 1, cm: 1, m: 1, km: 1, inch: 1, foot: 1 },
  ...{ cm2: 2, m2: 2, cm3: 3, litre: 3, m3: 3 },
};

/** A unit right behind a number. */
const BEHIND = WRITTEN.map(([form, unit]) =>
  [new RegExp(`\\d\\s*${form.source}(?![\\p{L}\\d^²³])`, "iu"), unit] as const
);

/** A measure in words: the words without their unit, and what the number must be multiplied by. */
export interface Measured {
  /** The words, the unit left out. */
  readonly words: string;
  /** A decimal of at most 40 places: exact but for inches and feet from metres. */
  readonly factor: string;
}

/** Finds the unit of a number in words; null where they name none of the kind of `unit`. */
export function measuredIn(words: string, unit: LengthUnit): Measured | null {
  for (const [form, found] of BEHIND) {
    const match = form.exec(words);
    if (match === null) continue;
    if (KIND[found] !== KIND[unit]) return null;
    const rest = words.slice(0, match.index + 1) + words.slice(match.index + match[0].length);
    return { words: rest, factor: quotient(UNITS[found], UNITS[unit]) };
  }
  return null;
}

const PLACES = 40;

function quotient(a: string, b: string): string {
  const scaled = (text: string): bigint => {
    const [whole, fraction = ""] = text.split(".") as [string, string?];
    return BigInt(whole + fraction.padEnd(6, "0"));
  };
  const digits = scaled(a) * 10n ** BigInt(PLACES) / scaled(b);
  const text = String(digits).padStart(PLACES + 1, "0");
  return `${text.slice(0, -PLACES)}.${text.slice(-PLACES)}`;
}
