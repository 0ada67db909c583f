/**
 * What a record is made of: fragments that are the same in every item, and slots that are filled
 * from the item's row of integers. One declaration gives both the object form
 * ({@link renderShape}) and the byte writer (`compileWasmLines`, with `compileScriptLines` its twin).
 */

/** An integer of the row. */
export interface IntegerSlot {
  /** Tells the slots apart. */
  readonly kind: "integer";
  /** The column of the row. */
  readonly column: number;
  /** The least value the column may hold. */
  readonly least: number;
  /** The greatest value the column may hold. */
  readonly most: number;
}

/** An integer of the row shown with a decimal point: `row[column] / 10^scale`. */
export interface DecimalSlot {
  /** Tells the slots apart. */
  readonly kind: "decimal";
  /** The column of the row. */
  readonly column: number;
  /** The number of digits behind the point, 1 to 6. */
  readonly scale: number;
  /** `fixed` always shows all of them, `short` leaves out zeros at the end: 2.50 or 2.5, 3.00 or 3. */
  readonly form: "fixed" | "short";
  /** The least value the column may hold. */
  readonly least: number;
  /** The greatest value the column may hold. */
  readonly most: number;
}

/** The item's index, or the number of its group. */
export interface IndexSlot {
  /** Tells the slots apart. */
  readonly kind: "index";
  /** The index is divided by this and rounded down. */
  readonly divisor: number;
}

/** One of several texts, by the value of a column counted from 0. */
export interface ChoiceSlot {
  /** Tells the slots apart. */
  readonly kind: "choice";
  /** The column that chooses. */
  readonly column: number;
  /** The texts. */
  readonly texts: readonly Text[];
}

/** The first so many of some texts, as many as a column says. */
export interface ListSlot {
  /** Tells the slots apart. */
  readonly kind: "list";
  /** The column that holds the number of texts. */
  readonly count: number;
  /** As many texts as there may be. */
  readonly texts: readonly Text[];
  /** What stands between two of them. */
  readonly between: string;
}

/** A text: a fragment, a slot, or texts one behind the other. */
export type Text =
  | string
  | IntegerSlot
  | DecimalSlot
  | IndexSlot
  | ChoiceSlot
  | ListSlot
  | readonly Text[];

/** A JSON string made of text. */
export interface TextShape {
  /** Tells the shapes apart. */
  readonly kind: "text";
  /** The text, without quotes or escapes. */
  readonly text: Text;
}

/** One of several shapes, by the value of a column counted from 0. */
export interface OneOfShape {
  /** Tells the shapes apart. */
  readonly kind: "one-of";
  /** The column that chooses. */
  readonly column: number;
  /** The shapes. */
  readonly shapes: readonly LineShape[];
}

/** A JSON array of the first so many of some shapes, as many as a column says. */
export interface SequenceShape {
  /** Tells the shapes apart. */
  readonly kind: "sequence";
  /** The column that holds the number of members. */
  readonly count: number;
  /** As many shapes as there may be. */
  readonly shapes: readonly LineShape[];
}

/** A JSON object with fixed keys, in order. */
export interface ObjectShape {
  /** Tells the shapes apart. */
  readonly kind: "object";
  /** The members. */
  readonly fields: Readonly<Record<string, LineShape>>;
}

/** A JSON value: a constant, a number from a slot, a text, or shapes put together. */
export type LineShape =
  | null
  | boolean
  | number
  | string
  | IntegerSlot
  | DecimalSlot
  | IndexSlot
  | TextShape
  | OneOfShape
  | SequenceShape
  | ObjectShape
  | readonly LineShape[];

/** A value that JSON can write. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * An integer of the row, as text or as a JSON number.
 *
 * @param column the column of the row
 * @param least the least value it may hold
 * @param most the greatest value it may hold
 */
export function integer(column: number, least: number, most: number): IntegerSlot {
  return { kind: "integer", column, least, most };
}

