import type { JsonValue } from "../tasks/mod.ts";
import type { PackKind } from "./_split_files.ts";

/** How each kind of files is loaded, and where its pictures are looked for. */
export function useOf(kind: PackKind, files: readonly string[]): string {
  switch (kind) {
    case "parquet":
      return "`datasets.load_dataset`, `pandas.read_parquet`, `polars.read_parquet` or DuckDB. " +
        "Pictures are\nembedded; `knobs` and `instance` are JSON text.";
    case "webdataset":
      return "`datasets.load_dataset` or the library `webdataset`: a `.json` and the pictures of a " +
        "sample share a name.\nEach member has one type in all samples: `knobs`, `choices`, " +
        "`instance` and `objects` are JSON text, what\nan item has not is an empty text, and a " +
        "`margin` of -1.0 is none.";
    case "llava":
      return "LLaVA: `--data_path data/train.json --image_folder data`; the paths of pictures are " +
        "below `data`.\nAn item without a picture has no `image`.";
    case "swift":
      return "ms-swift, with pictures looked for below `data`: `ROOT_IMAGE_DIR=data swift sft " +
        `--dataset ${files.map((name) => `data/${name}`).join(" ")}\`.`;
    case "sharegpt":
      return "LLaMA-Factory, from this folder: `dataset_dir: .`, `media_dir: data` and `dataset: " +
        `${
          namesOf(files).join(",")
        }\`, as\n\`dataset_info.json\` says; pictures stand below \`data\`.`;
  }
}

/** LLaMA-Factory's list of datasets: one a file, in the format of ShareGPT. */
export function datasetInfo(files: readonly string[], hasPictures: boolean): JsonValue {
  const columns = { messages: "conversations", ...(hasPictures ? { images: "images" } : {}) };
  const names = namesOf(files);
  return Object.fromEntries(files.map((file_name, i) => {
    return [names[i]!, { file_name: `data/${file_name}`, formatting: "sharegpt", columns }];
  }));
}

/** The names of datasets: a split's, where it is one file. */
function namesOf(files: readonly string[]): string[] {
  return files.map((file) =>
    file.replace(/-00000-of-00001(?=\.)|-of-\d+(?=\.)/, "").replace(/\.\w+$/, "")
  );
}
