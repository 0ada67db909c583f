import { jsonFault } from "../geometry/error_words.ts";
import {
  examineScene,
  type RawScene,
  readRawScene,
  type SceneFinding,
} from "../solvers/scene/mod.ts";
import {
  rawKittiScene,
  rawVsiScene,
  readClevrScene,
  readKittiCalibration,
  readKittiRow,
  readNuScenesScenes,
  readRoboSpatialScene,
  readSpriteScene,
  readThorScene,
} from "../datasets/mod.ts";
import { readOptions } from "./_options.ts";
import { type Command, UsageError } from "./command.ts";

const HELP = `alidade scene: look for what goes wrong with scenes of boxes and cameras

Usage: alidade scene check FILE... [OPTION...]

  --poses FILE   the camera poses of a file of SPRITE's; by default ../camera_pose/ and its name
  --as FORMAT    own, sprite, vsi, kitti, thor, nuscenes, robospatial or clevr; by default told by
                 the file
  --json         a line of JSON a finding: file, scene, trap, sure, of, says, evidence
  --strict       a finding that is certain or likely fails the run

A file is a scene of our own ({frame, objects, cameras?, rig?}), SPRITE's metainfo, VSI-Bench's
metadata, a KITTI label file, AI2-THOR's metadata, a COCO-like file of nuScenes, RoboSpatial's input
or a scene of CLEVR. It is read as its fields say, and what speaks against that reading is told with
the figures: appearances outside of the picture, things that stand on no floor, thin
axes that turn, angles beyond a full turn. Found are: rotations applied twice, left called right,
inverted poses, agents for cameras, half for full extents, degrees for radians, zero boxes, ids that
stand twice, numbers that are none. Each is certain (the scene contradicts itself), likely or
possible.

Exit code: 0 ran; 1 a file could not be read, or a finding with --strict; 2 usage.

Example:
  alidade scene check metainfo/0.json
`;

/** `alidade scene`: what goes wrong with scenes. */
export const scene: Command = {
  name: "scene",
  summary: "Look for what goes wrong with scenes of boxes and cameras",
  help: HELP,
  async run(args, io) {
    const options = readOptions(args, { text: ["poses", "as"], flag: ["json", "strict"] });
    const [verb, ...paths] = options.words;
    if (verb !== "check") throw new UsageError("the word after scene must be check");
    if (paths.length === 0) throw new UsageError("no file is named, must be FILE...");
    const format = options.text("as");
    if (format !== undefined && !Object.hasOwn(READERS, format)) {
      throw new UsageError(`--as is ${format}, must be ${Object.keys(READERS).join(", ")}`);
    }
    let failed = false;
    for (const path of paths) {
      try {
        const source = { path, text: await Deno.readTextFile(path), poses: options.text("poses") };
        for (const [name, raw] of await readScenes(source, format as Format | undefined)) {
          const found = examineScene(raw);
          failed ||= options.flag("strict") && found.some((f) => f.sure !== "possible");
          await io.out(
            options.flag("json") ? jsonLines(path, name, found) : report(path, name, raw, found),
          );
        }
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        io.log(`${path}: ${error.message}`);
        failed = true;
      }
    }
    return failed ? 1 : 0;
  },
};

type Format = "own" | "sprite" | "vsi" | "kitti" | "thor" | "nuscenes" | "robospatial" | "clevr";

interface Source {
  readonly path: string;
  readonly text: string;
  readonly poses: string | undefined;
}

type NamedScenes = readonly (readonly [name: string, raw: RawScene])[];

const READERS: Readonly<Record<Format, (source: Source, value: unknown) => Promise<NamedScenes>>> =
  {
    own: (_, value) => Promise.resolve([["", readRawScene(value)]]),
    sprite: async ({ path, poses }, value) => {
      const beside = path.replace(/[^/\\]*$/, (name) => `../camera_pose/${name}`);
      const text = await Deno.readTextFile(poses ?? beside).catch((error) => {
        if (poses !== undefined) throw error;
        return "{}";
      });
      return [["", readSpriteScene(value, parse(text, poses ?? beside), { as: "literal" })]];
    },
    vsi: (_, value) =>
      Promise.resolve(
        Object.entries(value as Record<string, unknown>).map(([name, entry]) =>
          [name, rawVsiScene(entry, name)] as const
        ),
      ),
    thor: (_, value) => Promise.resolve([["", readThorScene(value)]]),
    nuscenes: (_, value) => Promise.resolve([...readNuScenesScenes(value)]),
    robospatial: (_, value) => Promise.resolve([["", readRoboSpatialScene(value)]]),
    clevr: (_, value) => Promise.resolve([["", readClevrScene(value)]]),
    kitti: async ({ path, text }) => {
      const calib = path.replace(/[^/\\]*$/, (name) => `../calib/${name}`);
      const rows = text.split(/\r?\n/).map((row, i) => [row, i + 1] as const)
        .filter(([row]) => row.trim() !== "").map(([row, line]) => readKittiRow(row, line));
      const p2 = readKittiCalibration(await Deno.readTextFile(calib), calib);
      return [["", rawKittiScene(rows, p2)]];
    },
  };

async function readScenes(source: Source, format: Format | undefined): Promise<NamedScenes> {
  const isText = format === "kitti" || format === undefined && source.path.endsWith(".txt");
  if (isText) return await READERS.kitti(source, null);
  const value = parse(source.text, source.path);
  return await READERS[format ?? formatOf(value)](source, value);
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`Cannot read ${path}: ${jsonFault(error)}, must be JSON`);
  }
}

function formatOf(value: unknown): Format {
  if (Array.isArray(value)) return "sprite";
  const entries = Object.values((value ?? {}) as Record<string, unknown>);
  const isVsi = entries.length > 0 &&
    entries.every((entry) => typeof entry === "object" && entry !== null && "object_bbox" in entry);
  if (isVsi) return "vsi";
  const has = (field: string) => Object.hasOwn(value ?? {}, field);
  if (has("annotations")) return "nuscenes";
  if (has("camera_annotations")) return "robospatial";
  if (has("cameraPosition")) return "thor";
  return has("directions") ? "clevr" : "own";
}

function jsonLines(file: string, scene: string, found: readonly SceneFinding[]): string {
  return found.map(({ trap, sure, of = null, says, evidence }) =>
    JSON.stringify({ file, scene: scene || null, trap, sure, of, says, evidence }) + "\n"
  ).join("");
}

function report(
  path: string,
  name: string,
  raw: RawScene,
  found: readonly SceneFinding[],
): string {
  const what = `${path}${name === "" ? "" : ` ${name}`}`;
  const size = `${raw.objects.length} objects, ${raw.cameras?.length ?? 0} cameras`;
  const lines = found.map(({ sure, trap, says, evidence }) =>
    `  ${sure.padEnd(9)} ${trap}: ${says}\n            ${evidence}\n`
  );
  return `${what}: ${size}, ${found.length === 0 ? "nothing found" : `${found.length} found`}\n` +
    lines.join("");
}
