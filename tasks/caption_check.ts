import type { Chance } from "./chance.ts";
import { defineTask } from "./define_task.ts";
import {
  CAPTION_SIDES,
  type CaptionBoxes,
  captionHolds,
  captionKind,
  type ColourBox,
  SPAN,
} from "./kinds/boxes.ts";
import { languageOf } from "./kinds/story_relation.ts";
import type { Draft } from "./maker.ts";
import { shuffle } from "./stories/story.ts";
import { STORY_WORDINGS } from "./stories/words.ts";
import { COLOUR_IDS } from "../text/wordings/common.ts";
import type { Task } from "./task.ts";

const CAPTIONS = 4;

/** Which of four captions of a picture is wrong. */
export const captionCheck: Task = defineTask({
  name: "caption-check",
  version: 1,
  summary: "Which of four captions of a picture of boxes is wrong",
  kind: captionKind,
  knobs: {
    boxes: { type: "integer", least: 3, most: 8, default: 4, doc: "boxes of the picture" },
    given: {
      type: "word",
      of: ["numbers", "picture"],
      default: "numbers",
      doc: "what shows the boxes",
    },
  },
  forms: ["choice", "true-false"],
  wordings: STORY_WORDINGS,
  levels: {
    rises: "boxes of the picture",
    easy: { boxes: 3 },
    medium: { boxes: 5 },
    hard: { boxes: 8 },
  },
  begin: ({ boxes: count, given, wording }) => ({
    make({ chance, aim }): Draft<CaptionBoxes, number> | null {
      const place = aim.below(CAPTIONS);
      const boxes = apart(chance, count);
      if (boxes === null) return null;
      const all = boxes.flatMap(({ name: a }) =>
        boxes.flatMap(({ name: b }) =>
          a === b ? [] : CAPTION_SIDES.map((side) => [a, side, b] as const)
        )
      );
      const mixed = shuffle(chance, all);
      const right = mixed.filter((caption) => captionHolds(boxes, caption)).slice(0, CAPTIONS - 1);
      const wrong = mixed.find((caption) => !captionHolds(boxes, caption))!;
      if (right.length < CAPTIONS - 1) return null;
      return { instance: { boxes, captions: right.toSpliced(place, 0, wrong) } };
    },
    ask: (instance) => ask(instance, given === "picture", languageOf(wording)),
  }),
});

/** So many boxes that do not touch; null where chance left no room. */
function apart(chance: Chance, count: number): ColourBox[] | null {
  const names = shuffle(chance, COLOUR_IDS).slice(0, count);
  const boxes: ColourBox[] = [];
  for (let tries = 0; boxes.length < count; tries++) {
    if (tries === 200) return null;
    const [width, height] = [3 + chance.below(5), 3 + chance.below(5)];
    const box = {
      name: names[boxes.length]!,
      x: chance.below(SPAN - width + 1),
      y: chance.below(SPAN - height + 1),
      width,
      height,
    };
    const isFree = boxes.every((other) =>
      box.x + width < other.x || other.x + other.width < box.x ||
      box.y + height < other.y || other.y + other.height < box.y
    );
    if (isFree) boxes.push(box);
  }
  return boxes;
}

function ask({ boxes }: CaptionBoxes, isSeen: boolean, language: "en" | "de") {
  const corners = boxes.map(({ name, x, y, width, height }) =>
    `${captionKind.say(0, { boxes, captions: [[name, "left", name]] }, language).split(" ")[0]} ` +
    `[${x}, ${x + width}] x [${y}, ${y + height}]`
  ).join("; ");
  const numbers = isSeen
    ? ""
    : language === "de"
    ? ` Kästen als x und y, y nach oben: ${corners}.`
    : ` Boxes as x and y, y up: ${corners}.`;
  return {
    given: language === "de"
      ? `Links von heißt: ganz links davon, ebenso die anderen Seiten.${numbers} `
      : `Left of means wholly left of, and so do the other sides.${numbers} `,
    isSeen,
    question: language === "de" ? "Welche Bildunterschrift ist falsch?" : "Which caption is wrong?",
    claim: (answer: string) =>
      language === "de" ? `Falsch ist: ${answer}.` : `This caption is wrong: ${answer}.`,
  };
}
