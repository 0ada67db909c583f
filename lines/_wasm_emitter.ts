import { type Counter, COUNTER_SIZE, HEAD_ENTRY, HEAD_TABLE, LOW, REST } from "./_line_clock.ts";
import { DIGITS, type LineData, type TextTable, THOUSAND, UNIT } from "./line_data.ts";
import { SLACK } from "./line_program.ts";
import type { IndexStep, Step, WordStep } from "./_steps.ts";
import type { DecimalSlot, IntegerSlot } from "./template.ts";
import { WasmCode, type WasmFunction } from "./_wasm_code.ts";
import { placeKey, sharedPlaces } from "./_word_places.ts";

/** The locals of the writer: parameters first, then those for words that occur more than once. */
const ROW = 0, ITEM = 1, END = 2, POSITION = 3, ENTRY = 4, VALUE = 5, SHARED = 6;

/** How many of them are parameters. */
const PARAMETERS = 4;

/** The functions that writers call; they come first in a module. */
const WRITE_DIGITS = 0, COPY = 1;

/** How many they are. */
export const HELPERS = 2;

/** Texts of more bytes are copied by a loop rather than by instructions of their own. */
const UNROLL_LIMIT = 32 * UNIT;

/** Words may be stored whole, whatever their length, as far as the slack allows. */
const WHOLE_LIMIT = SLACK;

const MINUS = 45;

/** The functions that writers call. */
export function helpers(data: LineData): readonly WasmFunction[] {
  return [new WasmEmitter(data).digitWriter(), copier()];
}

/** Turns the steps of a record into code, and adds what the code reads to the data. */
export class WasmEmitter {
  readonly counters: Counter[] = [];
  readonly #data: LineData;
  /** The locals that hold how far into its table a word is, by the key of its place. */
  readonly #shared = new Map<string, number>();

  constructor(data: LineData) {
    this.#data = data;
  }

  /**
   * The function (row, item, end, position) that writes the rows of the items from `item` to
   * before `end`, which are counted from where the counters were set.
   */
  writer(steps: readonly Step[], rowBytes: number): WasmFunction {
    const code = new WasmCode();
    code.block().loop().get(ITEM).get(END).op("isBelow", "isZero").branchIf(1);
    this.#share(code, steps);
    this.#block(code, steps);
    code.get(ROW).constant(rowBytes).op("add").set(ROW);
    code.get(ITEM).constant(1).op("add").set(ITEM);
    code.branch(0).op("end", "end").get(POSITION);
    const locals = SHARED - PARAMETERS + this.#shared.size;
    return { parameters: PARAMETERS, locals, code };
  }

