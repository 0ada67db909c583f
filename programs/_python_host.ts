/**
 * The process in which programs in Python run: Pyodide, in a process that may do nothing once it
 * has read Pyodide's own files. Memory of WebAssembly is bounded by refusing to let it grow.
 */
import { loadPyodide } from "npm:pyodide@314.0.7";
import { type Answer, answerCalls, type Call, oneLine, tooLong } from "./_call.ts";
import { MemoryBound } from "./_memory_bound.ts";
import { PYTHON_SOURCE } from "./_python_source.ts";

/** What Pyodide takes where it did not have to grow. */
const LOADED = 64 << 20;

const memory = new MemoryBound();
const python = await loadPyodide({ jsglobals: {} as typeof globalThis });
python.runPython(PYTHON_SOURCE);
const run = python.globals.get("run") as (
  source: string,
  metadata: string,
  camera: string,
  characters: number,
) => string;
memory.loaded(LOADED);
Deno.permissions.revokeSync({ name: "read" });
// Once, so that the first program is as fast as the next.
run("def func(m): return m", "[]", "null", 100);

await answerCalls(answerCall);

function answerCall(call: Call): Answer {
  memory.allow(call.bytes);
  let told: string;
  try {
    told = run(call.source, call.metadata, call.camera, call.characters);
  } catch (error) {
    // The interpreter itself is gone.
    const reason = oneLine(error instanceof Error ? error.message : String(error));
    return { result: { status: "error", reason, printed: "" }, isSpent: true };
  }
  const { answer, printed, error, bound, long, plain } = JSON.parse(told);
  return { result: resultOf(), isSpent: !plain || memory.isFull };

  function resultOf(): Answer["result"] {
    if (long) return tooLong(call.characters);
    if (error === undefined) return { status: "answer", answer, printed };
    if (bound === "memory") {
      const reason = `it asked for more than ${Math.round(call.bytes / 2 ** 20)} MB`;
      return { status: "limit", bound, reason };
    }
    if (bound === "stack") return { status: "limit", bound, reason: "its calls nest too deep" };
    return { status: "error", reason: oneLine(error), printed };
  }
}
