import { assertEquals } from "../_assert.ts";
import { alidade } from "../cli/_io.ts";

// The files are loaded with the libraries users load them with, where those are installed.

const PYTHON = Deno.env.get("ALIDADE_PYTHON") ?? "python3";

async function python(code: string, ...args: string[]): Promise<{ success: boolean; out: string }> {
  try {
    const env = { HF_HUB_OFFLINE: "1", HF_DATASETS_DISABLE_PROGRESS_BARS: "1" };
    const command = new Deno.Command(PYTHON, {
      args: ["-c", code, ...args],
      env,
      stderr: "inherit",
    });
    const { success, stdout } = await command.output();
    return { success, out: new TextDecoder().decode(stdout).trim() };
  } catch {
    return { success: false, out: "" };
  }
}

const LIBRARIES = ["datasets", "pandas", "PIL", "webdataset", "polars", "duckdb", "mlcroissant"];

const hasAll = (await python(
  "import importlib.util as u, sys\n" +
    "sys.exit(0 if all(u.find_spec(m) for m in sys.argv[1:]) else 1)",
  ...LIBRARIES,
)).success;
if (!hasAll) console.error(`skipped packs in either order: not all of ${LIBRARIES.join(", ")}`);

/** Loads every format with every library that reads it; fails where an end of it is another item. */
const LOAD = `
import glob, json, sys, datasets, duckdb, pandas, polars, webdataset
import mlcroissant
root, ids = sys.argv[1], json.loads(sys.argv[2])
files = lambda kind, end: sorted(glob.glob(f"{root}/{kind}/data/*.{end}"))
def ends(found):
    assert list(found) == ids, (found, ids)
for kind in ("parquet", "webdataset", "llava", "swift", "sharegpt"):
    rows = datasets.load_dataset(f"{root}/{kind}", cache_dir=f"{root}/cache")["train"]
    ends([row["json"]["id"] if kind == "webdataset" else row["id"] for row in (rows[0], rows[len(rows) - 1])])
    issues = mlcroissant.Dataset(jsonld=f"{root}/{kind}/croissant.json").metadata.ctx.issues
    assert not issues.errors and not issues.warnings, issues.report()
raw = datasets.load_dataset("webdataset", data_files=files("webdataset", "tar"), cache_dir=f"{root}/raw")["train"]
ends([raw[0]["json"]["id"], raw[len(raw) - 1]["json"]["id"]])
table = pandas.concat([pandas.read_parquet(f) for f in files("parquet", "parquet")])
ends([table.iloc[0]["id"], table.iloc[-1]["id"]])
assert str(table["margin"].dtype) == "float64"
table = polars.read_parquet(files("parquet", "parquet"))
ends([table["id"][0], table["id"][-1]])
assert table.schema["margin"] == polars.Float64
assert table.schema["choices"] == polars.List(polars.String)
rows = duckdb.sql(f"select id from read_parquet({files('parquet', 'parquet')!r})").fetchall()
ends([rows[0][0], rows[-1][0]])
samples = list(webdataset.WebDataset(files("webdataset", "tar"), shardshuffle=False).decode())
ends([samples[0]["json"]["id"], samples[-1]["json"]["id"]])
kinds = {tuple((name, type(value)) for name, value in sample["json"].items()) for sample in samples}
assert len(kinds) == 1, kinds
row = next(iter(mlcroissant.Dataset(jsonld=f"{root}/parquet/croissant.json").records("rows-0")))
assert row["rows-0/id"].decode() == ids[0]
print("all")
`;

/** Runs that differ in what their items have: choices, margins, pictures, boxes, levels. */
const RUNS = [
  ["direction", "--set", "form=choice", "--images", "png"],
  ["distance", "--images", "png"],
  ["direction", "--level", "hard", "--images", "png", "--boxes", "fractions"],
  ["shortest-path"],
];

Deno.test({
  name: "pack: every format loads in either order of rows, with every library that reads it",
  ignore: !hasAll,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      for (const [i, words] of RUNS.entries()) {
        const out = ["--count", "8", "--seed", String(i), "--out", `${folder}/${i}`];
        await alidade("generate", ...words, ...out);
      }
      for (const order of [[0, 1, 2, 3], [3, 2, 1, 0]]) {
        const paths = order.map((i) => `${folder}/${i}/items.jsonl`);
        const root = `${folder}/${order.join("")}`;
        for (const kind of ["parquet", "webdataset", "llava", "swift", "sharegpt"]) {
          const packed = await alidade(
            ...["pack", ...paths, "--as", kind, "--rows", "12", "--out", `${root}/${kind}`],
          );
          assertEquals(packed.code, 0, packed.log);
        }
        const lines = paths.flatMap((path) => Deno.readTextFileSync(path).trim().split("\n"));
        const ids = [lines[0]!, lines.at(-1)!].map((line) => JSON.parse(line).id);
        assertEquals((await python(LOAD, root, JSON.stringify(ids))).out, "all");
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