/**
 * An integer of the row shown with a decimal point, as text or as a JSON number; a plain integer
 * slot when the scale is 0.
 *
 * @param column the column of the row
 * @param range the least and the greatest value it may hold, before the point is set
 * @param format how many digits stand behind the point, and whether zeros at the end are shown
 */
export function decimal(
  column: number,
  range: { readonly least: number; readonly most: number },
  format: { readonly scale: number; readonly form?: "fixed" | "short" },
): DecimalSlot | IntegerSlot {
  const { scale, form = "short" } = format;
  const { least, most } = range;
  if (scale === 0) return integer(column, least, most);
  return { kind: "decimal", column, scale, form, least, most };
}

/** The item's index, as text or as a JSON number. */
export const INDEX: IndexSlot = { kind: "index", divisor: 1 };

/**
 * The number of the item's group.
 *
 * @param group how many items a group has
 */
export function indexOf(group: number): IndexSlot {
  return { kind: "index", divisor: group };
}

/**
 * One of several texts.
 *
 * @param column the column that chooses, from 0
 * @param texts the texts
 */
export function choice(column: number, texts: readonly Text[]): ChoiceSlot {
  return { kind: "choice", column, texts };
}

/**
 * The first so many of some texts.
 *
 * @param count the column that holds how many
 * @param texts as many as there may be
 * @param between what stands between two of them
 */
export function list(count: number, texts: readonly Text[], between = ", "): ListSlot {
  return { kind: "list", count, texts, between };
}

/**
 * A JSON string.
 *
 * @param parts the text, without quotes or escapes
 */
export function text(...parts: readonly Text[]): TextShape {
  return { kind: "text", text: parts };
}

/**
 * One of several JSON values.
 *
 * @param column the column that chooses, from 0
 * @param shapes the values
 */
export function oneOf(column: number, shapes: readonly LineShape[]): OneOfShape {
  return { kind: "one-of", column, shapes };
}

/**
 * A JSON array whose length a column says.
 *
 * @param count the column that holds the length
 * @param shapes as many members as there may be
 */
export function sequence(count: number, shapes: readonly LineShape[]): SequenceShape {
  return { kind: "sequence", count, shapes };
}

/**
 * A JSON object.
 *
 * @param fields its members, in order
 */
export function object(fields: Readonly<Record<string, LineShape>>): ObjectShape {
  return { kind: "object", fields };
}

/**
 * Fills the named slots of a wording: `"Where is {b}, seen from {a}?"`. Wordings are plain strings,
 * so that a translator needs no code; `{{` and `}}` stand for braces.
 *
 * @param wording the words
 * @param slots what each name stands for
 * @returns the text
 * @throws SyntaxError for a name that no slot has, or a lone brace
 *
 * @example
 * ```ts
 * import { fill, integer } from "@alidade/core/tasks";
 *
 * fill("{count} steps", { count: integer(0, 0, 99) });
 * ```
 */
export function fill(wording: string, slots: Readonly<Record<string, Text>>): Text {
  const parts: Text[] = [];
  for (const piece of wording.split(/(\{\{|\}\}|\{\w+\})/)) {
    if (piece === "{{" || piece === "}}") parts.push(piece[0]!);
    else if (/^\{\w+\}$/.test(piece)) parts.push(slotNamed(piece.slice(1, -1), wording, slots));
    else if (/[{}]/.test(piece)) {
      throw new SyntaxError(`Cannot read wording "${wording}": a lone brace, must be {name} or {{`);
    } else parts.push(piece);
  }
  return parts;
}

function slotNamed(name: string, wording: string, slots: Readonly<Record<string, Text>>): Text {
  const slot = slots[name];
  if (slot !== undefined) return slot;
  const known = Object.keys(slots).join(", ");
  throw new SyntaxError(
    `Cannot read wording "${wording}": no slot {${name}}, must be one of ${known}`,
  );
}
