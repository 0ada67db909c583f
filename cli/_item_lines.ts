import * as v from "valibot";
import { BOX_CONVENTIONS, type Item, LEVELS } from "../tasks/mod.ts";
import { breather } from "./_interrupt.ts";
import { type LineOptions, linesOf, openToRead, parseLine } from "./_lines.ts";
import { isPictureName } from "./_picture_files.ts";

const KNOB = v.union([v.string(), v.number(), v.boolean()]);

const PICTURE = v.pipe(v.string(), v.check(isPictureName, 'a path such as "images/a.png"'));

const ITEM = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  task: v.string(),
  version: v.number(),
  profile: v.string(),
  level: v.optional(v.picklist(LEVELS)),
  seed: v.number(),
  index: v.number(),
  knobs: v.record(v.string(), KNOB),
  form: v.picklist(["open", "choice", "true-false"]),
  question: v.string(),
  answer: v.string(),
  choices: v.nullable(v.array(v.string())),
  frame: v.string(),
  unit: v.nullable(v.string()),
  margin: v.nullable(v.number()),
  image: v.optional(PICTURE),
  images: v.optional(v.array(v.looseObject({ path: PICTURE, alt: v.string() }))),
  boxes: v.optional(v.picklist(BOX_CONVENTIONS)),
  objects: v.optional(v.array(v.object({
    name: v.string(),
    box: v.pipe(v.array(v.number()), v.length(4)),
  }))),
});

/** An item, where it stands; or what is wrong with its line. */
export type ItemLine =
  & { readonly path: string; readonly line: number; readonly text: string }
  & ({ readonly item: Item } | { readonly field: string | null; readonly error: string });

/** The items of files, in order, and what is none. */
export async function* itemLines(
  paths: readonly string[],
  options: LineOptions = {},
): AsyncGenerator<ItemLine> {
  const breathe = breather();
  for (const path of paths) {
    for await (const line of linesOf(await openToRead(path), options)) {
      await breathe();
      const at = { path, line: line.number, text: line.text };
      const parsed = parseLine(line);
      if ("error" in parsed) {
        yield { ...at, field: null, error: parsed.error };
        continue;
      }
      const result = v.safeParse(ITEM, parsed.value, { abortEarly: true });
      if (result.success) yield { ...at, item: parsed.value as Item };
      else yield { ...at, ...faultOf(result.issues[0]) };
    }
  }
}

function faultOf(issue: v.BaseIssue<unknown>): { field: string | null; error: string } {
  const field = v.getDotPath(issue);
  const { received, expected, message } = issue;
  if (received === "undefined") {
    return { field, error: `Cannot read the item: there is no "${field}", must be there` };
  }
  const is = received.length > 80 ? `${received.slice(0, 77)}...` : received;
  return {
    field,
    error: `Cannot read ${field ?? "the item"}: is ${is}, must be ${expected ?? message}`,
  };
}

/**
 * The items of files, in order.
 *
 * @throws SyntaxError that names the file and line of what is no item
 */
export async function* itemsOf(
  paths: readonly string[],
  options: LineOptions = {},
): AsyncGenerator<{ path: string; item: Item }> {
  for await (const found of itemLines(paths, options)) {
    if ("error" in found) throw new SyntaxError(`${found.path}:${found.line}: ${found.error}`);
    yield found;
  }
}
