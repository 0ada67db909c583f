import { requireForm, TEXT } from "../../geometry/form.ts";
import type { ViewSide } from "../../solvers/relations/mod.ts";

/** What a sentence says: a side of the reference, maybe with whose view it is told from. */
export interface SideSentence {
  /** What is placed. */
  readonly subject: string;
  /** By what. */
  readonly reference: string;
  /** On which side. */
  readonly side: ViewSide;
  /** Whose view: the camera's, the reference's own, or null where it is not told. */
  readonly view: "camera" | "reference" | null;
}

const SIDE =
  /^(?:an?|the) (.+?) (?:is|are) (in front of|behind|(?:at the |in )?back of|(?:to|on|at) the (?:left|right)(?: side)? of) (?:an?|the) (.+?)\.?$/i;
const FACING =
  /^(?:an?|the) (.+?) (?:is|are) facing (toward the camera|away from the camera|left relative to the camera|right relative to the camera)\.?$/i;
const VIEW =
  /,? (?:from|relative to|according to) (?:the )?(.+?)(?:'s)? ?(?:perspective|point of view|view)?$/i;

/**
 * Reads a sentence on a side of a thing: "A cat is to the left of a dog."
 *
 * @param text one sentence
 * @returns what it says, null where it is not understood
 */
export function readSideSentence(text: string): SideSentence | null {
  requireForm(text, TEXT, "text");
  const plain = text.trim().replace(/\.$/, "");
  const told = VIEW.exec(plain);
  const found = SIDE.exec(told === null ? plain : plain.slice(0, told.index));
  if (found === null) return null;
  const [, subject, phrase, reference] = found as unknown as [string, string, string, string];
  const side = sideOf(phrase.toLowerCase());
  const view = told === null ? null : viewOf(told[1]!, reference);
  return view === undefined ? null : { subject, reference, side, view };
}

function sideOf(phrase: string): ViewSide {
  if (phrase.includes("left")) return "left";
  if (phrase.includes("right")) return "right";
  return phrase.includes("front") ? "front" : "back";
}

/** Whose view some words name; undefined where it is neither the camera's nor the reference's. */
function viewOf(words: string, reference: string): "camera" | "reference" | undefined {
  if (/^(?:camera|observer|viewer)$/i.test(words)) return "camera";
  return words.toLowerCase() === reference.toLowerCase() ? "reference" : undefined;
}

/**
 * Reads a sentence on which way a thing faces in the camera's view: "The dog is facing left
 * relative to the camera." `"front"` is toward the camera.
 *
 * @param text one sentence
 * @returns the thing and the side that it faces, null where the sentence is not understood
 */
export function readFacingSentence(
  text: string,
): { readonly thing: string; readonly facing: ViewSide } | null {
  requireForm(text, TEXT, "text");
  const [, thing, words] = FACING.exec(text.trim()) ?? [];
  if (thing === undefined || words === undefined) return null;
  const facing = words.startsWith("toward")
    ? "front"
    : words.startsWith("away")
    ? "back"
    : words.startsWith("left")
    ? "left"
    : "right";
  return { thing, facing };
}
