import {
  addToSummary,
  type Checked,
  type Dataset,
  emptySummary,
  type Summary,
  textFile,
  verify,
} from "../../datasets/mod.ts";

/** Checks text as if it were a file. */
export function checkText(
  dataset: Dataset,
  text: string,
  companions: Readonly<Record<string, readonly string[]>> = {},
): Promise<Checked[]> {
  const open = (path: string) => Promise.resolve(textFile(path, text));
  return Array.fromAsync(
    verify(dataset, ["file"], { open, companions: new Map(Object.entries(companions)) }),
  );
}

/** Checks files on disk and counts. */
export async function summarize(dataset: Dataset, ...paths: string[]): Promise<Summary> {
  const summary = emptySummary();
  for await (const checked of verify(dataset, paths)) addToSummary(summary, checked);
  return summary;
}

/** The path of one of our own small files. */
export function fixture(name: string): string {
  return new URL(`fixtures/${name}`, import.meta.url).pathname;
}
