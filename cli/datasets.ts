import { type Dataset, DATASETS } from "../datasets/mod.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade datasets: the kinds of outside data that verify can check

Usage: alidade datasets [NAME...]

Without a name it lists every dataset; with names it tells what they ask, how truth is defined,
where they are published, and which companion files they take.

Example:
  alidade datasets stepgame
`;

/** `alidade datasets`: what `verify` can check. */
export const datasets: Command = {
  name: "datasets",
  summary: "List the kinds of outside data that verify can check",
  help: HELP,
  async run(args, io) {
    const option = args.find((word) => word.startsWith("-"));
    if (option !== undefined) throw new UsageError(`unknown option ${option}, must be a name`);
    if (args.length > 0) await io.out(args.map(findDataset).map(describe).join("\n"));
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
  const found = DATASETS.find((d) => d.name === name);
  if (found !== undefined) return found;
  const names = DATASETS.map((d) => d.name).join(", ");
  throw new UsageError(`no dataset "${name}", must be one of ${names}`);
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
