import { type Item, picturesOf } from "../item.ts";
import type { KnobValue } from "../knobs.ts";

/** The items of one run: one task with one seed and one set of knobs. */
interface RunCount {
  readonly item: Item;
  readonly forms: Map<string, number>;
  count: number;
  last: number;
}

/** What a card says beside what the items say themselves. */
export interface CardSettings {
  /** The dataset's title. */
  readonly title: string;
  /** The licence, by Hugging Face's short name. */
  readonly licence: string;
  /** The splits that have rows, with the number of rows of each. */
  readonly splits: ReadonlyMap<string, number>;
  /** The ending of the data files. */
  readonly format: "parquet" | "tar" | "json" | "jsonl";
  /** The options of `alidade pack` that make it of the items: kind, splits and rows. */
  readonly pack: string;
}

/** Gathers what a dataset card says of the items. */
export class CardCounts {
  readonly #runs = new Map<string, RunCount>();

  /** Counts an item. */
  add(item: Item): void {
    const { task, version, profile, level, seed, knobs } = item;
    const key = JSON.stringify([task, version, profile, level, seed, knobs]);
    const run = this.#runs.get(key) ?? { item, forms: new Map(), count: 0, last: 0 };
    run.count++;
    run.last = Math.max(run.last, item.index);
    run.forms.set(item.form, (run.forms.get(item.form) ?? 0) + 1);
    this.#runs.set(key, run);
  }

  /**
   * Writes the card: the front matter that Hugging Face reads, then tasks and counts, and the
   * commands that make the items again.
   *
   * @param settings title, licence and splits
   * @returns the text of the dataset's `README.md`
   */
  card(settings: CardSettings): string {
    const runs = [...this.#runs.values()];
    const total = runs.reduce((sum, { count }) => sum + count, 0);
    const rows = runs.map(({ item, count, forms }) =>
      `| ${item.task} | ${item.version} | ${item.profile} | ${
        item.level ?? "-"
      } | ${item.seed} | ` +
      `${knobWords(item.knobs).join(" ") || "-"} | ${formWords(forms)} | ${count} |`
    );
    const files = runs.map((_, i) => ` items-${i + 1}/items.jsonl`).join("");
    return `${frontMatter(settings, runs, total)}
# ${settings.title}

${total} questions about space with proven answers, made by Alidade. Each record holds its
instance, the frame of reference and the margin: how far the instance is, at least, from one with
another answer.

| task | version | profile | level | seed | knobs | form | items |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

| split | items |
| --- | --- |
${[...settings.splits].map(([name, count]) => `| ${name} | ${count} |`).join("\n")}

Which split an item stands in follows from what its picture shows: no two splits share an instance.

## Made again by

\`\`\`sh
${runs.map(command).join("\n")}
alidade pack${files} ${settings.pack} --out dataset
\`\`\`

An item depends on its task, version, seed, knobs and index alone, whatever the order.
`;
  }
}

function formWords(forms: ReadonlyMap<string, number>): string {
  const words = [...forms].map(([form, count]) => forms.size === 1 ? form : `${form} ${count}`);
  return words.join(", ");
}

function frontMatter(
  { title, licence, splits, format }: CardSettings,
  runs: readonly RunCount[],
  total: number,
): string {
  const languages = new Set(runs.map(({ item }) => item.knobs.wording === "de" ? "de" : "en"));
  const isVisual = runs.some(({ item }) => picturesOf(item).length > 0);
  const files = [...splits.keys()].map((name) =>
    `      - split: ${name}\n        path: data/${name}-*.${format}`
  );
  return `---
pretty_name: ${JSON.stringify(title)}
license: ${licence}
language:
${[...languages].map((language) => `  - ${language}`).join("\n")}
task_categories:
  - ${isVisual ? "visual-question-answering" : "question-answering"}
tags:
  - spatial-reasoning
  - synthetic
size_categories:
  - ${sizeCategory(total)}
configs:
  - config_name: default
    data_files:
${files.join("\n")}
---
`;
}

/** Hugging Face's own brackets. */
function sizeCategory(total: number): string {
  const brackets: [number, string][] = [
    [1e3, "n<1K"],
    [1e4, "1K<n<10K"],
    [1e5, "10K<n<100K"],
    [1e6, "100K<n<1M"],
    [1e7, "1M<n<10M"],
    [1e8, "10M<n<100M"],
    [1e9, "100M<n<1B"],
  ];
  return brackets.find(([limit]) => total < limit)?.[1] ?? "1B<n<10B";
}

function command({ item, last }: RunCount, i: number): string {
  const { task, profile, level, seed, knobs, boxes } = item;
  const image = picturesOf(item)[0]?.path;
  const images = image === undefined ? "" : ` --images ${image.split(".").at(-1)}`;
  const sets = knobWords(knobs).map((word) => ` --set ${word}`).join("");
  return `alidade generate ${task} --count ${last + 1} --seed ${seed} --profile ${profile}` +
    `${level === undefined ? "" : ` --level ${level}`}${sets}${images}` +
    `${boxes === undefined ? "" : ` --boxes ${boxes}`} --out items-${i + 1}`;
}

function knobWords(knobs: Readonly<Record<string, KnobValue>>): string[] {
  return Object.entries(knobs).map(([name, value]) => `${name}=${value}`);
}
