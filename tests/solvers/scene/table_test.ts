import { THOROUGH } from "../../_thorough.ts";
import { type ConventionName, CONVENTIONS, frameOf } from "../../../geometry/mod.ts";
import {
  checkScene,
  type Outcome,
  type QueryArguments,
  type Scene,
  SCENE_QUERIES,
  type SceneAsk,
  type SceneQuery,
  solveScene,
} from "../../../solvers/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import {
  type Change,
  changed,
  inConvention,
  movedArguments,
  random,
  randomArguments,
  randomScene,
} from "./_random_scene.ts";

const RUNS = THOROUGH ? 12 : 2;

/** Variants that speak of the data's own coordinates, or of how these round. */
const RAW = new Set([
  "between sprite",
  "view-side sprite",
  "view-depth sprite",
  "view-quadrant sprite",
  "stand-face sprite",
  "stand-face sprite-left-right",
  "distance vsi-grid",
]);

interface Case {
  readonly query: SceneQuery;
  readonly variant: string;
  readonly scene: Scene;
  readonly args: QueryArguments;
}

/** Every query by every variant, about random scenes. */
function* cases(runs = RUNS): Generator<Case> {
  const next = random(5);
  for (let run = 0; run < runs; run++) {
    const scene = randomScene(run);
    for (const query of SCENE_QUERIES.values()) {
      for (const variant of Object.keys(query.variants)) {
        yield { query, variant, scene, args: randomArguments(query, scene, next) };
      }
    }
  }
}

function ask({ query, variant }: Case, args: QueryArguments): SceneAsk {
  return { query: query.id, args, variant };
}

/** What must stay: the answer; doubles to nine decimals. */
function essence(outcome: Outcome<unknown>): unknown {
  return JSON.parse(JSON.stringify(outcome, (key, value) => {
    if (key === "margin" || key === "reason" || key === "core") return undefined;
    return typeof value === "number" ? Math.round(value * 1e9) / 1e9 + 0 : value;
  }));
}

function same(one: Case, other: Scene, args: QueryArguments, what: string): void {
  const here = solveScene(one.scene, ask(one, one.args)).outcome;
  const there = solveScene(other, ask(one, args)).outcome;
  if (one.query.id === "free-place") return assertEquals(there.status, here.status);
  const label = `${what}: ${one.query.id} ${one.variant} ${JSON.stringify(one.args)}`;
  assertEquals(essence(there), essence(here), label);
}

Deno.test("table: every answer passes its check, and no other answer does", () => {
  const statuses = new Set<string>();
  for (const one of cases()) {
    const { outcome } = solveScene(one.scene, ask(one, one.args));
    const label = `${one.query.id} ${one.variant} ${JSON.stringify(one.args)}`;
    assertEquals(checkScene(one.scene, ask(one, one.args), outcome), null, label);
    statuses.add(outcome.status);
    for (const wrong of mutants(outcome)) {
      // A last free place may lie between those that the check tries.
      if (one.query.id === "free-place" && wrong.status === "impossible") continue;
      const fault = checkScene(one.scene, ask(one, one.args), wrong);
      assert(
        fault !== null,
        `${label}: ${JSON.stringify(wrong)} passes for ${JSON.stringify(outcome)}`,
      );
    }
  }
  assert(statuses.has("exact"));
});

/** Outcomes that cannot be right where the given one is. */
function* mutants(outcome: Outcome<unknown>): Generator<Outcome<unknown>> {
  if (outcome.status !== "exact") return;
  const { value, margin } = outcome;
  yield { status: "impossible", reason: "none" };
  if (typeof value === "boolean") yield { ...outcome, value: !value };
  if (typeof value === "string") yield { ...outcome, value: `${value}x` };
  if (typeof value === "number") yield { ...outcome, value: value + 1 };
  if (margin !== null && margin.value > 0 && margin.value < 1e6) {
    yield { ...outcome, margin: { ...margin, value: margin.value * 1.01 } };
  }
  if (typeof value === "object" && value !== null && "approximate" in value) {
    yield { ...outcome, value: { ...value, approximate: Number(value.approximate) + 1 } };
  }
}

