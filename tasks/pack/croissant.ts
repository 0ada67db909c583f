import type { JsonValue } from "../../lines/template.ts";

/** A file of a dataset, as its metadata names it. */
export interface CroissantFile {
  /** Its path within the dataset. */
  readonly path: string;
  /** Its size. */
  readonly bytes: number;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What Croissant metadata says of a dataset. */
export interface CroissantSettings {
  /** The title. */
  readonly title: string;
  /** What it is, in a sentence or two. */
  readonly description: string;
  /** The licence, by Hugging Face's short name. */
  readonly licence: string;
  /** The languages of its words. */
  readonly languages: readonly string[];
  /** The ending of the data files. */
  readonly format: "parquet" | "tar" | "json" | "jsonl";
  /** The data files. */
  readonly files: readonly CroissantFile[];
  /** How many pictures an item has at most. */
  readonly pictures: number;
}

const MEDIA = {
  parquet: "application/x-parquet",
  tar: "application/x-tar",
  json: "application/json",
  jsonl: "application/jsonlines",
} as const;

/** The columns that every row has, with their types. */
const FIELDS: Readonly<Record<string, string>> = {
  id: "sc:Text",
  task: "sc:Text",
  version: "sc:Integer",
  profile: "sc:Text",
  level: "sc:Text",
  seed: "sc:Integer",
  index: "sc:Integer",
  knobs: "sc:Text",
  form: "sc:Text",
  question: "sc:Text",
  answer: "sc:Text",
  claim: "sc:Text",
  frame: "sc:Text",
  unit: "sc:Text",
  margin: "sc:Float",
  instance: "sc:Text",
  alt: "sc:Text",
};

/**
 * The metadata of a dataset by Croissant 1.0, the format of MLCommons: its files with their
 * checksums, and where they are Parquet the columns of their rows.
 *
 * @param settings title, licence, files
 * @returns JSON-LD, for `croissant.json` beside the card
 *
 * Cost: linear in the files.
 * Source: https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 *
 * @example
 * ```ts
 * import { croissantOf } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const metadata = croissantOf({
 *   title: "Roads",
 *   description: "Questions about roads.",
 *   licence: "mit",
 *   languages: ["en"],
 *   format: "jsonl",
 *   files: [{ path: "data/train.jsonl", bytes: 3, sha256: "00" }],
 *   pictures: 0,
 * }) as { readonly name: string };
 * assertEquals(metadata.name, "Roads");
 * ```
 */
export function croissantOf(settings: CroissantSettings): JsonValue {
  const { title, description, licence, languages, format, files, pictures } = settings;
  const objects = files.map(({ path, bytes, sha256 }) => ({
    "@type": "cr:FileObject",
    "@id": path,
    name: path,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat: MEDIA[format],
    sha256,
  }));
  return {
    "@context": CONTEXT,
    "@type": "sc:Dataset",
    name: nameOf(title),
    alternateName: title,
    description,
    conformsTo: "http://mlcommons.org/croissant/1.0",
    license: licence,
    inLanguage: languages,
    version: "1.0.0",
    citeAs: title,
    url: ".",
    datePublished: "1970-01-01",
    distribution: objects,
    ...(format === "parquet"
      ? { recordSet: files.map((file, i) => recordSet(file, i, pictures)) }
      : {}),
  } as unknown as JsonValue;
}

/** The rows of a file, by their columns. */
function recordSet({ path }: CroissantFile, i: number, pictures: number) {
  const id = `rows-${i}`;
  const field = (
    name: string,
    dataType: string,
    { transform, ...more }: Readonly<Record<string, JsonValue>> = {},
  ) => ({
    "@type": "cr:Field",
    "@id": `${id}/${name}`,
    name,
    description: name,
    dataType,
    ...more,
    source: {
      fileObject: { "@id": path },
      extract: { column: name },
      ...(transform === undefined ? {} : { transform }),
    },
  });
  return {
    "@type": "cr:RecordSet",
    "@id": id,
    name: id,
    description: `The rows of ${path}, an item each.`,
    field: [
      ...(pictures === 1
        ? [field("image", "sc:ImageObject", { transform: { jsonPath: "bytes" } })]
        : []),
      ...Object.entries(FIELDS).map(([name, type]) => field(name, type)),
      field("choices", "sc:Text", { repeated: true }),
    ],
  };
}

/** A name of letters, digits and dashes. */
function nameOf(title: string): string {
  return title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "dataset";
}

/** The terms of Croissant 1.0, as its specification gives them. */
const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataBiases: "cr:dataBiases",
  dataCollection: "cr:dataCollection",
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  equivalentProperty: "cr:equivalentProperty",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  personalSensitiveInformation: "cr:personalSensitiveInformation",
  rai: "http://mlcommons.org/croissant/RAI/",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  samplingRate: "cr:samplingRate",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
} as const;
