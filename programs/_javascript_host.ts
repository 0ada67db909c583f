/**
 * The process in which programs in JavaScript run: QuickJS in WebAssembly, in a process that may
 * read, write and reach nothing. Each program gets an engine of its own.
 */
import variant from "npm:@jitl/quickjs-singlefile-mjs-release-sync@0.32.0";
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from "npm:quickjs-emscripten-core@0.32.0";
import { type Answer, answerCalls, type Call, oneLine, tooLong } from "./_call.ts";
import { MemoryBound } from "./_memory_bound.ts";

/** Below what the host's own stack bears. */
const STACK = 192 << 10;

/** What QuickJS takes where it did not have to grow. */
const LOADED = 16 << 20;

const memory = new MemoryBound();
const engine = await newQuickJSWASMModuleFromVariant(variant);
memory.loaded(LOADED);

/**
 * Evaluated before the program: keeps what it needs of the engine, so that a program that changes it
 * harms itself alone, and gives what calls the program's function, by its arity.
 */
const PRELUDE = `(() => {
  "use strict";
  const read = JSON.parse, write = JSON.stringify, names = Object.getOwnPropertyNames;
  const isFinite = Number.isFinite;
  let text = "", length = 0, most = 0;
  const print = (...values) => {
    const line = values.map(String).join(" ") + "\\n";
    if (length < most) text += line.slice(0, most - length);
    length += line.length;
  };
  globalThis.console = { log: print, info: print, warn: print, error: print, debug: print };
  globalThis.print = print;
  const before = new Set(names(globalThis));
  return (named, metadata, camera, characters) => {
    if (characters !== undefined) most = characters;
    if (metadata === undefined) return text;
    const fail = (reason) => write({ error: reason, printed: text });
    try {
      let func = named;
      if (typeof func !== "function") {
        const made = [];
        for (const name of names(globalThis)) {
          if (!before.has(name) && typeof globalThis[name] === "function") made[made.length] = globalThis[name];
        }
        if (made.length !== 1) return fail("it defines " + made.length + " functions at its top, must define func");
        func = made[0];
      }
      const answer = func.length >= 2 ? func(read(metadata), read(camera)) : func(read(metadata));
      const must = ", must return a value of JSON";
      if (answer instanceof Promise) return fail("it returned a promise" + must);
      if (typeof answer === "number" && !isFinite(answer)) return fail("it returned " + answer + must);
      const told = write(answer);
      if (told === undefined) return fail("it returned " + typeof answer + must);
      if (told.length > most) return write({ long: true });
      return '{"answer":' + told + ',"printed":' + write(text) + "}";
    } catch (error) {
      return fail(error instanceof Error ? error.name + ": " + error.message : String(error));
    }
  };
})()`;

/** The program's own `func`, however it was declared. */
const NAMED = `typeof func === "undefined" ? undefined : func`;

await answerCalls(answerCall);

function answerCall(call: Call): Answer {
  const runtime = engine.newRuntime();
  let isSpent = false;
  try {
    runtime.setMemoryLimit(call.bytes);
    memory.allow(call.bytes);
    runtime.setMaxStackSize(STACK);
    const end = performance.now() + call.milliseconds;
    runtime.setInterruptHandler(() => performance.now() > end);
    const context = runtime.newContext();
    const result = evaluate(context, call);
    context.dispose();
    return { result, isSpent: memory.isFull };
  } catch (error) {
    // The engine itself gave up, or has cells left: it is not used again.
    isSpent = true;
    return {
      result: stopped(String(error instanceof Error ? error.message : error), call),
      isSpent,
    };
  } finally {
    if (!isSpent) dispose(runtime);
  }
}

function dispose(runtime: { dispose(): void }): void {
  try {
    runtime.dispose();
  } catch {
    // An engine that does not come down cleanly is left; the process goes with the next fault.
  }
}

function evaluate(context: QuickJSContext, call: Call): Answer["result"] {
  const caller = context.unwrapResult(context.evalCode(PRELUDE, "prelude.js"));
  const tell = (...args: QuickJSHandle[]): Told => {
    const outcome = context.callFunction(caller, context.undefined, ...args);
    for (const handle of args) handle.dispose();
    if (outcome.error !== undefined) return { error: thrown(context, outcome.error) };
    const text = context.getString(outcome.value);
    outcome.value.dispose();
    return { text };
  };
  try {
    tell(
      context.undefined,
      context.undefined,
      context.undefined,
      context.newNumber(call.characters),
    );
    const loaded = context.evalCode(call.source, "program.js");
    if (loaded.error !== undefined) {
      const reason = thrown(context, loaded.error);
      return failed(reason, tell(context.undefined, context.undefined).text ?? "", call);
    }
    loaded.value.dispose();
    const named = context.evalCode(NAMED, "program.js");
    const func = named.error === undefined ? named.value : named.error;
    const { text, error } = tell(
      func,
      context.newString(call.metadata),
      context.newString(call.camera),
    );
    if (text === undefined) return failed(error!, "", call);
    const told = JSON.parse(text);
    if (told.long) return tooLong(call.characters);
    if (told.error === undefined) {
      return { status: "answer", answer: told.answer, printed: told.printed };
    }
    return failed(told.error, told.printed, call);
  } finally {
    caller.dispose();
  }
}

interface Told {
  readonly text?: string;
  readonly error?: string;
}

function thrown(context: QuickJSContext, error: QuickJSHandle): string {
  const value: unknown = context.dump(error);
  error.dispose();
  if (typeof value !== "object" || value === null) return String(value);
  const { name, message } = value as Record<string, unknown>;
  return `${name}: ${message}`;
}

/** Limits that a program may catch, or that end it, are told by the engine's own words. */
function failed(reason: string, printed: string, call: Call): Answer["result"] {
  return isLimit(reason)
    ? stopped(reason, call)
    : { status: "error", reason: oneLine(reason), printed };
}

function isLimit(reason: string): boolean {
  return /^InternalError: (?:interrupted|out of memory|stack overflow)|call stack size exceeded|invalid array buffer length|^null/
    .test(reason);
}

function stopped(reason: string, { milliseconds, bytes }: Call): Answer["result"] {
  if (/interrupted/.test(reason)) {
    const seconds = milliseconds / 1000;
    return { status: "limit", bound: "time", reason: `it ran longer than ${seconds} s` };
  }
  if (/stack/.test(reason)) {
    return { status: "limit", bound: "stack", reason: "its calls nest too deep" };
  }
  const reached = `it asked for more than ${Math.round(bytes / 2 ** 20)} MB`;
  return { status: "limit", bound: "memory", reason: reached };
}