  /** Works out once where the words are that occur more than once, whatever their tables. */
  #share(code: WasmCode, steps: readonly Step[]): void {
    const strideOf = (step: WordStep) => this.#data.table(step.words).stride;
    for (const [key, step] of sharedPlaces(steps, strideOf)) {
      const local = SHARED + this.#shared.size;
      this.#place(code, step, strideOf(step));
      code.set(local);
      this.#shared.set(key, local);
    }
  }

  /** The function (value, _, _, position) that writes a number of 0 to 2^32 - 1. */
  digitWriter(): WasmFunction {
    const value = ROW;
    const code = new WasmCode();
    code.get(value).constant(THOUSAND).op("isBelow").if();
    this.#pick(code, this.#data.digits("plain"), () => code.get(value));
    code.op("else");
    this.#callDigits(code, () => code.get(value).constant(THOUSAND).op("divide"));
    this.#pick(
      code,
      this.#data.digits("padded"),
      () => code.get(value).constant(THOUSAND).op("remainder"),
    );
    code.op("end");
    this.#put(code, { ...this.#data.digits("padded"), at: 0 });
    code.get(POSITION);
    return { parameters: PARAMETERS, locals: 1, code };
  }

  #callDigits(code: WasmCode, value: () => void): void {
    value();
    code.constant(0).constant(0).get(POSITION).call(WRITE_DIGITS).set(POSITION);
  }

  #block(code: WasmCode, steps: readonly Step[]): void {
    for (const step of steps) this.#step(code, step);
  }

  #step(code: WasmCode, step: Step): void {
    switch (step.kind) {
      case "bytes":
        return this.#bytes(code, new TextEncoder().encode(step.text));
      case "word":
        return this.#word(code, step);
      case "index":
        return this.#index(code, step);
      case "number":
        return this.#number(code, step.slot);
      case "above":
        code.get(ROW).load(columnAt(step.column)).constant(step.bound).op("isAbove").if();
        this.#block(code, step.steps);
        code.op("end");
        return;
      case "branch":
        code.choose(
          { local: ROW, offset: columnAt(step.column) },
          step.cases.map((steps) => () => this.#block(code, steps)),
        );
    }
  }

  #bytes(code: WasmCode, text: Uint8Array): void {
    const at = this.#data.literal(text);
    if (text.length > UNROLL_LIMIT) {
      code.constant(at).constant(text.length).get(POSITION);
      code.call(COPY).set(POSITION);
      return;
    }
    for (let i = 0; i < text.length; i += UNIT) {
      code.copy({ offset: at + i }, { local: POSITION, offset: i });
    }
    code.get(POSITION).constant(text.length).op("add").set(POSITION);
  }

  #word(code: WasmCode, step: WordStep): void {
    const table = this.#data.table(step.words);
    const shared = this.#shared.get(placeKey(step, table.stride));
    if (shared === undefined) {
      this.#place(code, step, table.stride);
      code.set(ENTRY);
    }
    this.#put(code, table, { local: shared ?? ENTRY, past: step.past });
  }

  /** Pushes how far a word is from the beginning of its table. */
  #place(code: WasmCode, { column, least, unit, part }: WordStep, stride: number): void {
    code.get(ROW).load(columnAt(column));
    if (least !== 0) code.constant(least).op("sub");
    if (unit > 0) code.constant(unit).op(part === "quotient" ? "divide" : "remainder");
    code.constant(stride).op("mul");
  }

  /** ENTRY becomes the address of a table's entry. */
  #pick(code: WasmCode, { at, stride }: TextTable, index: () => void): void {
    index();
    code.constant(stride).op("mul").constant(at).op("add").set(ENTRY);
  }

  /** Writes the entry of a table that is as far from the table's beginning as a local from 0. */
  #put(
    code: WasmCode,
    { at, stride, lengthBytes }: TextTable,
    { local = ENTRY, past = 0 }: { readonly local?: number; readonly past?: number } = {},
  ): void {
    const loadLength = () => {
      const offset = at + stride - lengthBytes;
      code.get(local);
      if (lengthBytes === 1) code.loadByte(offset);
      else code.loadShort(offset);
    };
    if (stride > WHOLE_LIMIT) {
      code.get(local).constant(at).op("add");
      loadLength();
      code.get(POSITION).call(COPY).set(POSITION);
      return;
    }
    for (let i = 0; i < stride; i += UNIT) {
      code.copy({ local, offset: at + i }, { local: POSITION, offset: i });
    }
    loadLength();
    if (past > 0) code.constant(past).op("sub");
    code.get(POSITION).op("add").set(POSITION);
  }

  #index(code: WasmCode, { divisor, tail }: IndexStep): void {
    const { at } = this.#counter(divisor, tail);
    code.constant(at).set(ENTRY);
    this.#put(code, HEAD_ENTRY);
    code.constant(0).load(at + HEAD_TABLE);
    if (divisor === 1) code.get(ITEM);
    else code.constant(0).load(at + REST).get(ITEM).op("add").constant(divisor).op("divide");
    code.constant(0).load(at + LOW).op("add").constant(UNIT).op("mul", "add").set(ENTRY);
    this.#put(code, { ...this.#data.digits("padded", tail), at: 0 });
  }

  #counter(divisor: number, tail: string): Counter {
    const known = this.counters.find((c) => c.divisor === divisor && c.tail === tail);
    if (known !== undefined) return known;
    // Either table may be the one that the counter points to.
    for (const form of ["plain", "padded"] as const) this.#data.digits(form, tail);
    const counter = { divisor, tail, at: this.#data.reserve(COUNTER_SIZE) };
    this.counters.push(counter);
    return counter;
  }

  #number(code: WasmCode, slot: IntegerSlot | DecimalSlot): void {
    code.get(ROW).load(columnAt(slot.column)).set(VALUE);
    if (slot.least < 0) {
      code.get(VALUE).constant(0).op("isNegative").if();
      code.get(POSITION).constant(MINUS).storeByte();
      code.get(POSITION).constant(1).op("add").set(POSITION);
      code.constant(0).get(VALUE).op("sub").set(VALUE).op("end");
    }
    const unit = slot.kind === "integer" ? 1 : 10 ** slot.scale;
    this.#callDigits(code, () => code.get(VALUE).constant(unit).op("divide"));
    if (slot.kind === "decimal") this.#fraction(code, slot, unit);
  }

  /** Writes the point of VALUE and the digits behind it: at most three by one table, more by two. */
  #fraction(code: WasmCode, { scale, form }: DecimalSlot, unit: number): void {
    const upper = scale > DIGITS ? scale - DIGITS : scale;
    const below = scale > DIGITS ? THOUSAND : 1;
    const digits = () => {
      code.get(VALUE).constant(unit).op("remainder").constant(below).op("divide");
    };
    const lower = () => code.get(VALUE).constant(THOUSAND).op("remainder");
    const put = (table: TextTable, index: () => void) => {
      this.#pick(code, table, index);
      this.#put(code, { ...table, at: 0 });
    };
    if (scale <= DIGITS) return put(this.#data.fractions(scale, form), digits);
    if (form === "fixed") {
      put(this.#data.fractions(upper, "fixed"), digits);
      return put(this.#data.digits("padded"), lower);
    }
    lower();
    code.op("isZero").if();
    put(this.#data.fractions(upper, "short"), digits);
    code.op("else");
    put(this.#data.fractions(upper, "fixed"), digits);
    put(this.#data.endings(), lower);
    code.op("end");
  }
}

/** Rows are addressed as they stand: the caller passes where the first begins. */
function columnAt(column: number): number {
  return 4 * column;
}

/** The function (from, length, to) that copies bytes in units, and returns where they end. */
function copier(): WasmFunction {
  const from = 0, length = 1, to = 2;
  const code = new WasmCode()
    .get(to).get(length).op("add").set(length)
    .block().loop()
    .get(to).get(length).op("isBelow", "isZero").branchIf(1)
    .copy({ local: from, offset: 0 }, { local: to, offset: 0 })
    .get(from).constant(UNIT).op("add").set(from)
    .get(to).constant(UNIT).op("add").set(to)
    .branch(0).op("end", "end")
    .get(length);
  return { parameters: 3, locals: 0, code };
}
