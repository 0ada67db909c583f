import { type Item, picturesOf } from "../item.ts";

/** An item and its pictures' files. */
export interface PackedItem {
  /** The item. */
  readonly item: Item;
  /** The bytes of its pictures, in the order of {@link picturesOf}. */
  readonly pictures: readonly Uint8Array[];
}

/** Which columns a dataset has besides those that all have; the same in every file of it. */
export interface PackedColumns {
  /** The most pictures of an item: none, one, or several, which stand in lists. */
  readonly pictures: number;
  /** Whether boxes of objects are given. */
  readonly boxes: boolean;
}

/** A column: its parquet elements, its type to Hugging Face, and what it holds of an item. */
interface Column {
  readonly elements: readonly ParquetElement[];
  readonly feature: unknown;
  readonly value: (packed: PackedItem) => unknown;
}

interface ParquetElement {
  readonly name: string;
  readonly type?: "BYTE_ARRAY" | "INT32" | "INT64" | "DOUBLE";
  readonly repetition_type?: "REQUIRED" | "OPTIONAL" | "REPEATED";
  readonly num_children?: number;
  readonly converted_type?: "UTF8" | "LIST";
}

/**
 * Writes items as one Parquet file that Hugging Face `datasets` and pandas read: pictures are
 * embedded as `{bytes, path}`, what differs by task stands as JSON text, and the `huggingface`
 * metadata gives each column's type.
 *
 * @param items the rows, one or more
 * @param columns which columns there are; those of these rows when left out
 * @returns the bytes of the file
 * @throws RangeError when there is no item
 *
 * Cost: linear in the bytes; all rows are held in memory. Loads `hyparquet-writer`.
 *
 * @example
 * ```ts
 * import { direction, parquetOf, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const item = new Run(direction).item(0);
 * const bytes = await parquetOf([{ item, pictures: [] }]);
 * assertEquals(new TextDecoder().decode(bytes.subarray(0, 4)), "PAR1");
 * ```
 */
export async function parquetOf(
  items: readonly PackedItem[],
  { pictures: most, boxes }: PackedColumns = columnsOf(items),
): Promise<Uint8Array> {
  if (items.length === 0) throw new RangeError("Cannot write 0 rows, must be at least 1");
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const withPictures = most > 0;
  const columns = Object.entries({
    ...(most === 1 ? { image: IMAGE } : most > 1 ? { images: IMAGES } : {}),
    ...COLUMNS,
    ...(boxes ? { boxes: BOXES, objects: OBJECTS } : {}),
  });
  const features = Object.fromEntries(columns.map(([name, column]) => [name, column.feature]));
  const buffer = parquetWriteBuffer({
    columnData: columns.map(([name, { value }]) => ({ name, data: items.map(value) })),
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.flatMap(([, { elements }]) => elements),
    ],
    // Readers hold a row group at a time, and pictures are large.
    rowGroupSize: withPictures ? 100 : 10_000,
    kvMetadata: [{ key: "huggingface", value: JSON.stringify({ info: { features } }) }],
    createdBy: "alidade",
  });
  return new Uint8Array(buffer);
}

function columnsOf(items: readonly PackedItem[]): PackedColumns {
  return {
    pictures: items.reduce((most, { pictures }) => Math.max(most, pictures.length), 0),
    boxes: items.some(({ item }) => item.boxes !== undefined),
  };
}

const STRING = { dtype: "string", _type: "Value" } as const;

/** A column of text that may be missing. */
function textColumn(name: string, value: (item: Item) => string | null): Column {
  return {
    elements: [{
      name,
      type: "BYTE_ARRAY",
      converted_type: "UTF8",
      repetition_type: "OPTIONAL",
    }],
    feature: STRING,
    value: ({ item }) => value(item),
  };
}

function numberColumn(
  name: string,
  type: "INT32" | "INT64" | "DOUBLE",
  value: (item: Item) => number | bigint | null,
): Column {
  const dtype = { INT32: "int32", INT64: "int64", DOUBLE: "float64" }[type];
  return {
    elements: [{ name, type, repetition_type: "OPTIONAL" }],
    feature: { dtype, _type: "Value" },
    value: ({ item }) => value(item),
  };
}

const IMAGE: Column = {
  elements: [
    { name: "image", repetition_type: "OPTIONAL", num_children: 2 },
    { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
    { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
  ],
  feature: { _type: "Image" },
  value: (packed) => embedded(packed)[0] ?? null,
};

/** Where an item has several, all stand in lists. */
const IMAGES: Column = {
  elements: [
    { name: "images", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "OPTIONAL", num_children: 2 },
    { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
    { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
  ],
  feature: { feature: { _type: "Image" }, _type: "List" },
  value: embedded,
};

function embedded({ item, pictures }: PackedItem) {
  return picturesOf(item).map(({ path }, i) => ({
    bytes: pictures[i]!,
    path: path.split("/").at(-1)!,
  }));
}

const CHOICES: Column = {
  elements: [
    { name: "choices", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
  ],
  feature: { feature: STRING, _type: "Sequence" },
  value: ({ item }) => item.choices,
};

const BOXES = textColumn("boxes", (item) => item.boxes ?? null);

/** Nested: a list of names with a list of four edges each. */
const OBJECTS: Column = {
  elements: [
    { name: "objects", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "OPTIONAL", num_children: 2 },
    { name: "name", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
    { name: "box", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", type: "DOUBLE", repetition_type: "OPTIONAL" },
  ],
  feature: {
    feature: {
      name: STRING,
      box: { feature: { dtype: "float64", _type: "Value" }, _type: "List" },
    },
    _type: "List",
  },
  value: ({ item }) => {
    if (item.boxes === undefined) return null;
    return picturesOf(item).flatMap(({ objects = [] }) => objects);
  },
};

const COLUMNS: Readonly<Record<string, Column>> = {
  id: textColumn("id", (item) => item.id),
  task: textColumn("task", (item) => item.task),
  version: numberColumn("version", "INT32", (item) => item.version),
  profile: textColumn("profile", (item) => item.profile),
  level: textColumn("level", (item) => item.level ?? null),
  seed: numberColumn("seed", "INT64", (item) => BigInt(item.seed)),
  index: numberColumn("index", "INT64", (item) => BigInt(item.index)),
  knobs: textColumn("knobs", (item) => JSON.stringify(item.knobs)),
  form: textColumn("form", (item) => item.form),
  question: textColumn("question", (item) => item.question),
  answer: textColumn("answer", (item) => item.answer),
  choices: CHOICES,
  claim: textColumn("claim", (item) => item.claim ?? null),
  frame: textColumn("frame", (item) => item.frame),
  unit: textColumn("unit", (item) => item.unit),
  margin: numberColumn("margin", "DOUBLE", (item) => item.margin),
  instance: textColumn("instance", (item) => JSON.stringify(item.instance)),
  alt: textColumn("alt", (item) => picturesOf(item).map(({ alt }) => alt).join("\n") || null),
};
