import { boxesOf, extentOf } from "../render/boxes.ts";
import type { Drawing } from "../render/drawing.ts";
import { drawingToPixels } from "../render/pixels.ts";
import type { Item } from "../tasks/item.ts";
import type { Looking } from "./_answers.ts";

/** At least this share of what a name paints is seen. */
const SEEN = 0.3;

/** So many names of a picture are looked at. */
const LOOKED_AT = 6;

/** The room around letters may reach so many pixels beyond the paper. */
const SLACK = 1;

/** Everything that is named is on the paper, is seen, and is where its box says. */
export function checkPictures(item: Item, { kind, wording, findings }: Looking): void {
  const instance = kind.schema.read(item.instance);
  const pictures = kind.draw!(instance, wording);
  const found = new Set<string>();
  for (const { drawing } of pictures) {
    checkPaper(item, drawing, findings);
    const boxes = boxesOf(drawing);
    for (const name of boxes.keys()) found.add(name);
    const painted = {
      drawing,
      whole: drawingToPixels(drawing),
      paper: drawingToPixels({ ...drawing, shapes: [] }),
    };
    for (const [name, box] of spread([...boxes])) {
      checkSeen(item, { ...painted, name, box }, findings);
    }
  }
  const names = new Set(kind.names?.(instance) ?? found);
  for (const name of names) {
    findings.demand(found.has(name), "names", `${item.id}: ${name} is not drawn`);
  }
  for (const name of found) {
    findings.demand(names.has(name), "names", `${item.id}: ${name} is drawn, and not named`);
  }
}

function checkPaper(item: Item, drawing: Drawing, findings: Looking["findings"]): void {
  const { width, height, shapes } = drawing;
  for (const shape of shapes) {
    const [left, top, right, bottom] = extentOf(shape);
    const isInside = left >= -SLACK && top >= -SLACK && right <= width + SLACK &&
      bottom <= height + SLACK;
    findings.demand(
      isInside,
      "paper",
      `${item.id}: ${shape.kind} at ${left}, ${top} is off the paper`,
    );
  }
}

/** Some of a list, from its first to its last. */
function spread<T>(list: readonly T[]): T[] {
  if (list.length <= LOOKED_AT) return [...list];
  const step = (list.length - 1) / (LOOKED_AT - 1);
  return Array.from({ length: LOOKED_AT }, (_, i) => list[Math.round(i * step)]!);
}

interface Mark {
  readonly drawing: Drawing;
  /** The pixels of the whole picture, and of its paper. */
  readonly whole: Uint8Array;
  readonly paper: Uint8Array;
  readonly name: string;
  readonly box: readonly number[];
}

function checkSeen(
  item: Item,
  { drawing, whole, paper, name, box }: Mark,
  findings: Looking["findings"],
): void {
  const own = drawing.shapes.filter((shape) => shape.of === name);
  const others = drawing.shapes.filter((shape) => shape.of !== name);
  const seen = differing(drawing, whole, drawingToPixels({ ...drawing, shapes: others }));
  const alone = differing(drawing, drawingToPixels({ ...drawing, shapes: own }), paper);
  findings.demand(
    seen.count >= SEEN * alone.count && seen.count > 0,
    "seen",
    `${item.id}: of ${name}, ${seen.count} of ${alone.count} pixels are seen`,
  );
  if (seen.count === 0) return;
  const isInside = seen.box.every((edge, side) =>
    side < 2 ? edge >= box[side]! : edge <= box[side]!
  );
  findings.demand(isInside, "box", `${item.id}: ${name} is at ${seen.box}, its box ${box}`);
}

/** How many pixels differ, and the box around them. */
function differing(
  { width }: Drawing,
  a: Uint8Array,
  b: Uint8Array,
): { readonly count: number; readonly box: readonly number[] } {
  let [count, left, top, right, bottom] = [0, Infinity, Infinity, 0, 0];
  for (let at = 0; at < a.length; at += 3) {
    if (a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2]) continue;
    const pixel = at / 3;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    count++;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { count, box: [left, top, right, bottom] };
}
