import { MARKS } from "./_marks.ts";

type Json = Readonly<Record<string, unknown>>;

const JSON_TYPE = "application/json";
const LINES_TYPE = "application/x-ndjson";

/**
 * What the server answers, as an OpenAPI 3.1 description.
 *
 * @example
 * ```ts
 * import { openApi } from "@alidade/core/serve";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(openApi().openapi, "3.1.0");
 * ```
 */
export function openApi(): Readonly<Record<string, unknown>> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Alidade",
      version: "1",
      description:
        "Exact answers to spatial questions. A body is a JSON value, answered by one; a " +
        "list, answered by a list of the same length; or lines of JSON, answered by lines. In a " +
        'list or lines, what cannot be answered becomes {"error": ...} and the rest goes on.',
    },
    components: {
      schemas: { Error: ERROR, Outcome: OUTCOME, Item: ITEM, ItemName: ITEM_NAME, Marked: MARKED },
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
    security: [{}, { token: [] }],
    paths: {
      "/healthz": { get: plain("Whether the server answers", object({ status: { const: "ok" } })) },
      "/metrics": {
        get: {
          summary: "What the server has done, in the text form of Prometheus",
          responses: {
            200: { description: "Counts", content: { "text/plain": {} } },
            ...problems(),
          },
        },
      },
      "/openapi.json": { get: plain("This description", { type: "object" }) },
      "/v1/tasks": { get: plain("The tasks and their knobs", listOf({ type: "object" })) },
      "/v1/kinds": { get: plain("What can be solved", listOf({ type: "object" })) },
      "/v1/datasets": { get: plain("What can be verified", listOf({ type: "object" })) },
      "/v1/items/{task}": { get: ITEMS },
      "/v1/solve/{kind}": {
        post: batched("Solve instances", {
          parameters: [word("kind")],
          takes: {},
          gives: ref("Outcome"),
        }),
      },
      "/v1/check/{kind}": {
        post: batched("Check claimed outcomes by an independent checker", {
          parameters: [word("kind")],
          takes: object({ instance: {}, outcome: ref("Outcome") }),
          gives: object({ holds: { type: "boolean" }, reason: { type: ["string", "null"] } }),
        }),
      },
      "/v1/score": {
        post: batched("Mark replies to items", {
          parameters: [],
          takes: object({
            item: { anyOf: [ref("Item"), ref("ItemName")] },
            reply: { type: "string" },
          }),
          gives: ref("Marked"),
        }),
      },
      "/v1/verify/{dataset}": { post: VERIFY },
    },
  };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function object(
  properties: Readonly<Record<string, Json>>,
  required = Object.keys(properties),
): Json {
  return { type: "object", properties, required };
}

function listOf(items: Json): Json {
  return { type: "array", items };
}

function word(name: string): Json {
  return {
    name,
    in: "path",
    required: true,
    schema: { type: "string", pattern: "^[a-z0-9-]{1,64}$" },
  };
}

function query(name: string, schema: Json, description: string): Json {
  return { name, in: "query", schema, description };
}

const ERROR: Json = object({ error: { type: "string" } });

const OUTCOME: Json = {
  type: "object",
  properties: {
    status: {
      enum: ["exact", "tie", "between", "undetermined", "impossible", "limit"],
      description: "exact and tie are proven; limit says what was proven when the budget ran out",
    },
  },
  required: ["status"],
};

const WHOLE: Json = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

const ITEM: Json = object({
  id: { type: "string" },
  task: { type: "string" },
  version: { type: "integer" },
  seed: WHOLE,
  index: WHOLE,
  form: { enum: ["open", "choice", "true-false"] },
  question: { type: "string" },
  answer: { type: "string" },
  instance: {},
});

const ITEM_NAME: Json = object({
  task: { type: "string" },
  seed: WHOLE,
  index: WHOLE,
  profile: { type: "string" },
  level: { enum: ["easy", "medium", "hard"] },
  knobs: { type: "object" },
}, ["task", "index"]);

const MARKED: Json = object({ id: { type: "string" }, mark: { enum: [...MARKS] } });

function problems(): Json {
  const said = (description: string): Json => ({
    description,
    content: { [JSON_TYPE]: { schema: ref("Error") } },
  });
  return {
    400: said("What was sent is not as it must be; the error names what"),
    401: said("The token is missing"),
    403: said("The page that asks is of another origin"),
    404: said("No such path, task, kind or dataset"),
    405: said("The path takes another method"),
    413: said("The body is too large"),
    415: said("The body is of another type"),
    421: said("The host goes by another name"),
    429: said("Too many requests at once"),
    503: said("It took too long"),
  };
}

function plain(summary: string, schema: Json): Json {
  return {
    summary,
    responses: {
      200: { description: summary, content: { [JSON_TYPE]: { schema } } },
      ...problems(),
    },
  };
}

interface Batched {
  readonly parameters: readonly Json[];
  readonly takes: Json;
  readonly gives: Json;
}

function batched(summary: string, { parameters, takes, gives }: Batched): Json {
  const line = { anyOf: [gives, ref("Error")] };
  return {
    summary,
    parameters,
    requestBody: {
      required: true,
      content: {
        [JSON_TYPE]: { schema: { anyOf: [takes, listOf(takes)] } },
        [LINES_TYPE]: { schema: { type: "string" } },
      },
    },
    responses: {
      200: {
        description: summary,
        content: {
          [JSON_TYPE]: { schema: { anyOf: [gives, listOf(line)] } },
          [LINES_TYPE]: { schema: { type: "string" } },
        },
      },
      ...problems(),
    },
  };
}

const ITEMS: Json = {
  summary: "Items of a task: one, or with count so many as lines",
  parameters: [
    word("task"),
    query("seed", WHOLE, "the seed; 0 when left out"),
    query("index", WHOLE, "the first item; 0 when left out"),
    query(
      "count",
      { type: "integer", minimum: 0, maximum: 1_000_000 },
      "so many, as lines of JSON",
    ),
    query("profile", { type: "string" }, "the profile; fair when left out"),
    query("level", { enum: ["easy", "medium", "hard"] }, "the level"),
    query("set", { type: "array", items: { type: "string" } }, "KNOB=VALUE, as often as needed"),
  ],
  responses: {
    200: {
      description: "The item, or the lines",
      content: {
        [JSON_TYPE]: { schema: ref("Item") },
        [LINES_TYPE]: { schema: { type: "string" } },
      },
    },
    ...problems(),
  },
};

const VERIFY: Json = {
  summary:
    "Verify a file of a dataset: its text as body, or parts, `file` and the companions by key",
  parameters: [word("dataset"), query("name", { type: "string" }, "the file's name")],
  requestBody: {
    required: true,
    content: { "text/plain": {}, [JSON_TYPE]: {}, "multipart/form-data": {} },
  },
  responses: {
    200: {
      description: "A verdict a line",
      content: { [LINES_TYPE]: { schema: { type: "string" } } },
    },
    ...problems(),
  },
};
