import { type PackedItem, parquetOf, picturesOf, TAR_END, tarEntry } from "../tasks/mod.ts";
import { type AsideFile, writeAside } from "./_aside.ts";
import { messageOf } from "./_lines.ts";
import { TRAINER_FORMATS, type TrainerFormat, TrainerLines } from "./_trainer_lines.ts";

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
}

/** The files of a split, filled one behind the other. */
export class SplitFiles {
  readonly #place: SplitPlace;
  readonly #files: number;
  #written = 0;
  #lines: TrainerLines | undefined;
  #items: PackedItem[] = [];

  /** Nothing is written before a file is full, or {@link SplitFiles.close}. */
  constructor(place: SplitPlace) {
    this.#place = place;
    this.#files = Math.ceil(place.rows / place.most);
  }

  /** Adds an item. */
  async add(packed: PackedItem): Promise<void> {
    this.#items.push(packed);
    if (this.#items.length === this.#place.most) await this.#write();
  }

  /** Writes what is left; returns how many files the split has. */
  async close(): Promise<number> {
    if (this.#items.length > 0) await this.#write();
    return this.#written;
  }

  async #write(): Promise<void> {
    const padded = (n: number) => String(n).padStart(5, "0");
    const { folder, split, kind } = this.#place;
    const ending = endingOf(kind);
    const name = `${split}-${padded(this.#written)}-of-${padded(this.#files)}.${ending}`;
    await using target = await writeAside(`${folder}/${name}`);
    if (kind === "parquet") await target.write(await parquetOf(this.#items));
    else if (kind === "webdataset") await this.#writeTar(target);
    else await this.#writeLines(target, kind);
    await target.commit();
    this.#written++;
    this.#items = [];
  }

  async #writeTar(target: AsideFile): Promise<void> {
    for (const packed of this.#items) {
      for (const entry of tarEntries(packed)) await target.write(entry);
    }
    await target.write(TAR_END);
  }

  /** Lines of JSON, or the one list that LLaVA reads; pictures stand beside them. */
  async #writeLines(target: AsideFile, kind: TrainerFormat): Promise<void> {
    const { folder } = this.#place;
    this.#lines ??= new TrainerLines(kind);
    for (const [i, { item, pictures }] of this.#items.entries()) {
      const line = this.#lines.line(item);
      if (kind !== "llava") await target.write(line);
      else await target.write(`${i === 0 ? "[\n" : ",\n"}${line.trimEnd()}`);
      if (pictures.length > 0) await Deno.mkdir(`${folder}/images`, { recursive: true });
      for (const [place, { path }] of picturesOf(item).entries()) {
        await writeBytes(`${folder}/${path}`, pictures[place]!);
      }
    }
    if (kind === "llava") await target.write("\n]\n");
  }
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
  // Their members differ in type from one another, which tables cannot hold: they stand as text.
  const [knobs, instance] = [JSON.stringify(item.knobs), JSON.stringify(item.instance)];
  const record = JSON.stringify({ ...item, knobs, instance });
  yield tarEntry(`${item.id}.json`, new TextEncoder().encode(record));
}
