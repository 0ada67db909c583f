import {
  changeOfAxes,
  type ConventionName,
  CONVENTIONS,
  frameOf,
  intrinsicsOf,
  type OrientedBox,
  orientedBox,
  Rational,
  type Real,
  type Real3,
  worldSides,
} from "../../../geometry/mod.ts";
import type { ArgumentSpec, QueryArguments, Scene, SceneQuery } from "../../../solvers/mod.ts";
import { random, randomRotation } from "../../geometry/space/_boxes.ts";

export { random };

const CATEGORIES = ["chair", "table", "lamp"];

/** A room with things in it, two cameras and rational numbers; the same for the same seed. */
export function randomScene(seed: number, convention: ConventionName = "scannet"): Scene {
  const next = random(seed * 7919 + 1);
  const place = () => Math.round(60 * next() - 30) / 10;
  const objects = Array.from({ length: 7 }, (_, i) => ({
    id: `thing ${i}`,
    category: CATEGORIES[Math.floor(3 * next())]!,
    box: orientedBox({
      center: [place(), place(), Math.round(10 * next()) / 10],
      size: [0.2 + Math.round(10 * next()) / 10, 0.4, 0.2 + Math.round(10 * next()) / 10],
      rotation: next() < 0.6 ? [0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1] : randomRotation(next),
    }),
    ...next() < 0.8 && { front: direction(next) },
    ...next() < 0.7 && { colour: ["red", "blue"][Math.floor(2 * next())]! },
    seen: [0, 1, 2, 3].filter(() => next() < 0.5),
    room: next() < 0.5 ? "hall" : "den",
  }));
  const cameras = [0, 1, 2].map((time) => ({
    name: `camera ${time}`,
    time,
    of: "camera" as const,
    camera: {
      ...intrinsicsOf(400, 300, 90),
      position: [place(), place(), 1.5] as const,
      ...look(next),
    },
  }));
  const outline: Real3[] = [[-3, -3, 0], [3, -3, 0], [3, 3, 0], [-3, 3, 0]];
  const frame = frameOf("scannet");
  const scene = {
    frame,
    objects,
    cameras,
    rooms: [{ id: "hall", area: 36, outline }, {
      id: "den",
      area: "12.5",
      outline: [[0, 0, 0], [2, 0, 0], [1, 2.5, 0]] as const,
    }],
  };
  return convention === "scannet" ? scene : inConvention(scene, convention);
}

function direction(next: () => number): Real3 {
  const choices: Real3[] = [[1, 0, 0], [0, -1, 0], [0.6, 0.8, 0], [-3, 4, 0], [5, 2, 1]];
  return choices[Math.floor(choices.length * next())]!;
}

/** Directions of a camera that looks level, or down by the angle of a 3-4-5 triangle. */
function look(next: () => number) {
  const [c, s] = [[1, 0], [0, 1], [0.6, 0.8], [-0.8, 0.6]][Math.floor(4 * next())]!;
  const [down, ahead] = next() < 0.5 ? [0, 1] : [0.6, 0.8];
  const forward: Real3 = [decimal(c! * ahead!), decimal(s! * ahead!), -down!];
  return {
    forward,
    right: [s!, -c! + 0, 0] as Real3,
    down: [decimal(-c! * down!), decimal(-s! * down!), -ahead!] as Real3,
  };
}

function decimal(x: number): number {
  return Math.round(x * 100) / 100 + 0;
}

/** A change of coordinates: v goes to matrix v + shift, exactly. */
export interface Change {
  readonly matrix: readonly Real[];
  readonly shift: Real3;
  /** For directions, where lengths change. */
  readonly turn?: readonly Real[];
}

