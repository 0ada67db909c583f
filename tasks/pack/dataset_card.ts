import { type Item, picturesOf } from "../item.ts";
import type { KnobValue } from "../knobs.ts";
import { Guesses } from "./_guesses.ts";

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
  /** The pattern of a split's files below `data/`. */
  readonly pattern: (split: string) => string;
  /** The types of the columns, in Hugging Face's YAML, where the files do not say them. */
  readonly features: string | null;
  /** The options of `alidade pack` that make it of the items: kind, splits and rows. */
  readonly pack: string;
  /** The bytes of the data files. */
  readonly bytes: number;
  /** How many items were left out for what is wrong with them. */
  readonly dropped: number;
  /** How the data is loaded, in lines of Markdown. */
  readonly use: string;
}

/** Gathers what a dataset card says of the items. */
export class CardCounts {
  readonly #runs = new Map<string, RunCount>();
  readonly #guesses = new Guesses();

  /** The languages of the words. */
  get languages(): readonly string[] {
    return [...new Set([...this.#runs.values()].map(languageOf))];
  }

  /** Counts an item. */
  add(item: Item): void {
    const { task, version, profile, level, seed, knobs } = item;
    const key = JSON.stringify([task, version, profile, level, seed, knobs]);
    const run = this.#runs.get(key) ?? { item, forms: new Map(), count: 0, last: 0 };
    run.count++;
    run.last = Math.max(run.last, item.index);
    run.forms.set(item.form, (run.forms.get(item.form) ?? 0) + 1);
    this.#runs.set(key, run);
    this.#guesses.add(item);
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
      cells(
        ...[item.task, item.version, item.profile, item.level ?? "-", item.seed],
        ...[knobWords(item.knobs).join(" ") || "-", formWords(forms), count],
      )
    );
    const commands = [
      ...runs.map(command),
      `alidade pack${runs.map((_, i) => ` items-${i + 1}/items.jsonl`).join("")} ` +
      `${settings.pack} --out dataset`,
    ];
    return `${frontMatter(settings, runs, total)}
# ${markdown(settings.title)}

${total} questions about space with proven answers, made by Alidade. Each record holds its
instance, the frame of reference and the margin: how far the instance is, at least, from one with
another answer.

| task | version | profile | level | seed | knobs | form | items |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

| split | items |
| --- | --- |
${[...settings.splits].map(([name, count]) => cells(name, count)).join("\n")}

The data files have ${settings.bytes} bytes.${droppedWords(settings.dropped)} Each answer was proven
again from its instance when they were packed. Which split an item stands in follows from what its
picture shows: no two splits share an instance. \`croissant.json\` holds the same as metadata.

How often guesses are right that never look at what is asked, over all splits:

| task | form | chance | the most frequent answer | the first option | the longest option |
| --- | --- | --- | --- | --- | --- |
${this.#guesses.rows().map((row) => cells(...row)).join("\n")}

## Loaded by

${settings.use}

## Made again by

${fenced("sh", commands.join("\n"))}

An item depends on its task, version, seed, knobs and index alone, whatever the order.
`;
  }
}

function languageOf({ item }: RunCount): string {
  return item.knobs.wording === "de" ? "de" : "en";
}

function droppedWords(dropped: number): string {
  return dropped === 0 ? "" : ` ${dropped} items were left out for what is wrong with them.`;
}

// deno-lint-ignore no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text as it stands in a line of Markdown. */
function markdown(text: string): string {
  return text.replace(CONTROLS, " ").replace(/[\\`<>|&[\]!]/g, "\\$&");
}

/** A row of a table. */
function cells(...values: readonly (string | number)[]): string {
  return `| ${values.map((value) => markdown(String(value))).join(" | ")} |`;
}

/** A text as a scalar of YAML: plain where it can be. */
function yaml(text: string): string {
  if (/^[a-z][a-z0-9.-]*$/.test(text)) return text;
  return JSON.stringify(text).replace(CONTROLS, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A text as one word of a shell. */
function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (text.search(CONTROLS) < 0) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text.replace(/[\\']/g, "\\$&").replace(CONTROLS, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `$'${escaped}'`;
}

/** Lines within a fence that is longer than any row of ticks in them. */
function fenced(language: string, lines: string): string {
  const longest = Math.max(2, ...(lines.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${lines}\n${fence}`;
}

function formWords(forms: ReadonlyMap<string, number>): string {
  const words = [...forms].map(([form, count]) => forms.size === 1 ? form : `${form} ${count}`);
  return words.join(", ");
}

function frontMatter(
  { title, licence, splits, pattern, features }: CardSettings,
  runs: readonly RunCount[],
  total: number,
): string {
  const languages = new Set(runs.map(languageOf));
  const isVisual = runs.some(({ item }) => picturesOf(item).length > 0);
  const files = [...splits.keys()].map((name) =>
    `      - split: ${name}\n        path: data/${pattern(name)}`
  );
  return `---
pretty_name: ${yaml(title)}
license: ${yaml(licence)}
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
${features === null ? "" : `dataset_info:\n  features:\n${features}\n`}---
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
  const sets = knobWords(knobs).map((word) => ` --set ${shellWord(word)}`).join("");
  return `alidade generate ${shellWord(task)} --count ${last + 1} --seed ${seed} ` +
    `--profile ${shellWord(profile)}` +
    `${level === undefined ? "" : ` --level ${level}`}${sets}${images}` +
    `${boxes === undefined ? "" : ` --boxes ${boxes}`} --out items-${i + 1}`;
}

function knobWords(knobs: Readonly<Record<string, KnobValue>>): string[] {
  return Object.entries(knobs).map(([name, value]) => `${name}=${value}`);
}
