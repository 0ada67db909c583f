import { assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import type { ExactPoint } from "../../geometry/mod.ts";
import {
  checkDirection,
  checkFacing,
  type DirectionInstance,
  type FacingInstance,
  solveDirection,
  solveFacing,
} from "../../solvers/mod.ts";

const WINDS: Readonly<Record<string, string>> = {
  n: "north",
  ne: "northeast",
  e: "east",
  se: "southeast",
  s: "south",
  sw: "southwest",
  w: "west",
  nw: "northwest",
};

/** The centres of the boxes of each row: lines of name, x, y, width, length, over and over. */
function centres(csv: string): Map<string, ExactPoint>[] {
  return csv.trim().split("\n").slice(1).map((line) => {
    const cells = line.split(",");
    const row = new Map<string, ExactPoint>();
    for (let i = 0; i < cells.length; i += 5) row.set(cells[i]!, [cells[i + 1]!, cells[i + 2]!]);
    return row;
  });
}

for (const set of ["data1", "data2"]) {
  conformance(`QSRlib's cardinal directions, ${set}`, {
    path: "qsrlib",
    published: "https://github.com/strands-project/strands_qsr_lib",
  }, (path) => {
    const rows = centres(Deno.readTextFileSync(`${path}/${set}.csv`));
    const claims = Deno.readTextFileSync(`${path}/${set}_cardir_defaults.txt`);
    let count = 0;
    for (
      const [, row, of, from, wind] of claims.matchAll(
        /"(\d+)\.0,(\w+),(\w+),[^']*'cardir': '(\w+)'/g,
      )
    ) {
      const points = rows[Number(row) - 1]!;
      const instance: DirectionInstance = {
        from: points.get(from!)!,
        to: points.get(of!)!,
        frame: "y-up",
        sectors: "eight-winds",
      };
      const outcome = solveDirection(instance);
      if (count % 20 === 0) assertEquals(checkDirection(instance, outcome), null);
      const ours = outcome.status === "exact" ? outcome.value : outcome.status;
      assertEquals(ours, WINDS[wind!] ?? "impossible", `row ${row}: ${of} from ${from}`);
      count++;
    }
    assertEquals(count, rows.length * (set === "data1" ? 2 : 6));
  });
}

interface Scene {
  readonly object_bbox: Readonly<Record<string, { readonly centroid: readonly number[] }[]>>;
}

interface Question {
  readonly id: number;
  readonly scene: string;
  readonly type: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly answer: string;
}

const SECTORS = {
  object_rel_direction_easy: "left-right",
  object_rel_direction_medium: "left-right-back",
  object_rel_direction_hard: "facing-quadrants",
} as const;

conformance("VSI-Bench's relative directions, ScanNet scenes", {
  path: "vsi",
  published: "https://huggingface.co/datasets/nyu-visionx/VSI-Bench",
}, (path) => {
  const scenes = JSON.parse(
    Deno.readTextFileSync(`${path}/scannet_meta_info_val.json`),
  ) as Record<string, Scene>;
  const lines = Deno.readTextFileSync(`${path}/scannet_questions.jsonl`).trim().split("\n");
  const disagreeing: number[] = [];
  let count = 0;
  for (const line of lines) {
    const { id, scene, type, question, options, answer } = JSON.parse(line) as Question;
    if (!(type in SECTORS)) continue;
    count++;
    const words = /standing by the (.*) and facing the (.*), is the (.*?) to /.exec(question)!;
    const [at, facing, target] = words.slice(1).map((name): ExactPoint => {
      const [x, y] = scenes[scene]!.object_bbox[name]![0]!.centroid.map(String);
      return [x!, y!];
    });
    const instance: FacingInstance = {
      at: at!,
      facing: facing!,
      target: target!,
      frame: "y-up",
      sectors: SECTORS[type as keyof typeof SECTORS],
    };
    const outcome = solveFacing(instance);
    assertEquals(checkFacing(instance, outcome), null);
    const claimed = options.find((option) => option.startsWith(`${answer}. `))!.slice(3);
    if (outcome.status !== "exact" || outcome.value !== claimed) disagreeing.push(id);
  }
  assertEquals(count, 343);
  assertEquals(disagreeing, []);
});
