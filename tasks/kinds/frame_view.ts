import * as schema from "../../geometry/schema.ts";
import { exact } from "../../solvers/outcome.ts";
import {
  type MapWind,
  type SideView,
  solveView,
  type ViewSide,
} from "../../solvers/relations/mod.ts";
import type { Kind } from "../kind.ts";
import { languageOf, readWords } from "./story_relation.ts";

const WINDS = ["north", "east", "south", "west"] as const;
const SIDES = ["front", "right", "back", "left"] as const;
const VIEWS = ["thing", "camera", "map"] as const;
const TURNS = ["left", "right", "around"] as const;

/** A thing that faced a way and turned, and the side of it on which another lies. */
export interface FrameView {
  readonly thing: string;
  readonly other: string;
  /** Which way the thing faced first. */
  readonly faced: MapWind;
  /** How it then turned. */
  readonly turns: readonly ("left" | "right" | "around")[];
  /** Which way the camera looks. */
  readonly camera: MapWind;
  /** The view in which the other's side is told, once all turns are made. */
  readonly told: SideView;
  readonly side: ViewSide | MapWind;
  readonly asked: SideView;
}

/** Which way the thing faces in the end. */
export function facingOf({ faced, turns }: FrameView): MapWind {
  const quarters = { left: 3, right: 1, around: 2 };
  const sum = turns.reduce((all, turn) => all + quarters[turn], WINDS.indexOf(faced));
  return WINDS[sum % 4]!;
}

const WORDS = {
  en: {
    north: "north",
    east: "east",
    south: "south",
    west: "west",
    front: "in front",
    back: "behind",
    left: "left",
    right: "right",
  },
  de: {
    north: "nördlich",
    east: "östlich",
    south: "südlich",
    west: "westlich",
    front: "davor",
    back: "dahinter",
    left: "links",
    right: "rechts",
  },
} as const;

function answers({ asked }: FrameView): readonly (ViewSide | MapWind)[] {
  return asked === "map" ? WINDS : SIDES;
}

/** On which side of a thing another lies, told in one view and asked in another. */
export const frameViewKind: Kind<FrameView, string> = {
  name: "frame-view",
  schema: schema.refined(
    schema.object({
      thing: schema.name,
      other: schema.name,
      faced: schema.word(WINDS),
      turns: schema.list(schema.word(TURNS)),
      camera: schema.word(WINDS),
      told: schema.word(VIEWS),
      side: schema.word([...WINDS, ...SIDES]),
      asked: schema.word(VIEWS),
    }),
    ({ told, side }) => {
      const sides: readonly string[] = told === "map" ? WINDS : SIDES;
      return sides.includes(side)
        ? null
        : { path: ".side", value: side, must: `one of ${sides.join(", ")}` };
    },
  ),
  solve: (instance) => {
    const { camera, told, side, asked } = instance;
    return exact(solveView({ facing: facingOf(instance), camera, told, side, asked }));
  },
  frame: ({ told, asked }) => `told from the ${told}, asked from the ${asked}`,
  say: (answer, _instance, wording) => WORDS[languageOf(wording)][answer as ViewSide | MapWind],
  read: (words, instance, wording) =>
    readWords(words, answers(instance), (answer) => frameViewKind.say(answer, instance, wording)),
  answers,
};
