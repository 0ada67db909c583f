import type { Chance } from "./chance.ts";
import { defineTask } from "./define_task.ts";
import { type BoxPair, boxRelationKind, type ColourBox, SPAN } from "./kinds/boxes.ts";
import { languageOf } from "./kinds/story_relation.ts";
import type { Draft } from "./maker.ts";
import { pick, shuffle } from "./stories/story.ts";
import { STORY_WORDINGS } from "./stories/words.ts";
import { COLOUR_IDS, COMMON_WORDS } from "../text/wordings/common.ts";
import type { Task } from "./task.ts";

/** All that two boxes may be to each other but the same, which would hide one. */
const ANSWERS = boxRelationKind.answers!({ boxes: [] }).filter((name) => name !== "same");

/** How a region of a picture lies to another. */
export const regionRelation: Task = defineTask({
  name: "region-relation",
  version: 1,
  summary: "How one region of a picture lies to another: apart, touching, overlapping, inside, ...",
  kind: boxRelationKind,
  knobs: {
    least: { type: "integer", least: 2, most: 12, default: 4, doc: "the least side of a box" },
    most: { type: "integer", least: 4, most: 24, default: 16, doc: "the greatest side of a box" },
    given: {
      type: "word",
      of: ["numbers", "picture"],
      default: "numbers",
      doc: "what shows the boxes",
    },
  },
  forms: ["open", "choice", "true-false"],
  wordings: STORY_WORDINGS,
  levels: {
    rises: "the smallness of the boxes",
    easy: { least: 8, most: 20 },
    medium: { least: 5, most: 14 },
    hard: { least: 2, most: 8 },
  },
  begin({ least, most, given, wording }) {
    if (most < least + 2) {
      throw new RangeError(
        `Cannot use knobs: least ${least} and most ${most}, most must be greater by 2 or more`,
      );
    }
    return {
      make({ chance, aim }): Draft<BoxPair, string> | null {
        const answer = pick(aim, ANSWERS);
        const names = shuffle(chance, COLOUR_IDS).slice(0, 2);
        // Boxes with aligned edges are rare by chance alone: try until they lie as wanted.
        for (let tries = 0; tries < 400; tries++) {
          const first = anyBox(chance, names[0]!, least, most);
          const boxes = [first, near(chance, first, names[1]!, least, most)];
          const outcome = boxRelationKind.solve({ boxes });
          if (outcome.status === "exact" && outcome.value === answer) {
            return { instance: { boxes } };
          }
        }
        return null;
      },
      ask: ({ boxes }) => ask(boxes, given === "picture", languageOf(wording)),
    };
  },
});

function anyBox(chance: Chance, name: ColourBox["name"], least: number, most: number): ColourBox {
  const side = () => least + chance.below(most - least + 1);
  const [width, height] = [side(), side()];
  return {
    name,
    x: chance.below(SPAN - width + 1),
    y: chance.below(SPAN - height + 1),
    width,
    height,
  };
}

/** A box whose edges often stand at those of another. */
function near(
  chance: Chance,
  { x, y, width, height }: ColourBox,
  name: ColourBox["name"],
  least: number,
  most: number,
): ColourBox {
  const box = anyBox(chance, name, least, most);
  const aligned = (own: number, start: number, size: number, mine: number) => {
    const places = [own, own, start, start + size - mine, start + size, start - mine].filter((at) =>
      at >= 0 && at + mine <= SPAN
    );
    return pick(chance, places);
  };
  return {
    ...box,
    x: aligned(box.x, x, width, box.width),
    y: aligned(box.y, y, height, box.height),
  };
}

function ask(boxes: readonly ColourBox[], isSeen: boolean, language: "en" | "de") {
  const colours = COMMON_WORDS[language].colours;
  const [a, b] = boxes.map(({ name }) => colours[COLOUR_IDS.indexOf(name)]!) as [string, string];
  const corners = boxes.map(({ x, y, width, height }, i) =>
    `${[a, b][i]} [${x}, ${x + width}] x [${y}, ${y + height}]`
  ).join("; ");
  const given = language === "de"
    ? `Zwei Rechtecke, ein Umriss je Farbe${isSeen ? "" : `: ${corners}`}. `
    : `Two rectangles, one outline a colour${isSeen ? "" : `: ${corners}`}. `;
  return {
    given,
    isSeen,
    question: language === "de"
      ? `Wie liegt das Rechteck ${a} zum Rechteck ${b}?`
      : `How does the rectangle ${a} lie to the rectangle ${b}?`,
    claim: (answer: string) =>
      language === "de"
        ? `Das Rechteck ${a} zum Rechteck ${b}: ${answer}.`
        : `The rectangle ${a} to the rectangle ${b}: ${answer}.`,
  };
}
