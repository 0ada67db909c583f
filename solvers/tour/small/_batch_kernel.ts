import { bytesOf } from "../../../geometry/base64.ts";
import { BATCH_KERNEL } from "./_batch_kernel_base64.ts";
import { type BatchKernel, LANES, RESULT_WORDS } from "./_batch_layout.ts";
import { BatchTwin } from "./_batch_twin.ts";

interface Exports extends Pick<BatchKernel, "solve16" | "solve32" | "solvePoints"> {
  layOut(inner: number): void;
  readonly memory: WebAssembly.Memory;
  readonly input: WebAssembly.Global;
  readonly windows: WebAssembly.Global;
  readonly results: WebAssembly.Global;
}

let compiled: WebAssembly.Module | undefined;

/** A kernel with its own scratch memory, laid out for `inner` points without a fixed place. */
export function openBatchKernel(inner: number, wasm: boolean): BatchKernel {
  return wasm ? openWasm(inner) : new BatchTwin();
}

function openWasm(inner: number): BatchKernel {
  compiled ??= new WebAssembly.Module(bytesOf(BATCH_KERNEL));
  const exports = new WebAssembly.Instance(compiled).exports as unknown as Exports;
  // The first call may grow the memory, which detaches its views.
  exports.layOut(inner);
  const { buffer } = exports.memory;
  const input = exports.input.value;
  const results = exports.results.value;
  return {
    weights: new Int32Array(buffer, input, LANES * 169),
    points: new Float64Array(buffer, input, LANES * 27),
    windows: new Int32Array(buffer, exports.windows.value, LANES),
    words: new Int32Array(buffer, results, LANES * RESULT_WORDS),
    bytes: new Uint8Array(buffer, results, LANES * RESULT_WORDS * 4),
    solve16: exports.solve16,
    solve32: exports.solve32,
    solvePoints: exports.solvePoints,
  };
}