Deno.test("table: a change of convention changes no answer", () => {
  const names = Object.keys(CONVENTIONS) as ConventionName[];
  let k = 0;
  for (const one of cases()) {
    if (RAW.has(`${one.query.id} ${one.variant}`)) continue;
    const name = names[k++ % names.length]!;
    const other = inConvention(one.scene, name);
    same(one, other, inArguments(one, name), name);
  }
});

function inArguments({ query, args }: Case, name: ConventionName): QueryArguments {
  const probe = randomScene(0);
  const there = inConvention(
    {
      ...probe,
      objects: [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map((center, i) => ({
        ...probe.objects[0]!,
        id: String(i),
        box: { ...probe.objects[0]!.box, center: center as [number, number, number] },
      })),
    },
    name,
  );
  // The images of the unit vectors are the columns.
  const columns = there.objects.map((o) => o.box.center.map(Number));
  const matrix = [0, 1, 2].flatMap((row) => columns.map((c) => c[row]!));
  return movedArguments(query, args, { matrix, shift: [0, 0, 0] });
}

Deno.test("table: moving and renaming change no answer", () => {
  for (const one of cases()) {
    if (RAW.has(`${one.query.id} ${one.variant}`)) continue;
    const change: Change = { matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1], shift: ["1/3", 100.25, -7] };
    const other = changed(one.scene, one.scene.frame, change);
    same(one, other, movedArguments(one.query, one.args, change), "moved");
  }
});

Deno.test("table: turning about the vertical changes no answer but those of the compass", () => {
  const matrix = ["3/5", "-4/5", 0, "4/5", "3/5", 0, 0, 0, 1];
  for (const one of cases()) {
    if (one.query.frame === "world" && one.query.id !== "vertical-direction") continue;
    if (RAW.has(`${one.query.id} ${one.variant}`) || one.variant === "aabb-volume") continue;
    const change: Change = { matrix, shift: [0, 0, 0] };
    const other = changed(one.scene, one.scene.frame, change);
    same(one, other, movedArguments(one.query, one.args, change), "turned");
  }
});

Deno.test("table: a mirror with its handedness told changes no answer", () => {
  const frame = { ...frameOf("scannet"), handedness: "left" } as const;
  const change: Change = { matrix: [-1, 0, 0, 0, 1, 0, 0, 0, 1], shift: [0, 0, 0] };
  for (const one of cases()) {
    if (RAW.has(`${one.query.id} ${one.variant}`)) continue;
    const other = changed(one.scene, frame, change);
    same(one, other, movedArguments(one.query, one.args, change), "mirrored");
  }
});

const SWAPPED: Readonly<Record<string, string>> = { left: "right", right: "left" };

Deno.test("table: a mirror that is not told swaps left and right, and nothing else", () => {
  const change: Change = { matrix: [-1, 0, 0, 0, 1, 0, 0, 0, 1], shift: [0, 0, 0] };
  let swaps = 0;
  for (const one of cases()) {
    if (one.query.id !== "stand-face" || one.variant.startsWith("sprite")) continue;
    const other = changed(one.scene, one.scene.frame, change);
    const here = solveScene(one.scene, ask(one, one.args)).outcome;
    const there = solveScene(other, ask(one, one.args)).outcome;
    if (here.status !== "exact" || one.variant === "clock") continue;
    const expected = String(here.value).replace(/left|right/, (w) => SWAPPED[w]!);
    assertEquals(there.status === "exact" && there.value, expected);
    if (expected !== here.value) swaps++;
  }
  assert(swaps > 0);
});

Deno.test("table: scenes in centimetres answer in metres", () => {
  for (const one of cases(1)) {
    if (RAW.has(`${one.query.id} ${one.variant}`)) continue;
    const frame = { ...one.scene.frame, unit: "centimetre" } as const;
    const change: Change = {
      matrix: [100, 0, 0, 0, 100, 0, 0, 0, 100],
      shift: [0, 0, 0],
      turn: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    };
    const scaled = changed(one.scene, frame, change);
    same(one, scaled, movedArguments(one.query, one.args, change), "centimetres");
  }
});
