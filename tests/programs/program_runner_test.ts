import { THOROUGH } from "../_thorough.ts";
import { assertEquals, assertThrows } from "../_assert.ts";
import { type ProgramLanguage, ProgramRunner } from "../../programs/mod.ts";

const METADATA = { chairs: [{ height: 90 }, { height: 75 }] };

/** Runs programs one behind the other; each result in a word or two. */
async function outcomes(
  language: ProgramLanguage,
  sources: readonly string[],
): Promise<readonly string[]> {
  await using runner = new ProgramRunner({
    ...{ language, seconds: 0.5, megabytes: 64, characters: 10_000 },
  });
  const found: string[] = [];
  for (const source of sources) {
    const result = await runner.run({ source, metadata: METADATA, camera: [1, 2, 3] });
    found.push(
      result.status === "answer"
        ? JSON.stringify(result.answer)
        : result.status === "limit"
        ? result.bound
        : `error: ${result.reason}`,
    );
  }
  return found;
}

Deno.test("programs: JavaScript answers, by arity, and fails with one line", async () => {
  assertEquals(
    await outcomes("javascript", [
      "function func(m) { return Math.max(...m.chairs.map((c) => c.height)) }",
      "const func = (m, camera) => [m.chairs.length, camera]",
      "function tallest(m) { return m.chairs[0].height + ' cm' }",
      "function func() { return NaN }",
      "async function func() { return 1 }",
      "function func( {",
      "function a() {} function b() {}",
      "function func(m) { return m.tables[0] }",
    ]),
    [
      "90",
      "[2,[1,2,3]]",
      '"90 cm"',
      "error: it returned NaN, must return a value of JSON",
      "error: it returned a promise, must return a value of JSON",
      "error: SyntaxError: invalid property name",
      "error: it defines 2 functions at its top, must define func",
      "error: TypeError: cannot read property of undefined",
    ],
  );
});

Deno.test("programs: JavaScript is stopped at each limit, and reaches nothing", async () => {
  const found = await outcomes("javascript", [
    "function func() { for (;;); }",
    "function func() { const a = new Uint8Array(1e7); for (;;) a.fill(1); }",
    "function func() { return /^(a+)+$/.test('a'.repeat(40) + '!') }",
    "function func() { return new Uint8Array(1e10).length }",
    "function func() { const a = []; for (;;) a.push(new Uint8Array(1e6)); }",
    "function func() { return func() + 1 }",
    "function func() { return 'x'.repeat(1e9) }",
    "function func() { return 'x'.repeat(1e5) }",
    "globalThis.left = 1; Array.prototype.map = null; function func() { return 'left' }",
    "function func() { return [typeof left, typeof [].map] }",
    "function func() { return [typeof Deno, typeof process, typeof fetch, typeof require].join() }",
    "function func() { try { for (;;); } catch { return 'caught' } }",
    "function func() { return 1 }",
  ]);
  assertEquals(found, [
    ...["time", "time", "time", "memory", "memory", "stack", "memory", "output"],
    '"left"',
    '["undefined","function"]',
    '"undefined,undefined,undefined,undefined"',
    "time",
    "1",
  ]);
});

Deno.test("programs: Python answers, by arity, and leaves nothing behind", async () => {
  const found = await outcomes("python", [
    "def func(m): return max(c['height'] for c in m['chairs'])",
    "def func(m, camera): return [len(m['chairs']), camera]",
    "def func(m): return func(m) + 1",
    "def func(m): return 'x' * 10**5",
    "import random\ndef func(m): return random.random()",
    "import random\ndef func(m): return random.random()",
    "def func(m): return float('nan')",
    "def func(m) return 1",
    "import math\nmath.pi = 3\ndef func(m): return math.pi",
    "import math\ndef func(m): return math.pi",
  ]);
  assertEquals(found.slice(0, 4), ["90", "[2,[1,2,3]]", "stack", "output"]);
  assertEquals(found[4], found[5]);
  assertEquals(found.slice(6), [
    "error: it returned float, must return a value of JSON",
    "error: SyntaxError: expected ':' (program, line 1)",
    "3",
    "3.141592653589793",
  ]);
});

Deno.test({
  name: "programs: Python is stopped at each limit, and reaches nothing",
  // Each of these ends its process, and another takes seconds to start.
  ignore: !THOROUGH,
  fn: async () => {
    const found = await outcomes("python", [
      "def func(m):\n    while True: pass",
      "import re\ndef func(m): return bool(re.match('^(a+)+$', 'a' * 40 + '!'))",
      "def func(m): return len(bytearray(10**9))",
      "def func(m): return len(bytearray(10**10))",
      "def func(m): return open('/etc/hostname').read()",
      "import os\ndef func(m): return os.environ.get('ALIDADE_THOROUGH')",
      "import js\ndef func(m): return js.Deno.readTextFileSync('/etc/hostname')",
      "from pyodide.code import run_js\ndef func(m): return run_js('Deno.env.toObject()')",
      "import urllib.request\ndef func(m): return str(urllib.request.urlopen('http://127.0.0.1'))",
      "import os\ndef func(m): return os.system('ls')",
      // Ways round the plain part of the language: each runs, and is gone with its process.
      "import operator, json\noperator.attrgetter('__globals__')(json.dumps)['x'] = 1\n" +
      "def func(m): return 'left'",
      "import statistics\nstatistics.sys.modules['math'].pi = 3\ndef func(m): return 'left'",
      "import dataclasses, fractions\ndataclasses.dataclass(fractions.Fraction)\n" +
      "def func(m): return 'left'",
      "def g(): yield\ndef func(m): return str(g().gi_frame.f_globals is None)",
      "import json, math, fractions\n" +
      "def func(m): return [math.pi, str(fractions.Fraction(1, 2)), json.dumps(1)]",
    ]);
    assertEquals(found.slice(0, 3), ["time", "time", "memory"]);
    for (const reached of found.slice(3, 10)) {
      assertEquals(reached.startsWith("error: ") || reached === "null", true, reached);
    }
    assertEquals(found.slice(10), [
      ...['"left"', '"left"', '"left"', '"False"'],
      '[3.141592653589793,"1/2","1"]',
    ]);
  },
});

Deno.test("programs: options that cannot be are refused", () => {
  const make = (options: Record<string, unknown>) => () =>
    new ProgramRunner({ language: "python", ...options } as never);
  assertThrows(make({ seconds: 0 }), RangeError, "Cannot use seconds: 0, must be a number above 0");
  assertThrows(make({ language: "ruby" }), RangeError, 'must be "javascript" or "python"');
});
