import { assertEquals } from "../_assert.ts";
import { alidade } from "../cli/_io.ts";

// The files are loaded with the programs users load them with, where those are installed.

const PYTHON = Deno.env.get("ALIDADE_PYTHON") ?? "python3";

async function python(code: string): Promise<{ success: boolean; out: string }> {
  try {
    const env = { HF_HUB_OFFLINE: "1", HF_DATASETS_DISABLE_PROGRESS_BARS: "1" };
    const command = new Deno.Command(PYTHON, { args: ["-c", code], env, stderr: "inherit" });
    const { success, stdout } = await command.output();
    return { success, out: new TextDecoder().decode(stdout).trim() };
  } catch {
    return { success: false, out: "" };
  }
}

const hasDatasets = (await python(
  "import importlib.util as u, sys\n" +
    "sys.exit(0 if all(u.find_spec(m) for m in ('datasets', 'pandas', 'PIL')) else 1)",
)).success;
if (!hasDatasets) {
  console.error("skipped pack and Python: no datasets, pandas and Pillow, from PyPI");
}

Deno.test({
  name: "pack: Hugging Face datasets and pandas load Parquet and tar files, pictures decoded",
  ignore: !hasDatasets,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      await alidade(
        ...["generate", "direction", "--count", "40", "--images", "png"],
        ...["--boxes", "fractions", "--curriculum", "mixed"],
        ...["--set", "form=choice", "--out", `${folder}/items`],
      );
      for (const kind of ["parquet", "webdataset"]) {
        await alidade(
          "pack",
          `${folder}/items/items.jsonl`,
          "--as",
          kind,
          "--out",
          `${folder}/${kind}`,
        );
      }
      const { out } = await python(`
import datasets, pandas, glob, json
from datasets.utils.metadata import MetadataConfigs
from huggingface_hub import DatasetCard
card = DatasetCard.load("${folder}/parquet/README.md", ignore_metadata_errors=False).data
configs = MetadataConfigs.from_dataset_card_data(card)
cache = "${folder}/cache"
rows = datasets.load_dataset("${folder}/parquet", cache_dir=cache)["train"]
tar = datasets.load_dataset("${folder}/webdataset", cache_dir=cache)["train"]
frame = pandas.read_parquet(sorted(glob.glob("${folder}/parquet/data/*"))[0])
print(json.dumps([len(rows), rows[0]["image"].size, len(rows[0]["choices"]), len(tar),
  tar[0]["png"].size, tar[0]["json"]["id"] == rows[0]["id"], len(frame),
  frame.iloc[0]["question"] == rows[0]["question"], rows[1]["level"],
  rows[0]["objects"] == [{"name": o["name"], "box": list(o["box"])} for o in frame.iloc[0]["objects"]],
  rows[0]["objects"] == json.loads(tar[0]["json"]["objects"]),
  [card.license, card.language, card.task_categories, card.size_categories],
  configs["default"]["data_files"]]))`);
      assertEquals(JSON.parse(out), [
        ...[40, [448, 448], 4, 40, [448, 448], true, 40, true, "medium", true, true],
        ["mit", ["en"], ["visual-question-answering"], ["n<1K"]],
        [{ split: "train", path: "data/train-*.parquet" }],
      ]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
