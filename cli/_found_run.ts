import * as v from "valibot";
import { partOf, type PartRecord, STATE } from "./_part.ts";
import { readJson } from "./_disk.ts";
import { requireNoLink } from "./_picture_files.ts";
import { MOST_PARTS } from "./_read_parts.ts";
import { headOf, type RunHead, type RunPlan } from "./_run_folder.ts";

/** What a folder holds of a run. */
export interface FoundRun {
  /** The folder. */
  readonly path: string;
  /** The whole run. */
  readonly plan: RunPlan;
  /** The parts that stand there, by their numbers from 1. */
  readonly parts: ReadonlyMap<number, PartRecord>;
}

const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const HEAD = v.object({
  config: v.looseObject({
    items: COUNT,
    parts: v.pipe(COUNT, v.minValue(1), v.maxValue(MOST_PARTS)),
  }),
  config_sha256: v.string(),
});

const RECORD = v.looseObject({
  file: v.string(),
  first: COUNT,
  items: COUNT,
  bytes: COUNT,
  sha256: v.string(),
  pictures: v.nullable(v.object({ count: COUNT, bytes: COUNT, sha256: v.string() })),
});

const MANIFEST = v.looseObject({ ...HEAD.entries, parts: v.array(RECORD) });

/**
 * Reads what a folder holds of a run, finished or not.
 *
 * @throws Error when it holds none, or its records are not as they were written
 */
export function findRun(path: string): FoundRun {
  for (const own of [STATE, "images"]) requireNoLink(`${path}/${own}`);
  const manifest = readChecked(`${path}/manifest.json`, MANIFEST);
  const head = manifest ?? readChecked(`${path}/${STATE}/run.json`, HEAD);
  if (head === null) {
    throw new Error(`Cannot read ${path}: no manifest or state, must be a folder of generate`);
  }
  const plan = planOf(path, head as RunHead);
  const parts = new Map<number, PartRecord>();
  for (let number = 1; number <= plan.parts; number++) {
    const own = readChecked(`${path}/${STATE}/${number}.json`, RECORD);
    const record = own ?? manifest?.parts[number - 1];
    if (record === undefined) continue;
    const { file, first, count } = partOf(plan.items, {
      part: number,
      of: plan.parts,
      whole: plan.whole,
    });
    if (record.file !== file || record.first !== first || record.items !== count) {
      throw new Error(
        `Cannot read ${path}: its record of part ${number} is of ${record.file}, must be ${file} ` +
          `with ${count} items from ${first}`,
      );
    }
    parts.set(number, record as PartRecord);
  }
  return { path, plan, parts };
}

/** The plan a head is of, its checksum recomputed. */
function planOf(path: string, head: RunHead): RunPlan {
  const { items, parts, ...config } = head.config as typeof head.config & {
    items: number;
    parts: number;
  };
  const whole = config.dataset === undefined ? "items.jsonl" : "verdicts.jsonl";
  const plan = { config, items, parts, whole };
  if (headOf(plan).config_sha256 === head.config_sha256) return plan;
  throw new Error(
    `Cannot read ${path}: its configuration is not the one of its checksum, must be as it was written`,
  );
}

function readChecked<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> | null {
  const value = readJson<unknown>(path);
  if (value === null) return null;
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SyntaxError(
    `Cannot read ${path}: ${v.getDotPath(issue) ?? "it"} is ${issue.received}, must be ` +
      `${issue.expected}`,
  );
}
