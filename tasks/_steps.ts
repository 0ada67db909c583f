import type { DecimalSlot, IndexSlot, IntegerSlot, Shape, Text } from "./template.ts";

/** One step of writing a record, fragments already escaped. */
export type Step =
  | { readonly kind: "bytes"; readonly text: string }
  | {
    readonly kind: "word";
    readonly column: number;
    readonly least: number;
    readonly words: readonly string[];
  }
  | { readonly kind: "number"; readonly slot: IntegerSlot | DecimalSlot }
  | { readonly kind: "index"; readonly divisor: number }
  | {
    readonly kind: "branch";
    readonly column: number;
    readonly cases: readonly (readonly Step[])[];
  }
  | {
    readonly kind: "above";
    readonly column: number;
    readonly bound: number;
    readonly steps: readonly Step[];
  };

/** Slots with up to so many values are looked up rather than computed. */
const TABLE_LIMIT = 4096;

/** The steps that write a shape as JSON: constants merged, small ranges turned into tables. */
export function stepsOf(shape: Shape): readonly Step[] {
  return merged(shapeSteps(shape));
}

function shapeSteps(shape: Shape): Step[] {
  if (shape === null || typeof shape !== "object") return [bytes(JSON.stringify(shape))];
  if (isArray(shape)) return [bytes("["), ...separated(shape.map(shapeSteps)), bytes("]")];
  switch (shape.kind) {
    case "text":
      return [bytes('"'), ...textSteps(shape.text), bytes('"')];
    case "one-of":
      return [branch(shape.column, shape.shapes.map(stepsOf))];
    case "sequence":
      return [bytes("["), ...upTo(shape.count, shape.shapes.map(shapeSteps), ","), bytes("]")];
    case "object": {
      const fields = Object.entries(shape.fields);
      const steps = fields.map(([k, v]) => [bytes(`${JSON.stringify(k)}:`), ...shapeSteps(v)]);
      return [bytes("{"), ...separated(steps), bytes("}")];
    }
    default:
      return [numberStep(shape)];
  }
}

function textSteps(text: Text): Step[] {
  if (typeof text === "string") return [bytes(escaped(text))];
  if (isArray(text)) return text.flatMap(textSteps);
  switch (text.kind) {
    case "choice":
      return [branch(text.column, text.texts.map((t) => merged(textSteps(t))))];
    case "list":
      return upTo(text.count, text.texts.map(textSteps), escaped(text.between));
    default:
      return [numberStep(text)];
  }
}

function bytes(text: string): Step {
  return { kind: "bytes", text };
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function separated(parts: readonly Step[][]): Step[] {
  return parts.flatMap((steps, i) => i === 0 ? steps : [bytes(","), ...steps]);
}

/** The i-th part is written where the column is above i; the conditions nest, so one test ends it. */
function upTo(column: number, parts: readonly Step[][], between: string): Step[] {
  return parts.reduceRight<Step[]>((rest, part, i) => {
    const steps = merged([...(i === 0 ? [] : [bytes(between)]), ...part, ...rest]);
    return [{ kind: "above", column, bound: i, steps }];
  }, []);
}

function branch(column: number, cases: readonly (readonly Step[])[]): Step {
  const words = cases.map(constant);
  if (words.every((w) => w !== null)) return { kind: "word", column, least: 0, words };
  return { kind: "branch", column, cases };
}

/** The text of steps that write the same in every item. */
function constant(steps: readonly Step[]): string | null {
  const [only, more] = steps;
  if (only === undefined) return "";
  return more === undefined && only.kind === "bytes" ? only.text : null;
}

function numberStep(slot: IntegerSlot | DecimalSlot | IndexSlot): Step {
  if (slot.kind === "index") return slot;
  const size = slot.most - slot.least + 1;
  if (size > TABLE_LIMIT) return { kind: "number", slot };
  const words = Array.from({ length: size }, (_, i) => numberText(slot, slot.least + i));
  return { kind: "word", column: slot.column, least: slot.least, words };
}

/** A slot's value in digits. */
export function numberText(slot: IntegerSlot | DecimalSlot, value: number): string {
  if (slot.kind === "integer") return String(value);
  const sign = value < 0 ? "-" : "";
  const digits = String(Math.abs(value)).padStart(slot.scale + 1, "0");
  const whole = digits.slice(0, -slot.scale);
  const fraction = digits.slice(-slot.scale);
  if (slot.form === "fixed") return `${sign}${whole}.${fraction}`;
  const short = fraction.replace(/0+$/, "");
  return short === "" ? sign + whole : `${sign}${whole}.${short}`;
}

function merged(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    if (step.kind === "bytes" && last?.kind === "bytes") {
      out[out.length - 1] = bytes(last.text + step.text);
    } else if (step.kind !== "bytes" || step.text !== "") out.push(step);
  }
  return out;
}

function isArray<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
