import { type ReportItem, reportToHtml } from "../render/mod.ts";
import { type Item, picturesOf } from "../tasks/mod.ts";
import { writeAside } from "./_aside.ts";
import { BadLines, ERRORS_HELP } from "./_bad_lines.ts";
import { itemLines } from "./_item_lines.ts";
import { LIMIT_HELP, limitOf } from "./_limits.ts";
import { readOptions } from "./_options.ts";
import { requireOwnPicture } from "./_picture_files.ts";
import { folderOf } from "./_place.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade report: a page to look items over

Usage: alidade report FILE --out PAGE.html [--most N]

  FILE        items, as generate wrote them; the page must stand beside the file, so that it
              finds the pictures
  --out PAGE  where to write the page
  --most N    show the first N items; 200 when left out
${ERRORS_HELP}
${LIMIT_HELP}

Exit code: 0 ran; 1 something could not be read or written; 2 usage.

Example:
  alidade report data/items.jsonl --out data/index.html
`;

/** `alidade report`: items in, a page out. */
export const report: Command = {
  name: "report",
  summary: "Show generated items with their pictures on a page",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["out", "most", "errors", "line-limit"] });
    const [path, ...more] = options.words;
    if (path === undefined || more.length > 0) {
      throw new UsageError(`${options.words.length} files are named, must be one`);
    }
    const out = options.path("out");
    if (out === undefined) throw new UsageError("--out is missing, must be a page to write");
    const most = options.number("most") ?? 200;
    if (!(Number.isSafeInteger(most) && most >= 0)) {
      throw new UsageError(`--most is ${most}, must be an integer of 0 or more`);
    }
    await using bad = await BadLines.open(options, io);
    const { lineLimit: limit } = limitOf(options);
    const { items, total } = await readItems(path, { most, limit, bad });
    const summary = total > items.length
      ? `The first ${items.length} of ${total} items of ${path}.`
      : `The ${total} items of ${path}.`;
    await using target = await writeAside(out);
    await target.write(reportToHtml({ title: "Alidade: items", summary, items }));
    await target.commit();
    io.log(`Wrote ${items.length} items to ${out}`);
    return 0;
  },
};

async function readItems(
  path: string,
  { most, limit, bad }: {
    readonly most: number;
    readonly limit: number;
    readonly bad: BadLines;
  },
): Promise<{ items: ReportItem[]; total: number }> {
  const items: ReportItem[] = [];
  let total = 0;
  for await (const found of itemLines([path], { limit })) {
    if ("error" in found) {
      const { line, field, error, text } = found;
      await bad.add({ file: path, line, ...field === null ? {} : { field }, message: error, text });
      continue;
    }
    total++;
    for (const picture of picturesOf(found.item)) requireOwnPicture(folderOf(path), picture.path);
    if (items.length < most) items.push(cardOf(found.item));
  }
  await bad.commit();
  if (bad.failed) throw new Error(`Cannot show ${path}: not every line is an item`);
  return { items, total };
}

function cardOf(item: Item): ReportItem {
  const { id, question, answer, frame, unit, margin } = item;
  const near = margin === null ? {} : { Margin: `${margin} ${unit ?? ""}`.trim() };
  return {
    title: id,
    images: picturesOf(item).map(({ path, alt, camera, time }) => ({
      path,
      alt,
      ...(camera === undefined && time === undefined
        ? {}
        : { caption: [camera, time].filter((part) => part !== undefined).join(", ") }),
    })),
    lines: { Question: question, Answer: answer, Frame: frame, ...near },
  };
}
