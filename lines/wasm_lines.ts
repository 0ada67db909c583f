import { fuse } from "./_fuse.ts";
import { Clock, type Counter } from "./_line_clock.ts";
import { LineData } from "./line_data.ts";
import {
  type LineItems,
  type LineOptions,
  type LineProgram,
  type LineRecord,
  longestOf,
  PAGE,
} from "./line_program.ts";
import { lineSteps, type Step } from "./_steps.ts";
import { type WasmFunction, wasmModule } from "./_wasm_code.ts";
import { HELPERS, helpers, WasmEmitter } from "./_wasm_emitter.ts";
import { type MixFunction, type RecordKernel, WasmMixer } from "./_wasm_mixer.ts";

/**
 * Compiles records to WebAssembly: straight-line code that copies fragments and the words of
 * tables 16 bytes at a time. All records share one module, so that equal tables are there once.
 *
 * @param records what is written
 * @param options how many rows there are, and the order of records
 * @returns the program
 * @throws CompileError where the engine has no WebAssembly with SIMD
 */
export function compileWasmLines(
  records: readonly LineRecord[],
  { batch, base, order = [0] }: LineOptions,
): LineProgram {
  const data = new LineData(base);
  const steps = records.map(({ shape }) => lineSteps(shape));
  const writers = records.map(({ width }, i) => writerOf(steps[i]!, width, data));
  const mixer = new WasmMixer(data, order, records.length);
  const mix = mixer.caller(writers.map((w) => w.rowBytes));
  const functions = [...helpers(data), ...writers.map((w) => w.code), mix];
  const rowsAt = writers.map(({ rowBytes }) => data.reserve(rowBytes * batch));
  const bytes = wasmModule(functions, {
    ...Object.fromEntries(writers.map((_, i) => [`write${i}`, HELPERS + i])),
    mix: functions.length - 1,
  }, Math.ceil((base + data.size) / PAGE));
  const module = new WebAssembly.Module(bytes);
  return {
    longest: Math.max(...steps.map(longestOf)),
    room: data.size,
    link(memory) {
      data.copyTo(new Uint8Array(memory.buffer));
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      const kernels = writers.map(({ counters, rowBytes }, i): RecordKernel => {
        const clocks = counters.map((c) => new Clock(c, memory, data));
        return {
          write: exports[`write${i}`] as RecordKernel["write"],
          ...{ row: rowsAt[i]!, rowBytes },
          start: (index) => started(clocks, index),
        };
      });
      return {
        rows: kernels.map(({ row, rowBytes }) =>
          new Int32Array(memory.buffer, row, batch * rowBytes / 4)
        ),
        write: (record, items, position) => writeItems(kernels[record]!, items, position),
        mixed: mixer.link(kernels, memory, exports.mix as MixFunction),
      };
    },
  };
}

/** The function that writes one record. */
interface Writer {
  readonly code: WasmFunction;
  readonly counters: readonly Counter[];
  readonly rowBytes: number;
}

function writerOf(steps: readonly Step[], width: number, data: LineData): Writer {
  const emitter = new WasmEmitter(data);
  const rowBytes = 4 * width;
  const code = emitter.writer(fuse(steps), rowBytes);
  return { code, counters: emitter.counters, rowBytes };
}

function started(clocks: readonly Clock[], index: number): number {
  let span = Infinity;
  for (let i = 0; i < clocks.length; i++) span = Math.min(span, clocks[i]!.start(index));
  return span;
}

/** Writes rows in as many calls as the counters need. */
function writeItems(
  { write, row, rowBytes, start }: RecordKernel,
  { from, count, index }: LineItems,
  position: number,
): number {
  let at = position;
  for (let done = 0; done < count;) {
    const some = Math.min(count - done, start(index + done));
    at = write(row + rowBytes * (from + done), 0, some, at);
    done += some;
  }
  return at;
}
