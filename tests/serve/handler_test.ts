import { assertEquals, assertMatch } from "../_assert.ts";
import { createHandler, openApi, type ServeOptions } from "../../serve/mod.ts";
import { direction, Run, TASKS } from "../../tasks/mod.ts";

const BASE = "http://localhost";

async function ask(
  path: string,
  { body, headers = {}, type = "application/json", options = {} }: {
    readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
    readonly headers?: Record<string, string>;
    readonly type?: string | null;
    readonly options?: ServeOptions;
  } = {},
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  const handler = createHandler(options);
  const request = new Request(`${BASE}${path}`, {
    ...(body === undefined ? {} : { method: "POST", body }),
    headers: {
      ...(body === undefined || type === null ? {} : { "content-type": type }),
      ...headers,
    },
  });
  const response = await handler(request);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function problem(path: string, rest: Parameters<typeof ask>[1], status: number) {
  const answer = await ask(path, rest);
  assertEquals(answer.status, status, answer.text);
  return JSON.parse(answer.text).error as string;
}

Deno.test("serve: items are those of the library, alone and as lines", async () => {
  const run = new Run(direction, { seed: 7, knobs: { form: "choice" } });
  const one = await ask("/v1/items/direction?seed=7&index=42&set=form%3Dchoice");
  assertEquals(JSON.parse(one.text), run.item(42));
  const { text } = await ask("/v1/items/direction?seed=7&index=40&count=700&set=form=choice");
  const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(lines.length, 700);
  for (const i of [0, 2, 699]) assertEquals(lines[i], run.item(40 + i));
  assertEquals((await ask("/v1/items/direction?count=0")).text, "");
});

Deno.test("serve: every task's own answer scores as right, given whole or by name", async () => {
  const values = TASKS.flatMap((task) => {
    const item = new Run(task, { seed: 3 }).item(5);
    const reply = `The answer is \\boxed{${item.answer}}.`;
    return [{ item, reply }, { item: { task: task.name, seed: 3, index: 5 }, reply }];
  });
  const { text } = await ask("/v1/score", { body: JSON.stringify(values) });
  for (const [i, { mark }] of JSON.parse(text).entries()) {
    assertEquals(mark, "right", JSON.stringify(values[i]));
  }
});

Deno.test("serve: a value, a list and lines are answered alike; faults stay where they are", async () => {
  const good = { a: "POINT (0 0)", b: "POINT (0 0)" };
  const path = "/v1/solve/feature-relation";
  const outcome = { status: "exact", value: "0FFFFFFF2", margin: null };
  assertEquals(JSON.parse((await ask(path, { body: JSON.stringify(good) })).text), outcome);
  const list = await ask(path, { body: JSON.stringify([good, { a: 1 }, good]) });
  const [first, second, third] = JSON.parse(list.text);
  assertEquals([first, third], [outcome, outcome]);
  assertMatch(second.error, /^Cannot read a: 1, must be/);
  const type = "application/x-ndjson";
  const body = `${JSON.stringify(good)}\n\n{"a":\r\n${JSON.stringify({ instance: good })}`;
  const lines = (await ask(path, { body, type })).text.trimEnd().split("\n").map((l) =>
    JSON.parse(l)
  );
  assertEquals(lines, [outcome, { line: 3, error: "Cannot read the line, must be JSON" }, outcome]);
});

Deno.test("serve: checks and verifies as the command line does", async () => {
  const instance = { a: "POINT (0 0)", b: "LINESTRING (0 0, 1 0)" };
  const claimed = (value: string) => ({
    instance,
    outcome: { status: "exact", value, margin: null },
  });
  const body = JSON.stringify([claimed("F0FFFF102"), claimed("0FFFFF102")]);
  const checked = await ask("/v1/check/feature-relation", { body });
  assertEquals(JSON.parse(checked.text), [
    { holds: true, reason: null },
    { holds: false, reason: "the matrix is not 0FFFFF102" },
  ]);
  const form = new FormData();
  const jts =
    '{"op":"intersects","arg1":"A","arg2":"B","expected":"false","a":"POINT (0 0)","b":"POINT (0 0)"}';
  form.append("file", new Blob([jts]), "cases.jsonl");
  const bytes = await new Response(form).bytes();
  const [head] = new TextDecoder().decode(bytes).split("\r\n");
  const verified = await ask("/v1/verify/jts", {
    body: bytes,
    type: `multipart/form-data; boundary=${head!.slice(2)}`,
    headers: { "content-length": String(bytes.length) },
  });
  const verdict = JSON.parse(verified.text);
  assertEquals([verdict.verdict, verdict.answer, verdict.where], ["disagree", "true", {
    file: "cases.jsonl",
    line: 1,
  }]);
  const plain = await ask("/v1/verify/jts?name=x.jsonl", { body: jts, type: "text/plain" });
  assertEquals(JSON.parse(plain.text).where.file, "x.jsonl");
});

Deno.test("serve: what is wrong is named, with the status that says so", async () => {
  assertMatch(await problem("/v1/items/smell", {}, 404), /"smell", must be one of \/v1\/tasks/);
  assertMatch(
    await problem("/v1/items/direction?index=-1", {}, 400),
    /index=-1, must be an integer/,
  );
  assertMatch(await problem("/v1/items/direction?indx=1", {}, 400), /"indx", must be one of seed/);
  assertMatch(await problem("/v1/items/direction?set=smell=1", {}, 400), /smell/);
  assertMatch(await problem("/v1/items/../../etc/passwd", {}, 404), /must be one that/);
  assertMatch(await problem("/v1/score", {}, 405), /must be POST/);
  assertMatch(await problem("/v1/score", { body: "{" }, 400), /must be JSON/);
  assertMatch(
    await problem("/v1/score", { body: "{}", type: "text/plain" }, 415),
    /must be application/,
  );
  assertMatch(await problem("/v1/score", { body: '{"reply":"x"}' }, 400), /must be an object/);
  const big = { body: `"${"x".repeat(100)}"`, options: { bytes: 50 } };
  assertMatch(await problem("/v1/score", big, 413), /larger than 50 bytes/);
  const bad = { body: new Uint8Array([34, 255, 34]) };
  assertMatch(await problem("/v1/score", bad, 400), /must be UTF-8/);
  const lines = await ask("/v1/score", {
    ...{ body: `{"a":"${"x".repeat(100)}"}\n`, type: "application/x-ndjson" },
    options: { bytes: 50 },
  });
  assertMatch(lines.text, /larger than 50 bytes.*"isCut":true/);
});

Deno.test("serve: other hosts, other pages, no token and too many at once are refused", async () => {
  const handler = createHandler({ concurrency: 0 });
  assertEquals((await handler(new Request("http://evil.example/v1/tasks"))).status, 421);
  assertEquals((await handler(new Request(`${BASE}/v1/tasks`))).status, 429);
  const origin = { headers: { origin: "http://evil.example" } };
  assertEquals((await ask("/v1/tasks", origin)).status, 403);
  const allowed = await ask("/v1/tasks", {
    ...origin,
    options: { origins: ["http://evil.example"] },
  });
  assertEquals(allowed.headers.get("access-control-allow-origin"), "http://evil.example");
  const options = { token: "0123456789abcdef" };
  const bearing = (token: string) => ({ options, headers: { authorization: `Bearer ${token}` } });
  assertEquals((await ask("/v1/tasks", { options })).status, 401);
  assertEquals((await ask("/v1/tasks", bearing("0123456789abcdeX"))).status, 401);
  assertEquals((await ask("/v1/tasks", bearing("0123456789abcdef"))).status, 200);
  assertEquals((await ask("/healthz", { options })).status, 200);
});

Deno.test("serve: metrics count what was answered, by route", async () => {
  const handler = createHandler();
  const entries: Readonly<Record<string, string | number>>[] = [];
  const logged = createHandler({ log: (entry) => entries.push(entry) });
  for (const answering of [handler, logged]) {
    await (await answering(new Request(`${BASE}/v1/items/direction?count=5`))).text();
  }
  const text = await (await handler(new Request(`${BASE}/metrics`))).text();
  assertMatch(text, /alidade_requests_total\{route="\/v1\/items\/\*",status="200"\} 1\n/);
  assertMatch(text, /alidade_answers_total\{route="\/v1\/items\/\*"\} 5\n/);
  assertMatch(text, /alidade_request_seconds_bucket\{route="\/v1\/items\/\*",le="\+Inf"\} 1\n/);
  assertEquals([entries[0]!.route, entries[0]!.status], ["/v1/items/*", 200]);
});

Deno.test("serve: the description speaks of every path, and of no other", async () => {
  const { paths } = openApi() as { paths: Record<string, Record<string, unknown>> };
  for (const [path, methods] of Object.entries(paths)) {
    const real = path.replace("{task}", "direction").replace("{kind}", "feature-relation")
      .replace("{dataset}", "stepgame");
    for (const method of ["get", "post"]) {
      const answer = await ask(real, method === "post" ? { body: "[]" } : {});
      assertEquals(
        answer.status !== 405 && answer.status !== 404,
        method in methods,
        `${method} ${real}`,
      );
    }
  }
});
