import { type ReportItem, reportToHtml } from "../render/mod.ts";
import { type Item, picturesOf } from "../tasks/mod.ts";
import { writeAside } from "./_aside.ts";
import { linesOf, openToRead, parseLine } from "./_lines.ts";
import { readOptions } from "./_options.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade report: a page to look items over

Usage: alidade report FILE --out PAGE.html [--most N]

  FILE        items, as generate wrote them; the page must stand beside the file, so that it
              finds the pictures
  --out PAGE  where to write the page
  --most N    show the first N items; 200 when left out

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
    const options = readOptions(args, { text: ["out", "most"] });
    const [path, ...more] = options.words;
    if (path === undefined || more.length > 0) {
      throw new UsageError(`${options.words.length} files are named, must be one`);
    }
    const out = options.text("out");
    if (out === undefined) throw new UsageError("--out is missing, must be a page to write");
    const most = options.number("most") ?? 200;
    const { items, total } = await readItems(path, most);
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
  most: number,
): Promise<{ items: ReportItem[]; total: number }> {
  const items: ReportItem[] = [];
  let total = 0;
  for await (const line of linesOf(await openToRead(path))) {
    total++;
    if (items.length >= most) continue;
    const parsed = parseLine(line);
    if ("error" in parsed) throw new SyntaxError(`${path}:${line.number}: ${parsed.error}`);
    const item = parsed.value as Partial<Item> | null;
    if (typeof item?.id !== "string" || typeof item.question !== "string") {
      throw new SyntaxError(
        `${path}:${line.number}: Cannot read item, must have "id" and "question"`,
      );
    }
    items.push(cardOf(item as Item));
  }
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
