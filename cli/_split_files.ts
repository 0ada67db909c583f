import {
  type Item,
  type JsonValue,
  type PackedColumns,
  type PackedItem,
  parquetOf,
  picturesOf,
  TAR_END,
  tarEntry,
} from "../tasks/mod.ts";
import { type AsideFile, writeAside } from "./_aside.ts";
import { digestOf, makeFolder } from "./_disk.ts";
import { messageOf } from "./_lines.ts";
import { folderOf } from "./_place.ts";
import { TRAINER_FORMATS, type TrainerFormat, trainerLine } from "./_trainer_lines.ts";
import { typedJson } from "./_typed_json.ts";

/** What a dataset's files may be. */
export const PACK_KINDS = ["parquet", "webdataset", ...TRAINER_FORMATS] as const;

/** One of them. */
export type PackKind = typeof PACK_KINDS[number];

const ENDINGS = {
  parquet: "parquet",
  webdataset: "tar",
  llava: "json",
  swift: "jsonl",
  sharegpt: "jsonl",
} as const;

/** The pattern of a split's files below `data/`. */
export function patternOf(kind: PackKind, split: string): string {
  return `${split}${kind === "llava" ? "" : "-*"}.${endingOf(kind)}`;
}

/** How the names of such files end. */
export function endingOf(kind: PackKind): typeof ENDINGS[PackKind] {
  return ENDINGS[kind];
}

/** A split and where its files go. */
export interface SplitPlace {
  /** The folder. */
  readonly folder: string;
  /** The split's name. */
  readonly split: string;
  /** What the files are. */
  readonly kind: PackKind;
  /** How many rows it will have. */
  readonly rows: number;
  /** How many of them a file holds at most. */
  readonly most: number;
  /** Which columns the whole dataset has. */
  readonly columns: PackedColumns;
}

/** A file that stands in its place. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of a split, filled one behind the other. */
export class SplitFiles {
  readonly #place: SplitPlace;
  readonly #most: number;
  readonly #files: number;
  readonly #written: WrittenFile[] = [];
  #open: OpenFile | null = null;
  /** Rows of the file at hand, where it is written as a whole. */
  #items: PackedItem[] = [];

  /** Nothing is written before an item comes. */
  constructor(place: SplitPlace) {
    this.#place = place;
    // LLaVA's loader takes one file.
    this.#most = place.kind === "llava" ? Infinity : place.most;
    this.#files = Math.max(1, Math.ceil(place.rows / this.#most));
  }

  /** Adds an item, whose pictures are called as they are to stand in the folder. */
  async add(packed: PackedItem): Promise<void> {
    this.#open ??= await this.#begin();
    const { target } = this.#open;
    const { kind } = this.#place;
    if (kind === "parquet") this.#items.push(packed);
    else if (kind === "webdataset") {
      for (const entry of tarEntries(packed)) await target.write(entry);
    } else await this.#writeLine(packed, kind, target);
    if (++this.#open.rows === this.#most) await this.#end();
  }

  /** Writes what is left; returns the files of the split. */
  async close(): Promise<readonly WrittenFile[]> {
    if (this.#open !== null) await this.#end();
    return this.#written;
  }

  /** Leaves off, and takes away what is half written. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open?.target[Symbol.asyncDispose]();
  }

  async #begin(): Promise<OpenFile> {
    const padded = (n: number) => String(n).padStart(5, "0");
    const { folder, split, kind } = this.#place;
    const part = `-${padded(this.#written.length)}-of-${padded(this.#files)}`;
    const name = `${split}${kind === "llava" ? "" : part}.${endingOf(kind)}`;
    return { name, rows: 0, target: await writeAside(`${folder}/${name}`) };
  }

  async #end(): Promise<void> {
    const { folder, kind, columns } = this.#place;
    const { target, name } = this.#open!;
    if (kind === "parquet") await target.write(await parquetOf(this.#items, columns));
    else if (kind === "webdataset") await target.write(TAR_END);
    else if (kind === "llava") await target.write("\n]\n");
    await target.commit();
    this.#open = null;
    this.#items = [];
    this.#written.push({ name, ...(await digestOf(`${folder}/${name}`))! });
  }

  /** Lines of JSON, or the one list that LLaVA reads; pictures stand beside them. */
  async #writeLine(packed: PackedItem, kind: TrainerFormat, target: AsideFile): Promise<void> {
    const { folder, columns } = this.#place;
    const line = trainerLine(packed.item, kind, columns);
    if (kind !== "llava") await target.write(`${line}\n`);
    else await target.write(`${this.#open!.rows === 0 ? "[\n" : ",\n"}${line}`);
    for (const [place, { path }] of picturesOf(packed.item).entries()) {
      makeFolder(folderOf(`${folder}/${path}`));
      await writeBytes(`${folder}/${path}`, packed.pictures[place]!);
    }
  }
}

interface OpenFile {
  readonly name: string;
  readonly target: AsideFile;
  rows: number;
}

async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await Deno.writeFile(path, bytes);
  } catch (error) {
    throw new Error(
      `Cannot write ${path}: ${messageOf(error)}, must be a file that can be written`,
    );
  }
}

/** WebDataset takes files with one name and different endings for one sample. */
function* tarEntries({ item, pictures }: PackedItem): Generator<Uint8Array> {
  for (const [i, { path }] of picturesOf(item).entries()) {
    // What stands behind the first dot is the member's name within the sample.
    const place = pictures.length === 1 ? "" : `${i + 1}.`;
    yield tarEntry(`${item.id}.${place}${path.split(".").at(-1)}`, pictures[i]!);
  }
  yield tarEntry(`${item.id}.json`, new TextEncoder().encode(typedJson(tarRecord(item))));
}

/**
 * An item's record as every sample of a tar file has it: readers take the types of members from the
 * first samples, so that none is missing or null, and what differs in its form stands as JSON text.
 */
function tarRecord(item: Item): JsonValue {
  const { level = "", claim = "", unit, margin, knobs, choices, instance, boxes = "" } = item;
  const pictures = picturesOf(item);
  return {
    ...{ id: item.id, task: item.task, version: item.version, profile: item.profile, level },
    ...{ seed: item.seed, index: item.index, knobs: JSON.stringify(knobs), form: item.form },
    ...{ question: item.question, answer: item.answer, choices: JSON.stringify(choices ?? []) },
    ...{ claim, frame: item.frame, unit: unit ?? "", margin: margin ?? -1 },
    instance: JSON.stringify(instance),
    alt: pictures.map(({ alt }) => alt).join("\n"),
    boxes,
    objects: JSON.stringify(pictures.flatMap(({ objects = [] }) => objects)),
  };
}