/** The scene in other coordinates, with another frame. */
export function changed(scene: Scene, frame: Scene["frame"], change: Change): Scene {
  const point = (p: Real3) => moved(p, change, true);
  const turn = (p: Real3) => moved(p, change, false);
  const stretch = (p: Real3) => moved(p, { ...change, shift: [0, 0, 0] }, true);
  return {
    frame,
    objects: scene.objects.map((o) => ({
      ...o,
      box: {
        center: point(o.box.center),
        axes: o.box.axes.map(stretch) as unknown as OrientedBox["axes"],
      },
      ...o.front && { front: turn(o.front) },
    })),
    cameras: (scene.cameras ?? []).map((c) => ({
      ...c,
      camera: {
        ...c.camera,
        position: point(c.camera.position),
        right: turn(c.camera.right),
        down: turn(c.camera.down),
        forward: turn(c.camera.forward),
      },
    })),
    rooms: (scene.rooms ?? []).map((r) => ({
      ...r,
      ...r.outline && { outline: r.outline.map(point) },
    })),
  };
}

/** A point or vector after a change. */
export function moved(p: Real3, change: Change, isPoint: boolean): Real3 {
  const { shift, matrix, turn = matrix } = change;
  const m = isPoint ? matrix : turn;
  return [0, 1, 2].map((row) =>
    String([0, 1, 2].reduce(
      (sum, k) => sum.plus(Rational.from(m[3 * row + k]!).times(Rational.from(p[k]!))),
      isPoint ? Rational.from(shift[row]!) : Rational.ZERO,
    ))
  ) as unknown as Real3;
}

/** The same scene as another convention writes it. */
export function inConvention(scene: Scene, name: ConventionName): Scene {
  return changed(scene, frameOf(name), {
    matrix: changeOfAxes(worldSides(scene.frame), CONVENTIONS[name].world),
    shift: [0, 0, 0],
  });
}

/** Arguments for a query, drawn at random: objects that differ, points, numbers. */
export function randomArguments(
  query: SceneQuery,
  scene: Scene,
  next: () => number,
): Record<string, unknown> {
  const ids = scene.objects.map((o) => o.id).sort(() => next() - 0.5);
  const draw = (spec: ArgumentSpec): unknown => {
    const cameras = (scene.cameras ?? []).map((c) => c.name);
    switch (spec.kind) {
      case "object":
        return ids.pop();
      case "objects":
        return ids.splice(0, 3);
      case "camera":
        return cameras[Math.floor(next() * cameras.length)];
      case "cameras":
        return cameras;
      case "category":
        return "chair";
      case "room":
        return "hall";
      case "word":
        return spec.words![Math.floor(next() * spec.words!.length)];
      case "length":
      case "number":
        return [1, 2, "0.5", 3.5, 30][Math.floor(5 * next())];
      case "point":
        return [1, 2, 0.5];
      case "points":
        return [[1, 2, 0.5], [2, 2, 0.5], [2, -1, 0.5], [2, -2, 0.5]];
      case "change":
        return next() < 0.5 ? { remove: ids.pop() } : { move: ids.at(-1), by: [1, "1/3", 0] };
      case "query":
        return {
          query: "nearest",
          args: { anchor: ids[0], options: [ids[1], ids[2], ids.at(-1)] },
        };
      case "direction":
        return [0.6, 0.8, 0];
      default:
        return undefined;
    }
  };
  const args: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(query.takes)) {
    const value = draw(spec);
    if (value !== undefined) args[name] = value;
  }
  return args;
}

/** The arguments after a change: points and directions move. */
export function movedArguments(
  query: SceneQuery,
  args: QueryArguments,
  change: Change,
): QueryArguments {
  const entries = Object.entries(args).map(([name, value]) => {
    const kind = query.takes[name]!.kind;
    if (kind === "point") return [name, moved(value as Real3, change, true)];
    if (kind === "direction") return [name, moved(value as Real3, change, false)];
    if (kind === "change" && "by" in (value as object)) {
      const { by } = value as { by: Real3 };
      return [name, { ...value as object, by: moved(by, { ...change, shift: [0, 0, 0] }, true) }];
    }
    if (kind === "points") {
      return [name, (value as Real3[]).map((p) => moved(p, change, true))];
    }
    return [name, value];
  });
  return Object.fromEntries(entries);
}
