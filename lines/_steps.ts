import type { DecimalSlot, IndexSlot, IntegerSlot, LineShape, Text } from "./template.ts";

/** A text that is looked up. */
export interface WordStep {
  readonly kind: "word";
  readonly column: number;
  /** The value of the column that the first word belongs to. */
  readonly least: number;
  /** Where this is not 0, the value is divided by it, and either part tells the word. */
  readonly unit: number;
  readonly part: "quotient" | "remainder";
  readonly words: readonly string[];
  /** So many bytes at the end of every word are not part of it: what comes next overwrites them. */
  readonly past: number;
}

/** The item's index in digits. */
export interface IndexStep {
  readonly kind: "index";
  readonly divisor: number;
  /** What stands behind the digits in every item. */
  readonly tail: string;
}

/** One step of writing a record, fragments already escaped. */
export type Step =
  | { readonly kind: "bytes"; readonly text: string }
  | WordStep
  | { readonly kind: "number"; readonly slot: IntegerSlot | DecimalSlot }
  | IndexStep
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

/** The steps that write a shape as a line of JSON: constants merged, small ranges as tables. */
export function lineSteps(shape: LineShape): readonly Step[] {
  return merged([...new StepMaker().shape(shape), bytes("\n")]);
}

class StepMaker {
  /** The words of numbers; those of equal slots are the same array. */
  readonly #words = new Map<string, readonly string[]>();

  shape(shape: LineShape): Step[] {
    if (shape === null || typeof shape !== "object") return [bytes(JSON.stringify(shape))];
    if (isArray(shape)) {
      return [bytes("["), ...separated(shape.map((s) => this.shape(s))), bytes("]")];
    }
    switch (shape.kind) {
      case "text":
        return [bytes('"'), ...this.#text(shape.text), bytes('"')];
      case "one-of":
        return [branch(shape.column, shape.shapes.map((s) => merged(this.shape(s))))];
      case "sequence": {
        const members = shape.shapes.map((s) => this.shape(s));
        return [bytes("["), ...upTo(shape.count, members, ","), bytes("]")];
      }
      case "object": {
        const fields = Object.entries(shape.fields);
        const steps = fields.map(([k, v]) => [bytes(`${JSON.stringify(k)}:`), ...this.shape(v)]);
        return [bytes("{"), ...separated(steps), bytes("}")];
      }
      default:
        return this.#number(shape);
    }
  }

  #text(text: Text): Step[] {
    if (typeof text === "string") return [bytes(escaped(text))];
    if (isArray(text)) return text.flatMap((t) => this.#text(t));
    switch (text.kind) {
      case "choice":
        return [branch(text.column, text.texts.map((t) => merged(this.#text(t))))];
      case "list":
        return upTo(text.count, text.texts.map((t) => this.#text(t)), escaped(text.between));
      default:
        return this.#number(text);
    }
  }

  #number(slot: IntegerSlot | DecimalSlot | IndexSlot): Step[] {
    if (slot.kind === "index") return [{ ...slot, tail: "" }];
    const { column, least, most } = slot;
    if (most - least < TABLE_LIMIT) {
      return [word(column, this.#numbers(slot, least, most), { least })];
    }
    return slot.kind === "decimal" && isInTwo(slot)
      ? this.#inTwo(slot)
      : [{ kind: "number", slot }];
  }

  #inTwo(slot: DecimalSlot): Step[] {
    const { column, scale, form, most } = slot;
    const unit = 10 ** scale;
    const whole = { kind: "integer", column, least: 0, most } as const;
    const wholes = this.#numbers(whole, 0, Math.floor(most / unit));
    const fractions = this.#kept(`. ${scale} ${form}`, () => fractionTexts(scale, form));
    return [
      word(column, wholes, { unit, part: "quotient" }),
      word(column, fractions, { unit, part: "remainder" }),
    ];
  }

  #numbers(slot: IntegerSlot | DecimalSlot, from: number, to: number): readonly string[] {
    const format = slot.kind === "decimal" ? `${slot.scale} ${slot.form}` : "";
    return this.#kept(`${from} ${to} ${format}`, () => numberTexts(slot, from, to));
  }

  #kept(key: string, make: () => readonly string[]): readonly string[] {
    const words = this.#words.get(key) ?? make();
    this.#words.set(key, words);
    return words;
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
  if (words.every((w) => w !== null)) return word(column, words);
  return { kind: "branch", column, cases };
}

/** The text of steps that write the same in every item. */
function constant(steps: readonly Step[]): string | null {
  const [only, more] = steps;
  if (only === undefined) return "";
  return more === undefined && only.kind === "bytes" ? only.text : null;
}

function word(column: number, words: readonly string[], rest: Partial<WordStep> = {}): WordStep {
  return { kind: "word", column, least: 0, unit: 0, part: "quotient", words, past: 0, ...rest };
}

/** Whether a decimal is short enough on both sides of its point to look both up. */
function isInTwo({ least, most, scale }: DecimalSlot): boolean {
  return least >= 0 && scale <= 3 && most / 10 ** scale < TABLE_LIMIT;
}

/** What stands behind the whole number in every decimal with so many digits, its point included. */
export function fractionTexts(scale: number, form: "fixed" | "short"): readonly string[] {
  const most = 10 ** scale - 1;
  const slot = { kind: "decimal", column: 0, scale, form, least: 0, most } as const;
  return numberTexts(slot, 0, most).map((text) => text.slice("0".length));
}

function numberTexts(
  slot: IntegerSlot | DecimalSlot,
  from: number,
  to: number,
): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => numberText(slot, from + i));
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
