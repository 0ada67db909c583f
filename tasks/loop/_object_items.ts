import { PATIENCE } from "../patience.ts";
import { boxesOf } from "../../render/boxes.ts";
import { AnswerForms, type Formed, shownAnswer, type Solved } from "./_answer_forms.ts";
import { type CommonPhrases, commonPhrases } from "./_common_phrases.ts";
import { Chance } from "../chance.ts";
import type { Item, ItemHead, ItemPicture, PictureObject } from "../item.ts";
import { type Kind, type Picture, unitOfMargin } from "../kind.ts";
import type { JsonValue } from "../../lines/template.ts";
import type { Asked, Maker } from "../maker.ts";
import { type BoxConvention, edgeIn } from "../marks.ts";
import { marksOf } from "../option_marks.ts";
import type { Form } from "../task.ts";

/** The stream of what is aimed at, behind those of an item's attempts; the form follows on it. */
const AIM_STREAM = PATIENCE.instances;

/** The stream of the form where several items share what is aimed at. */
const MEMBER_STREAM = AIM_STREAM + 1;

/** An item that is made, and what trainers' formats show of it besides. */
export interface MadeItem {
  readonly item: Item;
  /** The answer as a reply in the task's own style. */
  readonly reply: string;
}

/** What the items of a run depend on, beside its head. */
export interface ObjectSettings {
  readonly kind: Kind;
  readonly maker: Maker<unknown, JsonValue, unknown>;
  readonly key: Int32Array;
  readonly form: Form;
  readonly options: number;
  readonly wording: string;
  readonly source: unknown;
  readonly boxes: BoxConvention | null;
}

/** Makes the items of a run as objects: draws, solves, words and draws each by its kind and maker. */
export class ObjectItems {
  readonly #head: ItemHead;
  readonly #settings: ObjectSettings;
  readonly #chance: Chance;
  readonly #aim: Chance;
  readonly #forms: AnswerForms;
  readonly #phrases: CommonPhrases;

  constructor(head: ItemHead, settings: ObjectSettings) {
    const { kind, maker, key, form, options, wording } = settings;
    this.#head = head;
    this.#settings = settings;
    this.#chance = new Chance(key);
    this.#aim = new Chance(key);
    this.#forms = new AnswerForms(kind, maker, { form, count: options, wording });
    this.#phrases = commonPhrases(wording);
    if (head.images !== "none" && kind.draw === undefined) {
      throw new RangeError(
        `Cannot draw pictures of ${kind.name}: it has none, images must be none`,
      );
    }
  }

  /** Makes one item. */
  make(index: number): MadeItem {
    const { maker } = this.#settings;
    const group = maker.group ?? 1;
    const shared = group === 1 ? index : Math.floor(index / group);
    for (let attempt = 0; attempt < PATIENCE.instances; attempt++) {
      this.#chance.start(shared, attempt);
      this.#aim.start(shared, AIM_STREAM);
      const solved = this.#solved(index - shared * group);
      if (solved === null) continue;
      if (group > 1) this.#aim.start(index, MEMBER_STREAM);
      const formed = this.#forms.draw(this.#aim, solved);
      if (formed !== null) return this.#written(index, shared, solved, formed);
    }
    throw new RangeError(
      `Cannot sample item ${index} of ${this.#head.task.name}: ${PATIENCE.instances} instances were ` +
        `rejected, the knobs must leave more room`,
    );
  }

