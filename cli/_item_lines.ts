import * as v from "valibot";
import { BOX_CONVENTIONS, type Item, LEVELS } from "../tasks/mod.ts";
import { breather } from "./_interrupt.ts";
import { linesOf, openToRead, parseLine } from "./_lines.ts";

const KNOB = v.union([v.string(), v.number(), v.boolean()]);

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
  image: v.optional(v.string()),
  images: v.optional(v.array(v.looseObject({ path: v.string(), alt: v.string() }))),
  boxes: v.optional(v.picklist(BOX_CONVENTIONS)),
  objects: v.optional(v.array(v.object({
    name: v.string(),
    box: v.pipe(v.array(v.number()), v.length(4)),
  }))),
});

/**
 * The items of files, in order.
 *
 * @throws SyntaxError that names the file and line of what is no item
 */
export async function* itemsOf(
  paths: readonly string[],
): AsyncGenerator<{ path: string; item: Item }> {
  const breathe = breather();
  for (const path of paths) {
    for await (const line of linesOf(await openToRead(path))) {
      await breathe();
      const parsed = parseLine(line);
      if ("error" in parsed) throw new SyntaxError(`${path}:${line.number}: ${parsed.error}`);
      const result = v.safeParse(ITEM, parsed.value, { abortEarly: true });
      if (!result.success) {
        const [issue] = result.issues;
        throw new SyntaxError(
          `${path}:${line.number}: Cannot read ${v.getDotPath(issue) ?? "the item"}: is ` +
            `${issue.received}, must be ${issue.expected}`,
        );
      }
      yield { path, item: parsed.value as Item };
    }
  }
}
