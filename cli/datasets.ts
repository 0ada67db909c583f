import { type Dataset, DATASETS } from "../datasets/mod.ts";
import { didYouMean } from "./_did_you_mean.ts";
import { allDatasets, withOwn } from "./_own.ts";
import { readOptions } from "./_options.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade datasets: the kinds of outside data that verify can check

Usage: alidade datasets [NAME...] [--json]

Without a name it lists every dataset; with names it tells what they ask, how truth is defined,
where they are published, and which companion files they take.

  --json             all of that as JSON, a line each

Example:
  alidade datasets stepgame
`;

/** `alidade datasets`: what `verify` can check. */
export const datasets: Command = {
  name: "datasets",
  summary: "List the kinds of outside data that verify can check",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { flag: ["json"] });
    const chosen = (await withOwn(options.words, "datasets")).map(findDataset);
    if (options.flag("json")) await io.out(asJson(chosen.length > 0 ? chosen : DATASETS));
    else if (chosen.length > 0) await io.out(chosen.map(describe).join("\n"));
    else await io.out(DATASETS.map(row).join(""));
    return 0;
  },
};

/**
 * Finds a dataset by name.
 *
 * @throws UsageError for a name that is not on the list
 */
export function findDataset(name: string): Dataset {
  const found = allDatasets().find((d) => d.name === name);
  if (found !== undefined) return found;
  const names = allDatasets().map((d) => d.name);
  throw new UsageError(
    `no dataset "${name}"${didYouMean(name, names)}, must be one of ${names.join(", ")}`,
  );
}

function asJson(chosen: readonly Dataset[]): string {
  return chosen.map(({ name, summary, source, licence, companions }) =>
    JSON.stringify({ name, summary, source, licence, companions }) + "\n"
  ).join("");
}

function row({ name, summary }: Dataset): string {
  return `${name.padEnd(14)} ${summary}\n`;
}

function describe({ name, summary, source, licence, companions }: Dataset): string {
  const needs = companions.map(({ key, summary, required }) =>
    `  --with ${key}=FILE${required ? " (required)" : ""}: ${summary}\n`
  );
  return `${name}\n  ${summary}\n  Source: ${source}\n  Licence: ${licence}\n${needs.join("")}`;
}
