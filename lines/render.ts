import { numberText } from "./_steps.ts";
import type {
  DecimalSlot,
  IndexSlot,
  IntegerSlot,
  JsonValue,
  LineShape,
  Text,
} from "./template.ts";

/** Where an item's values stand. */
export interface Filling {
  /** The rows. */
  readonly rows: Int32Array;
  /** Where the item's row begins. */
  readonly at: number;
  /** The item's index. */
  readonly index: number;
}

/** A shape filled from a row, as a plain value: the slow and plain form of the byte writer. */
export function renderShape(shape: LineShape, from: Filling): JsonValue {
  if (shape === null || typeof shape !== "object") return shape;
  if (isArray(shape)) return shape.map((s) => renderShape(s, from));
  switch (shape.kind) {
    case "text":
      return renderText(shape.text, from);
    case "one-of":
      return renderShape(chosen(shape.shapes, shape.column, from), from);
    case "sequence":
      return shape.shapes.slice(0, cell(shape.count, from)).map((s) => renderShape(s, from));
    case "object": {
      const fields = Object.entries(shape.fields);
      return Object.fromEntries(fields.map(([k, v]) => [k, renderShape(v, from)]));
    }
    default:
      return Number(numeral(shape, from));
  }
}

/** A text filled from a row. */
export function renderText(text: Text, from: Filling): string {
  if (typeof text === "string") return text;
  if (isArray(text)) return text.map((t) => renderText(t, from)).join("");
  switch (text.kind) {
    case "choice":
      return renderText(chosen(text.texts, text.column, from), from);
    case "list": {
      const texts = text.texts.slice(0, cell(text.count, from));
      return texts.map((t) => renderText(t, from)).join(text.between);
    }
    default:
      return numeral(text, from);
  }
}

function numeral(slot: IntegerSlot | DecimalSlot | IndexSlot, from: Filling): string {
  if (slot.kind === "index") return String(Math.floor(from.index / slot.divisor));
  const value = cell(slot.column, from);
  if (value < slot.least || value > slot.most) {
    throw new RangeError(
      `Cannot write column ${slot.column}: ${value}, must be ${slot.least} to ${slot.most}`,
    );
  }
  return numberText(slot, value);
}

function chosen<T>(from: readonly T[], column: number, filling: Filling): T {
  const value = cell(column, filling);
  if (value >= 0 && value < from.length) return from[value]!;
  throw new RangeError(
    `Cannot choose by column ${column}: ${value}, must be 0 to ${from.length - 1}`,
  );
}

function cell(column: number, from: Filling): number {
  return from.rows[from.at + column]!;
}

function isArray<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