  /** Draws and solves an instance; null where it becomes no item. */
  #solved(member: number): Solved | null {
    const { kind, maker, source } = this.#settings;
    const draft = maker.make({ chance: this.#chance, aim: this.#aim, member, source });
    if (draft === null) return null;
    const outcome = kind.solve(draft.instance);
    const isKept = maker.keeps === undefined ? outcome.status === "exact" : maker.keeps(outcome);
    if (!isKept) return null;
    const shown = shownAnswer(kind, draft, outcome);
    return shown === undefined ? null : { draft, outcome, shown };
  }

  #written(index: number, shared: number, solved: Solved, formed: Formed): MadeItem {
    const { kind, maker, wording } = this.#settings;
    const { task, prefix, profile, level, seed, changed, images } = this.#head;
    const { draft: { instance, phrase = 0 }, outcome, shown } = solved;
    const asked = maker.ask(instance, phrase);
    if (asked.isSeen === true && images === "none") {
      throw new RangeError(
        `Cannot ask ${task.name} without pictures: they show what is given, must be svg or png`,
      );
    }
    const margin = outcome.status === "exact" ? outcome.margin : null;
    const unit = unitOfMargin(kind, instance);
    const isTied = outcome.status === "tie" && unit !== null;
    if (margin !== null && margin.unit !== unit) {
      throw new TypeError(
        `Cannot show the margin of ${kind.name}: in ${margin.unit}, must be in ${unit}`,
      );
    }
    const words = kind.say(shown, instance, wording);
    const pictures = images === "none" ? [] : kind.draw!(instance, wording);
    const item = {
      id: `${prefix}${index}`,
      task: task.name,
      version: task.version,
      profile,
      ...(level === null ? {} : { level }),
      seed,
      index,
      knobs: changed,
      ...this.#put(asked, words, solved, formed),
      frame: kind.frame(instance),
      unit: margin !== null || isTied ? unit : null,
      margin: margin === null ? isTied ? 0 : null : shownMargin(margin.value, kind, instance),
      instance: instance as JsonValue,
      ...this.#shown(shared, pictures, kind.names?.(instance) ?? []),
    };
    const reply = maker.reply?.(shown, instance) ?? item.answer;
    return { item, reply };
  }

  /** The question in its form. */
  #put(asked: Asked, words: string, { draft }: Solved, formed: Formed) {
    const { kind, wording, form } = this.#settings;
    const { given, question } = asked;
    const { choose, judge, truth } = this.#phrases;
    const { options, claim, answer } = formed;
    if (options !== null) {
      const choices = options.map((option) => kind.say(option, draft.instance, wording));
      const marks = marksOf(choices)!;
      const put = choose(`${given}${question}`, choices, marks);
      return { form, question: put, answer: marks[answer]!, choices };
    }
    if (claim !== undefined) {
      const claimed = kind.say(claim, draft.instance, wording);
      const said = asked.claim?.(claimed);
      if (said === undefined) {
        throw new TypeError(`Cannot claim an answer of ${kind.name}: ask must give a claim`);
      }
      const put = judge(given, said);
      return { form, question: put, answer: truth[answer]!, choices: null, claim: claimed };
    }
    return { form, question: `${given}${question}`, answer: words, choices: null };
  }

  /** What a record says of its pictures. */
  #shown(
    shared: number,
    pictures: readonly Picture[],
    names: readonly string[],
  ): Partial<Item> {
    const { prefix, images } = this.#head;
    if (pictures.length === 0) return {};
    const { boxes } = this.#settings;
    const files = pictures.map(({ drawing, camera, time }, i): ItemPicture => {
      const place = pictures.length === 1 ? "" : `-${i + 1}`;
      return {
        path: `images/${prefix}${shared}${place}.${images}`,
        alt: drawing.alt,
        ...(camera === undefined ? {} : { camera }),
        ...(time === undefined ? {} : { time }),
        ...(boxes === null ? {} : { objects: this.#objects(drawing, boxes, names) }),
      };
    });
    const convention = boxes === null ? {} : { boxes };
    if (files.length > 1) return { images: files, ...convention };
    const { path: image, alt, objects, ...more } = files[0]!;
    return { image, alt, ...more, ...convention, ...(objects === undefined ? {} : { objects }) };
  }

  /** The boxes of a picture, in the order in which the kind names what is shown. */
  #objects(
    drawing: Picture["drawing"],
    convention: BoxConvention,
    names: readonly string[],
  ): PictureObject[] {
    const { width, height } = drawing;
    const boxes = boxesOf(drawing);
    return [...new Set([...names, ...boxes.keys()])].flatMap((name) => {
      const box = boxes.get(name);
      if (box === undefined) return [];
      const edges = box.map((edge, side) => {
        return edgeIn(convention, edge, side % 2 === 0 ? width : height);
      });
      return [{ name, box: edges } as unknown as PictureObject];
    });
  }
}

/** A bound is a double rounded down, perhaps from a decimal that is this near above it. */
const ROUNDING = 1 + 2 ** -50;

/** A margin with the decimals that its kind shows, rounded down. */
function shownMargin(value: number, { margin }: Kind, instance: unknown): number {
  const scale = 10 ** (margin!.places + (margin!.more?.(instance) ?? 0));
  return Math.floor(value * scale * ROUNDING) / scale;
}
