import { assertEquals } from "../_assert.ts";
import { type CaptionStatement, readCaption } from "../../text/mod.ts";
import { conformance } from "../_data.ts";

/** A statement in one line: `not on(cat, bed) none`. */
function shown({ relation, args, truth, frame, time }: CaptionStatement): string {
  const names = args.map((arg) =>
    Array.isArray(arg) ? arg.toSorted().join("/") : JSON.stringify(arg)
  );
  return `${truth ? "" : "not "}${relation}(${names.join(", ").replaceAll('"', "")}) ${frame}` +
    (time === undefined ? "" : ` ${time}`);
}

/** Captions and what they state; nothing where they must be declined. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "The dog is sleeping under the kitchen table.": ["below(dog, kitchen table) gravity"],
  "The lamp is not next to the bed.": ["not next_to(lamp, bed) none"],
  "There isn't a fork next to the plate.": ["not next_to(any fork, plate) none"],
  "There are two chairs in front of the window.": ["in_front_of(two chairs, window) unknown"],
  "On top of the piano are three photographs.": ["on(three photographs, piano) none"],
  "Behind the fence, a horse is grazing.": ["behind(horse, fence) unknown"],
  "The street lamp is on the driver's right.": ["right_of(street lamp, driver) object:driver"],
  "The third book from the left is open.": ["rank(book, {from:left,n:3}) viewer"],
  "The painting above the sofa is crooked.": ["above(painting, sofa) gravity"],
  "The red book is on the shelf below the window.": [
    "on(red book, shelf) none",
    "below(red book/shelf, window) gravity",
  ],
  "A towel hangs from a hook behind the door.": [
    "attached(towel, hook) none",
    "behind(hook, door) unknown",
  ],
  "The pillow used to be on the bed; now it is on the floor.": [
    "on(pillow, bed) none past",
    "on(pillow, floor) none now",
  ],
  "The cat isn't on the sofa; it's behind it.": [
    "not on(cat, sofa) none",
    "behind(cat, sofa) unknown",
  ],
  "In the background, a mountain rises behind the lake.": [
    "depth_band(mountain, background) viewer",
    "behind(mountain, lake) unknown",
  ],
  "The truck is parked beside the barn, facing right.": [
    "next_to(truck, barn) none",
    "heading(truck, right) viewer",
  ],
  "The picture hangs on the wall over the fireplace.": ["on(picture, wall) none"],
  // Which of two things "it" is, is open.
  "The basket is beneath the bench, and a ball is inside it.": ["below(basket, bench) gravity"],
  "The lamp is no longer on the desk.": ["not on(lamp, desk) none now"],
  "The bird isn't in the cage any more.": [],
  "A photo of a dog on a beach.": ["on(dog, beach) none"],
  "A photo of a dog is on the wall.": ["on(photo of dog, wall) none"],
  // Left and right are the named one's, and not the viewer's.
  "The horse is to the left of the cow, from the farmer's point of view.": [],
  "From the pilot's perspective, the hangar is to the left of the tower.": [],
  "The fountain is to the right of the bench as seen from the church.": [],
  "Is the cat under the bed?": [],
  "If the box were under the table, you couldn't see it.": [],
  "The cup might be on the shelf.": [],
  "The keys are either in the drawer or on the desk.": [],
  "The bottle is almost touching the glass.": [],
  "A girl is walking toward the fountain.": [],
  "The ball rolled under the couch.": [],
  "A dog runs beside the boy.": [],
  "The boat is on fire.": [],
  "The house is on the market.": [],
  "A man in a red shirt waves.": [],
  "He stands in front of the statue.": [],
  "A vase stands between the lamp and the clock on the table.": [],
  "Two dogs are lying next to each other.": [],
  "The cat is under it.": [],
};

for (const [caption, statements] of Object.entries(CASES)) {
  Deno.test(`captions: ${caption}`, () => {
    assertEquals(readCaption(caption).statements.map(shown), statements);
  });
}

Deno.test("captions: what is left out is given back with the reason", () => {
  const { declined, coverage } = readCaption(
    "The cat is on the mat. The spoon lies across the bowl.",
  );
  assertEquals([declined.length, coverage], [1, 0.5]);
  assertEquals(declined[0]!.words, "The spoon lies across the bowl");
});

Deno.test("captions: time is linear in the text", () => {
  // A pattern that backtracks would not end.
  readCaption(`The cat ${"is on the mat and ".repeat(20_000)}`);
  readCaption(`${"the ".repeat(50_000)}cat`);
  readCaption("between ".repeat(20_000));
});

conformance("captions: 22 hard sentences, no wrong statement, and all that is right", {
  path: "captions/open.jsonl",
  published: "none: sentences of our own",
}, async (path) => {
  const text = await Deno.readTextFile(path);
  for (const line of text.trim().split("\n")) {
    const { text, statements } = JSON.parse(line);
    const want = statements.map((s: Record<string, unknown>) =>
      shown({
        ...(s as unknown as CaptionStatement),
        relation: s.rel as string,
        frame: String(s.frame).replace(" (assumed)", ""),
      })
    );
    assertEquals(readCaption(text).statements.map(shown), want, text);
  }
});
