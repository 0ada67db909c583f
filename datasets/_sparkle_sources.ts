import { readSparkleRecord, type SparkleRecord } from "./_sparkle_records.ts";
import { type SparkleProfile, sparkleProfile, sparkleTexts } from "./_sparkle_info.ts";
import type { ReadContext, SourceFile } from "./dataset.ts";

/** The pictures that a file's questions are about, and how their file was made. */
export interface SparkleSources {
  /** Opens the file of pictures; rejects when there is none. */
  ready(): Promise<unknown>;
  /** The picture of a question. */
  picture(key: string): Promise<SparkleRecord>;
  /** What the whole file of pictures shows. */
  profile(): Promise<SparkleProfile>;
}

/** The sources of a file that holds the pictures itself. */
export function ownSources(file: SourceFile): Pick<SparkleSources, "profile"> {
  return { profile: once(() => sparkleProfile(file)) };
}

/**
 * The sources of a file of questions: the companion `info`, or the file that Sparkle's program
 * writes beside it, `test_info.json` beside `test.json`.
 */
export function infoSources(file: SourceFile, context: ReadContext): SparkleSources {
  const open = once(async () => {
    const path = context.companions.get("info")?.[0] ?? besidePath(file.path);
    if (await context.exists(path)) return context.open(path);
    throw new Error(
      `Cannot read ${file.path} without its pictures: no ${path}, must be given as info`,
    );
  });
  const texts = once(async () => sparkleTexts(await open()));
  return {
    ready: open,
    profile: once(async () => sparkleProfile(await open())),
    async picture(key) {
      const text = (await texts()).get(key);
      if (typeof text === "string") return readSparkleRecord(text);
      const must = text === null ? "be there once, not twice" : "be in the info file";
      throw new SyntaxError(`Cannot find picture ${JSON.stringify(key)}, must ${must}`);
    },
  };
}

function besidePath(path: string): string {
  return path.replace(/([^/\\_.]*)(?:_[^/\\]*)?\.jsonl?$/, "$1_info.json");
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => made ??= make();
}
