import { frameOf, type SpaceFrame } from "../../../geometry/mod.ts";
import {
  examineScene,
  fitOf,
  type RawCamera,
  type RawObject,
  type RawScene,
  readRawScene,
  sceneOf,
  type SceneTrap,
  THOR_RIG,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";

/** A room of our own in AI2-THOR's coordinates: things on the floor, pictures on four walls. */
const OBJECTS: readonly RawObject[] = [
  thing("sofa", [1, 0.4, 3], [2, 0.8, 0.9]),
  thing("table", [4, 0.35, 4], [1.2, 0.7, 0.8]),
  thing("vase", [4, 0.85, 4], [0.2, 0.3, 0.2]),
  thing("shelf", [6.8, 1, 2], [0.4, 2, 1.5]),
  thing("plant", [0.5, 0.6, 6.5], [0.5, 1.2, 0.5]),
  thing("stool", [3, 0.25, 1.5], [0.4, 0.5, 0.4]),
  picture("north", [2, 1.5, 6.98], 0),
  picture("north 2", [5, 1.6, 6.98], 0),
  picture("east", [6.98, 1.4, 5], 90),
  picture("west", [0.02, 1.5, 2], 270),
];

function thing(id: string, center: RawObject["center"], size: RawObject["size"]): RawObject {
  return { id, category: id, center, size, rotation: [0, 0, 0] };
}

/** A picture whose extents are the world's: thin along the wall's normal. */
function picture(id: string, center: RawObject["center"], yaw: number): RawObject {
  const size = yaw % 180 === 0 ? [0.8, 0.6, 0.03] as const : [0.03, 0.6, 0.8] as const;
  return { id, category: "picture", center, size, rotation: [0, yaw, 0] };
}

const CAMERAS: readonly RawCamera[] = [0, 20, 45, 70, 90, 120, 200, 250, 300, 340].map((
  yaw,
  time,
) => ({
  ...{ name: `frame ${time}`, time, of: "agent" as const },
  position: [1.5 + time / 3, 0.9, 1 + time / 4] as const,
  rotation: [0, yaw, 0],
  ...{ width: 300, height: 300, fov: 90 },
}));

const FRAME: SpaceFrame = frameOf("ai2thor", { rotation: { form: "none" } });

/** The room with the appearances that its cameras make. */
function room(): RawScene {
  const raw: RawScene = { frame: FRAME, objects: OBJECTS, cameras: CAMERAS, rig: THOR_RIG };
  const objects = OBJECTS.map((object) => ({
    ...object,
    seen: CAMERAS.map((_, time) => time).filter((time) => {
      const one = { ...raw, objects: [{ ...object, seen: [time] }], cameras: [CAMERAS[time]!] };
      return fitOf(one).inPicture === 1;
    }),
  }));
  return { ...raw, objects };
}

function trapsOf(raw: RawScene): SceneTrap[] {
  return examineScene(raw).filter((f) => f.sure !== "possible").map((f) => f.trap);
}

const SOUND = room();

Deno.test("doctor: a sound room has nothing", () => assertEquals(examineScene(SOUND), []));

Deno.test("doctor: each trap is found, and it alone", () => {
  const { rig: _, ...bare } = SOUND;
  const cameras = CAMERAS.map((c) => ({ ...c, of: "camera" as const }));
  const cases: [SceneTrap, RawScene][] = [
    ["turned-twice", { ...SOUND, frame: frameOf("ai2thor") }],
    ["agent-for-camera", { ...bare, cameras }],
    ["inverted-pose", { ...SOUND, frame: { ...FRAME, pose: "world2cam" } }],
    ["mirrored", {
      ...SOUND,
      frame: {
        ...frameOf("habitat"),
        rotation: { form: "none" },
        cameraRotation: FRAME.cameraRotation,
      },
    }],
    ["half-for-full", {
      ...SOUND,
      objects: SOUND.objects.map((o) => ({
        ...o,
        size: o.size.map((x) => Number(x) / 2) as unknown as RawObject["size"],
      })),
    }],
    ["degrees-for-radians", {
      ...SOUND,
      frame: {
        ...FRAME,
        cameraRotation: { form: "euler", order: "zxy", about: "fixed", unit: "radian" },
      },
    }],
  ];
  for (const [trap, raw] of cases) {
    const found = trapsOf(raw);
    assert(found.includes(trap), `${trap}: ${found}`);
    if (trap !== "degrees-for-radians") assertEquals(found, [trap]);
  }
});

Deno.test("doctor: what cannot be read is named by object and field", () => {
  const of = (change: Partial<RawObject>, camera: Partial<RawCamera> = {}) =>
    examineScene({
      ...SOUND,
      objects: [{ ...OBJECTS[0]!, ...change }, ...OBJECTS.slice(1)],
      cameras: [{ ...CAMERAS[0]!, ...camera }],
    }).filter((f) => f.sure === "certain").map((f) => [f.trap, f.of, f.says]);
  assertEquals(of({ size: [1, 0, 1] }), [["zero-size", "sofa", 'size[1] of object "sofa" is 0']]);
  assertEquals(of({ size: [1, -2, 1] }), [["zero-size", "sofa", 'size[1] of object "sofa" is -2']]);
  assertEquals(of({ id: "vase" }), [["one-id-twice", "vase", 'two objects have the id "vase"']]);
  assertEquals(of({}, { rotation: [0, NaN, 0] }), [[
    "bad-number",
    "frame 0",
    'Cannot read rotation of camera "frame 0"[1]: NaN, must be a finite number',
  ]]);
  const habitat = { ...SOUND, frame: frameOf("habitat"), cameras: [] };
  const turned = { ...habitat, objects: [{ ...OBJECTS[0]!, rotation: [0, 0, 0, 0] }] };
  assertEquals(
    examineScene(turned)[0]!.says,
    'Cannot read rotation of object "sofa": a quaternion of length 0, must be of length 1',
  );
});

Deno.test("sceneOf: a left-handed world with right-handed cameras is refused", () => {
  const frame: SpaceFrame = { ...FRAME, handedness: "right" };
  assertThrows(
    () => sceneOf({ ...SOUND, frame }),
    RangeError,
    'Cannot read camera "frame 0": the world is right-handed and the camera\'s axes right, up, ' +
      "forward are not, must both be or neither",
  );
});

Deno.test("readRawScene: bad files are named by field", () => {
  const good = { frame: "unity", objects: [OBJECTS[0]] };
  assertEquals(readRawScene(good).frame.handedness, "left");
  const cases: [unknown, string][] = [
    [{ objects: [] }, "it has no frame, must say what its axes mean"],
    [{ ...good, frame: "blender" }, 'the convention "blender", must be one of opencv'],
    [{ ...good, frame: { convention: "unity", unit: "mile" } }, 'frame.unit: "mile"'],
    [
      { ...good, frame: { convention: "unity", up: "+z", forward: "-z" } },
      "must be different axes",
    ],
    [{ ...good, objects: [{ ...OBJECTS[0], id: "" }] }, 'objects[0].id: ""'],
    [{ ...good, objects: [{ ...OBJECTS[0], size: [1, 2] }] }, 'objects[0].size of "sofa": [1,2]'],
    [
      { ...good, cameras: [{ ...CAMERAS[0], of: "robot" }] },
      'cameras[0].of: "robot", must be camera or agent',
    ],
  ];
  for (const [value, message] of cases) {
    let told = "";
    try {
      readRawScene(value);
    } catch (error) {
      told = (error as Error).message;
    }
    assert(told.includes(message), `${message}: ${told}`);
  }
});
