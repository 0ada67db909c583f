import { defineTask } from "./define_task.ts";
import { facingOf, type FrameView, frameViewKind } from "./kinds/frame_view.ts";
import { languageOf } from "./kinds/story_relation.ts";
import type { Draft } from "./maker.ts";
import { pick, shuffle } from "./stories/story.ts";
import { STORY_WORDINGS } from "./stories/words.ts";
import { type SideView, solveView } from "../solvers/relations/mod.ts";
import type { Task } from "./task.ts";

const WINDS = ["north", "east", "south", "west"] as const;
const SIDES = ["front", "right", "back", "left"] as const;
const THINGS = ["chair", "dog", "car", "statue", "camel", "robot"] as const;
const OTHERS = ["ball", "box", "cup", "lamp", "tree", "bench"] as const;

/** German names with articles: who stands, of whom, by whom. */
const GERMAN: Readonly<Record<string, readonly [nominative: string, dative: string]>> = {
  chair: ["der Stuhl", "dem Stuhl"],
  dog: ["der Hund", "dem Hund"],
  car: ["das Auto", "dem Auto"],
  statue: ["die Statue", "der Statue"],
  camel: ["das Kamel", "dem Kamel"],
  robot: ["der Roboter", "dem Roboter"],
  ball: ["der Ball", "dem Ball"],
  box: ["die Kiste", "der Kiste"],
  cup: ["die Tasse", "der Tasse"],
  lamp: ["die Lampe", "der Lampe"],
  tree: ["der Baum", "dem Baum"],
  bench: ["die Bank", "der Bank"],
};

const FROM = ["thing", "camera", "map"] as const;

/** On which side of a thing another lies: told from camera, thing or map, asked from another. */
export const frameView: Task = defineTask({
  name: "frame-view",
  version: 1,
  summary:
    "On which side of a thing another lies, told from the camera, the thing or the map and " +
    "asked from another of them",
  kind: frameViewKind,
  knobs: {
    told: { type: "word", of: [...FROM, "any"], default: "any", doc: "from where it is told" },
    asked: { type: "word", of: [...FROM, "any"], default: "any", doc: "from where it is asked" },
    turns: { type: "integer", least: 0, most: 12, default: 0, doc: "how often the thing turns" },
  },
  forms: ["open", "choice", "true-false"],
  wordings: STORY_WORDINGS,
  levels: {
    rises: "turns of the thing",
    easy: { turns: 0 },
    medium: { turns: 2 },
    hard: { turns: 5 },
  },
  begin({ told: toldFrom, asked: askedFrom, turns, wording }) {
    if (toldFrom === askedFrom && toldFrom !== "any") {
      throw new RangeError(`Cannot use knobs: told and asked are both ${toldFrom}, must differ`);
    }
    return {
      make({ chance, aim }): Draft<FrameView, string> {
        const views = shuffle(chance, FROM);
        const told = toldFrom === "any" ? views.find((view) => view !== askedFrom)! : toldFrom;
        const asked = askedFrom === "any" ? views.find((view) => view !== told)! : askedFrom;
        const answer = aim.below(4);
        const drawn = {
          thing: pick(chance, THINGS),
          other: pick(chance, OTHERS),
          faced: pick(chance, WINDS),
          turns: Array.from(
            { length: turns },
            () => pick(chance, ["left", "right", "around"] as const),
          ),
          camera: pick(chance, WINDS),
        };
        // The side that is told is the one that has the answer in the view that is asked.
        const goal = (asked === "map" ? WINDS : SIDES)[answer]!;
        const facing = facingOf({ ...drawn, told, side: goal, asked });
        const back = { facing, camera: drawn.camera, told: asked, side: goal, asked: told };
        return { instance: { ...drawn, told, side: solveView(back), asked } };
      },
      ask: (instance) => languageOf(wording) === "de" ? askGerman(instance) : askEnglish(instance),
    };
  },
});

function askEnglish({ thing, other, faced, turns, camera, told, side, asked }: FrameView) {
  const turned = turns.length === 0
    ? ""
    : `Then it turns ${
      turns.map((turn) => turn === "around" ? "around" : `${turn} by 90 degrees`).join(", then ")
    }. `;
  const place = { front: "in front of", back: "behind", left: "left of", right: "right of" };
  const where = told === "map"
    ? `${side} of the ${thing}`
    : `${place[side as "front"]} the ${thing}`;
  return {
    given:
      `A ${thing} faces ${faced}. ${turned}A camera looks ${camera}; in its picture, what is ` +
      `nearer to it is in front. A ${other} is ${where}, ${english(told, thing)}. `,
    question: `Where is the ${other} from the ${thing}, ${english(asked, thing)}?`,
    claim: (answer: string) =>
      `From the ${thing}, the ${other} is, ${english(asked, thing)}: ${answer}.`,
  };
}

function english(view: SideView, thing: string): string {
  return {
    thing: `told from the ${thing}'s own front`,
    camera: "told as the camera sees it",
    map: "told by the map",
  }[view];
}

function askGerman({ thing, other, faced, turns, camera, told, side, asked }: FrameView) {
  const winds = { north: "Norden", east: "Osten", south: "Süden", west: "Westen" };
  const turned = turns.length === 0
    ? ""
    : `Dann dreht sich ${GERMAN[thing]![0]} ${
      turns.map((turn) =>
        ({ left: "nach links um 90 Grad", right: "nach rechts um 90 Grad", around: "ganz um" })[
          turn
        ]
      )
        .join(", dann ")
    }. `;
  const place: Readonly<Record<string, string>> = {
    front: "vor",
    back: "hinter",
    left: "links von",
    right: "rechts von",
    north: "nördlich von",
    east: "östlich von",
    south: "südlich von",
    west: "westlich von",
  };
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const [standing, by] = GERMAN[thing]!;
  const [lying] = GERMAN[other]!;
  return {
    given:
      `${upper(standing)} ist nach ${winds[faced]} gerichtet. ${turned}Eine Kamera blickt nach ` +
      `${winds[camera]}; in ihrem Bild liegt vorn, was ihr näher ist. ${upper(lying)} liegt ` +
      `${place[side]} ${by}, ${german(told, by)}. `,
    question: `Wo liegt ${lying} von ${by} aus, ${german(asked, by)}?`,
    claim: (answer: string) => `Von ${by} aus liegt ${lying}, ${german(asked, by)}: ${answer}.`,
  };
}

function german(view: SideView, by: string): string {
  return {
    thing: `nach der Blickrichtung von ${by}`,
    camera: "wie die Kamera es sieht",
    map: "nach der Karte",
  }[view];
}
