import type { LineData } from "./line_data.ts";
import type { MixedLines } from "./line_program.ts";
import { WasmCode, type WasmFunction } from "./_wasm_code.ts";
import { HELPERS } from "./_wasm_emitter.ts";

/** How the writer of a record in WebAssembly is called. */
export interface RecordKernel {
  /**
   * Writes rows one behind the other; returns the address behind the last line.
   *
   * @param row the address of the first row
   * @param item its item, counted from where `start` set the counters
   * @param end the item behind the last
   * @param position the address to begin at
   */
  write(row: number, item: number, end: number, position: number): number;
  /** Where the rows begin. */
  readonly row: number;
  /** The bytes of a row. */
  readonly rowBytes: number;
  /** Sets the counters to an item; returns for how many items from it on they hold. */
  start(index: number): number;
}

/** The function that {@link WasmMixer.caller} makes. */
export type MixFunction = (slot: number, count: number, position: number) => number;

/** What the caller of the writers keeps for each: the address of its next row, and its item. */
const STATE_BYTES = 8, ITEM_OFFSET = 4;

/** The locals of the function. */
const SLOT = 0, COUNT = 1, POSITION = 2;

/**
 * Calls the writers of a module in the order of a cycle: a call from JavaScript for each item
 * would cost more than its line does.
 */
export class WasmMixer {
  readonly #order: readonly number[];
  readonly #stateAt: number;
  readonly #orderAt: number;

  constructor(data: LineData, order: readonly number[], records: number) {
    this.#order = order;
    this.#stateAt = data.reserve(STATE_BYTES * records);
    this.#orderAt = data.literal(new Uint8Array(Int32Array.from(order).buffer));
  }

  /** The function (slot, count, position) that writes items; `slot` is an address in the order. */
  caller(rowBytes: readonly number[]): WasmFunction {
    const code = new WasmCode();
    code.block().loop().get(COUNT).op("isZero").branchIf(1);
    code.choose(
      { local: SLOT, offset: 0 },
      rowBytes.map((bytes, record) => () => this.#call(code, record, bytes)),
    );
    code.get(SLOT).constant(4).op("add").set(SLOT);
    code.get(SLOT).constant(this.#orderAt + 4 * this.#order.length).op("isBelow", "isZero").if();
    code.constant(this.#orderAt).set(SLOT).op("end");
    code.get(COUNT).constant(1).op("sub").set(COUNT);
    code.branch(0).op("end", "end").get(POSITION);
    return { parameters: 3, locals: 0, code };
  }

  /** Writes the next row of a record. */
  #call(code: WasmCode, record: number, rowBytes: number): void {
    const row = this.#stateAt + STATE_BYTES * record;
    const item = row + ITEM_OFFSET;
    code.constant(0).load(row).constant(0).load(item);
    code.constant(0).load(item).constant(1).op("add").get(POSITION);
    code.call(HELPERS + record).set(POSITION);
    code.constant(0).constant(0).load(row).constant(rowBytes).op("add").store(row);
    code.constant(0).constant(0).load(item).constant(1).op("add").store(item);
  }

  /** What calls the function of a linked module. */
  link(
    kernels: readonly RecordKernel[],
    memory: WebAssembly.Memory,
    mix: MixFunction,
  ): MixedLines {
    const order = this.#order;
    const state = new Int32Array(memory.buffer, this.#stateAt, 2 * kernels.length);
    const items = new Float64Array(kernels.length);

    /** Sets all counters; returns for how many items they hold, whichever records those are of. */
    function start(): number {
      let span = Infinity;
      for (let i = 0; i < kernels.length; i++) {
        span = Math.min(span, kernels[i]!.start(items[i]!));
        state[2 * i + 1] = 0;
      }
      return span;
    }

    return {
      begin(starts) {
        items.set(starts);
        kernels.forEach(({ row }, i) => state[2 * i] = row);
      },
      next: (slot, count, position) => {
        let at = position;
        for (let done = 0; done < count;) {
          const some = Math.min(count - done, start());
          at = mix(this.#orderAt + 4 * ((slot + done) % order.length), some, at);
          for (let i = 0; i < kernels.length; i++) items[i]! += state[2 * i + 1]!;
          done += some;
        }
        return at;
      },
    };
  }
}
