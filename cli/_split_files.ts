import { type PackedItem, parquetOf, TAR_END, tarEntry } from "../tasks/mod.ts";
import { writeAside } from "./_aside.ts";

/** What a dataset's files may be. */
export type PackKind = "parquet" | "webdataset";

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
    else {
      for (const packed of this.#items) {
        for (const entry of tarEntries(packed)) await target.write(entry);
      }
      await target.write(TAR_END);
    }
    await target.commit();
    this.#written++;
    this.#items = [];
  }
}

/** How the names of such files end. */
export function endingOf(kind: PackKind): "parquet" | "tar" {
  return kind === "parquet" ? "parquet" : "tar";
}

/** WebDataset takes files with one name and different endings for one sample. */
function* tarEntries({ item, picture }: PackedItem): Generator<Uint8Array> {
  if (picture !== null) yield tarEntry(`${item.id}.${item.image!.split(".").at(-1)}`, picture);
  // Their members differ in type from one another, which tables cannot hold: they stand as text.
  const [knobs, instance] = [JSON.stringify(item.knobs), JSON.stringify(item.instance)];
  const record = JSON.stringify({ ...item, knobs, instance });
  yield tarEntry(`${item.id}.json`, new TextEncoder().encode(record));
}
