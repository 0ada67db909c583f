import * as schema from "../../geometry/schema.ts";
import type { Schema } from "../../geometry/schema.ts";
import type { Drawing } from "../../render/drawing.ts";
import { exact, impossible, type Outcome, tie } from "../../solvers/outcome.ts";
import { boxRcc8, intervalRelations } from "../../solvers/relations/mod.ts";
import { COLOUR_IDS, COMMON_WORDS } from "../../text/wordings/common.ts";
import type { Kind, Picture } from "../kind.ts";
import { COLOURS } from "../points/colours.ts";
import { relationOf } from "../stories/story.ts";
import { STORY_CALCULI, STORY_WORDS } from "../stories/words.ts";
import { languageOf, readWords } from "./story_relation.ts";

/** A box on a grid of units, named by its colour; y points up. */
export interface ColourBox {
  readonly name: (typeof COLOUR_IDS)[number];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many units the paper has along each side. */
export const SPAN = 32;

const UNIT = 12;

const BOX: Schema<ColourBox> = schema.object({
  name: schema.word(COLOUR_IDS),
  x: schema.integer(0, SPAN),
  y: schema.integer(0, SPAN),
  width: schema.integer(1, SPAN),
  height: schema.integer(1, SPAN),
});

/** The relations of two boxes on both axes. */
function axes(a: ColourBox, b: ColourBox): [string, string] {
  const along = (from: "x" | "y", size: "width" | "height") => {
    const interval = (box: ColourBox) =>
      [BigInt(box[from]), BigInt(box[from] + box[size])] as const;
    return intervalRelations(interval(a), interval(b))[0]!;
  };
  return [along("x", "width"), along("y", "height")];
}

/** Draws boxes as outlines, so that none hides another, or filled. */
function draw(boxes: readonly ColourBox[], wording: string, isFilled: boolean): Picture[] {
  const names = COMMON_WORDS[languageOf(wording)].colours;
  const drawing: Drawing = {
    width: UNIT * (SPAN + 2),
    height: UNIT * (SPAN + 2),
    background: "#ffffff",
    alt: boxes.map(({ name }) => names[COLOUR_IDS.indexOf(name)]!).join(", "),
    shapes: boxes.map(({ name, x, y, width, height }) => {
      const { paint } = COLOURS.find(({ id }) => id === name)!;
      const place = {
        kind: "rect",
        x: UNIT * (x + 1),
        y: UNIT * (SPAN + 1 - y - height),
        width: UNIT * width,
        height: UNIT * height,
        of: name,
      } as const;
      return isFilled ? { ...place, fill: paint } : { ...place, stroke: paint, strokeWidth: 2 };
    }),
  };
  return [{ drawing }];
}

/** Two boxes. */
export interface BoxPair {
  readonly boxes: readonly ColourBox[];
}

const REGIONS = STORY_CALCULI.regions.relations;

/** How a box lies to another, of the eight ways of RCC-8. */
export const boxRelationKind: Kind<BoxPair, string> = {
  name: "region-relation",
  schema: schema.refined(
    schema.object({ boxes: schema.list(BOX, 2, 2) }),
    ({ boxes }) =>
      boxes[0]!.name === boxes[1]!.name
        ? { path: ".boxes[1].name", value: boxes[1]!.name, must: "another colour" }
        : null,
  ),
  solve: ({ boxes }) => {
    const relation = boxRcc8(axes(boxes[0]!, boxes[1]!));
    return exact(REGIONS.find(({ answered }) => answered === relation)!.name);
  },
  frame: () => "none",
  say: (answer, _instance, wording) => relationOf("regions", answer).words[languageOf(wording)][1],
  read: (words, instance, wording) =>
    readWords(
      words,
      REGIONS.map(({ name }) => name),
      (answer) => boxRelationKind.say(answer, instance, wording),
    ),
  answers: () => REGIONS.map(({ name }) => name),
  draw: ({ boxes }, wording) => draw(boxes, wording, false),
  names: ({ boxes }) => boxes.map(({ name }) => name),
};

/** What a caption says of two boxes: wholly on one side. */
export const CAPTION_SIDES = ["left", "right", "above", "below"] as const;

/** Boxes, and captions of which some are wrong. */
export interface CaptionBoxes {
  readonly boxes: readonly ColourBox[];
  readonly captions: readonly (readonly [
    box: ColourBox["name"],
    side: (typeof CAPTION_SIDES)[number],
    other: ColourBox["name"],
  ])[];
}

/** Whether a caption is true of boxes. */
export function captionHolds(
  boxes: readonly ColourBox[],
  [name, side, other]: CaptionBoxes["captions"][number],
): boolean {
  const [a, b] = [name, other].map((one) => boxes.find((box) => box.name === one)!);
  const [x, y] = axes(a!, b!);
  const relation = side === "left" || side === "right" ? x : y;
  return side === "left" || side === "below"
    ? relation === "<" || relation === "m"
    : relation === ">" || relation === "mi";
}

function solveCaptions({ boxes, captions }: CaptionBoxes): Outcome<number> {
  const wrong = captions.flatMap((caption, i) => captionHolds(boxes, caption) ? [] : [i]);
  if (wrong.length === 0) return impossible("every caption is true");
  return wrong.length === 1 ? exact(wrong[0]!) : tie(wrong);
}

const SIDE_WORDS = {
  en: { left: "left of", right: "right of", above: "above", below: "below" },
  de: { left: "links von", right: "rechts von", above: "über", below: "unter" },
} as const;

function sayCaption(answer: number, { captions }: CaptionBoxes, wording: string): string {
  const language = languageOf(wording);
  const [a, side, b] = captions[answer]!;
  const colour = (name: ColourBox["name"]) =>
    COMMON_WORDS[language].colours[COLOUR_IDS.indexOf(name)]!;
  return `${colour(a)} ${STORY_WORDS[language].is} ${SIDE_WORDS[language][side]} ${colour(b)}`;
}

/** Which caption of a picture is wrong; an answer is its place. */
export const captionKind: Kind<CaptionBoxes, number> = {
  name: "caption-check",
  schema: schema.refined(
    schema.object({
      boxes: schema.list(BOX, 2),
      captions: schema.list(
        schema.tuple("[box, side, box]", [
          schema.word(COLOUR_IDS),
          schema.word(CAPTION_SIDES),
          schema.word(COLOUR_IDS),
        ]),
        2,
      ),
    }),
    ({ boxes, captions }) => {
      const names = boxes.map(({ name }) => name);
      if (new Set(names).size < names.length) {
        return { path: ".boxes", value: names, must: "boxes of different colours" };
      }
      const at = captions.findIndex(([a, , b]) =>
        a === b || !names.includes(a) || !names.includes(b)
      );
      return at < 0
        ? null
        : { path: `.captions[${at}]`, value: captions[at], must: "on two boxes of the picture" };
    },
  ),
  solve: solveCaptions,
  frame: () => "left and right of the picture, above is up",
  say: sayCaption,
  read: (words, instance, wording) =>
    readWords(words, instance.captions.map((_, i) => i), (i) => sayCaption(i, instance, wording)),
  answers: ({ captions }) => captions.map((_, i) => i),
  draw: ({ boxes }, wording) => draw(boxes, wording, true),
  names: ({ boxes }) => boxes.map(({ name }) => name),
};
