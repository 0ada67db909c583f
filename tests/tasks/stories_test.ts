import {
  captionCheck,
  frameView,
  type Item,
  regionRelation,
  Run,
  storyCheck,
  storyCulprit,
  storyFollows,
  storyRelation,
} from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";

type Sentence = readonly [string, string, string];

interface Story {
  readonly calculus: string;
  readonly sentences: readonly Sentence[];
}

const answerOf = (task: typeof storyRelation, item: Item): unknown => {
  const outcome = task.solve(item.instance);
  assert(outcome.status === "exact", outcome.status);
  return outcome.value;
};

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  above: [0, 1],
  below: [0, -1],
  "upper-left": [-1, 1],
  "upper-right": [1, 1],
  "lower-left": [-1, -1],
  "lower-right": [1, -1],
  same: [0, 0],
};

/** Where things stand from one of them, walking the sentences; null where they do not agree. */
function walked({ sentences }: Story, from: string): Map<string, readonly [number, number]> | null {
  const places = new Map([[from, [0, 0] as readonly [number, number]]]);
  for (const [name, [x, y]] of places) {
    for (const [a, relation, b] of sentences) {
      const [dx, dy] = STEPS[relation]!;
      const next = a === name ? [b, [x - dx, y - dy]] : b === name ? [a, [x + dx, y + dy]] : null;
      if (next === null) continue;
      const [other, place] = next as [string, [number, number]];
      const known = places.get(other);
      if (known === undefined) places.set(other, place);
      else if (known.join() !== place.join()) return null;
    }
  }
  return places;
}

Deno.test("story-relation: steps are walked to the same answer", () => {
  const seen = new Map<unknown, number>();
  const settings = [{ hops: 1, open: 30 }, {}, { hops: 6, distractors: 4 }, { hops: 100 }];
  for (const [k, knobs] of settings.entries()) {
    const run = new Run(storyRelation, { seed: 11 + k, knobs });
    for (let i = 0; i < (k === 3 ? 8 : 80); i++) {
      const item = run.item(i);
      const { asked, ...story } = item.instance as unknown as Story & { asked: [string, string] };
      const names = new Set(story.sentences.flatMap(([a, , b]) => [a, b]));
      const clashes = [...names].some((name) => walked(story, name) === null);
      const place = walked(story, asked[1])?.get(asked[0]);
      const signs = place?.map((step) => Math.sign(step) + 0).join();
      const side = Object.keys(STEPS).find((name) => STEPS[name]!.join() === signs);
      const want = clashes ? "clash" : side ?? "open";
      assertEquals(answerOf(storyRelation, item), want, item.id);
      seen.set(want, (seen.get(want) ?? 0) + 1);
    }
  }
  assertEquals(seen.size, 11);
});

/** Every way to put things on a line, level ones too: a rank each. */
function* ranks(count: number, of: number): Iterable<number[]> {
  for (let code = 0; code < of ** count; code++) {
    yield Array.from({ length: count }, (_, i) => Math.floor(code / of ** i) % of);
  }
}

/** Whether sentences on a line can all be true, by trying everything. */
function lineHolds(sentences: readonly Sentence[]): boolean {
  const names = [...new Set(sentences.flatMap(([a, , b]) => [a, b]))];
  for (const places of ranks(names.length, names.length)) {
    const at = (name: string) => places[names.indexOf(name)]!;
    const fits = sentences.every(([a, relation, b]) =>
      ({ left: at(a) < at(b), right: at(a) > at(b), same: at(a) === at(b) })[relation]
    );
    if (fits) return true;
  }
  return sentences.length === 0;
}

Deno.test("story-check and story-culprit: agree with trying every order", () => {
  const check = new Run(storyCheck, { seed: 5, knobs: { things: 4 } });
  for (let i = 0; i < 60; i++) {
    const item = check.item(i);
    const { sentences } = item.instance as unknown as Story;
    assertEquals(answerOf(storyCheck, item), lineHolds(sentences) ? "yes" : "no", item.id);
  }
  const culprit = new Run(storyCulprit, { seed: 5, knobs: { things: 4 } });
  const places = new Set<unknown>();
  for (let i = 0; i < 40; i++) {
    const item = culprit.item(i);
    const { sentences } = item.instance as unknown as Story;
    assert(!lineHolds(sentences));
    const able = sentences.flatMap((_, k) => lineHolds(sentences.toSpliced(k, 1)) ? [k + 1] : []);
    assertEquals(able, [answerOf(storyCulprit, item)], item.id);
    places.add(able[0]);
  }
  assert(places.size > 3);
});

Deno.test("story-follows: one statement follows, by trying every order", () => {
  const run = new Run(storyFollows, {
    seed: 5,
    knobs: { calculus: "line", hops: 2, distractors: 1 },
  });
  for (let i = 0; i < 40; i++) {
    const item = run.item(i);
    const { sentences, candidates } = item.instance as unknown as Story & {
      candidates: readonly Sentence[];
    };
    const follows = candidates.flatMap(([a, relation, b], k) => {
      const others = ["left", "right", "same"].filter((other) => other !== relation);
      return others.some((other) => lineHolds([...sentences, [a, other, b]])) ? [] : [k];
    });
    assertEquals(follows, [answerOf(storyFollows, item)], item.id);
  }
});

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The unit cells of a box, and how many it has. */
function cells({ x, y, width, height }: Box): Set<string> {
  const all = new Set<string>();
  for (let i = x; i < x + width; i++) for (let j = y; j < y + height; j++) all.add(`${i} ${j}`);
  return all;
}

function grown({ x, y, width, height, name }: Box): Box {
  return { name, x: x - 1, y: y - 1, width: width + 2, height: height + 2 };
}

Deno.test("region-relation: agrees with counting cells", () => {
  const run = new Run(regionRelation, { seed: 5 });
  const seen = new Set<unknown>();
  for (let i = 0; i < 100; i++) {
    const item = run.item(i);
    const [a, b] = (item.instance as unknown as { boxes: [Box, Box] }).boxes;
    const isIn = (one: Box, other: Box) => [...cells(one)].every((cell) => cells(other).has(cell));
    const share = (one: Box, other: Box) => [...cells(one)].some((cell) => cells(other).has(cell));
    const edge = (inner: Box, outer: Box) => isIn(grown(inner), outer) ? "" : " at the edge";
    const want = isIn(a, b)
      ? `inside${edge(a, b)}`
      : isIn(b, a)
      ? `around${edge(b, a)}`
      : share(a, b)
      ? "overlapping"
      : share(grown(a), b)
      ? "touching"
      : "apart";
    assertEquals(answerOf(regionRelation, item), want, item.id);
    seen.add(want);
  }
  assertEquals(seen.size, 7);
});

Deno.test("frame-view: agrees with vectors", () => {
  const winds = { north: [0, 1], east: [1, 0], south: [0, -1], west: [-1, 0] } as const;
  type Vector = readonly [number, number];
  const left = ([x, y]: Vector): Vector => [-y, x];
  const back = ([x, y]: Vector): Vector => [-x, -y];
  const right = (v: Vector): Vector => back(left(v));
  const run = new Run(frameView, { seed: 5, knobs: { turns: 3 } });
  for (let i = 0; i < 200; i++) {
    const item = run.item(i);
    const { faced, turns, camera, told, side, asked } = item.instance as unknown as
      & Record<
        "faced" | "camera",
        keyof typeof winds
      >
      & Record<"told" | "side" | "asked", string>
      & { turns: readonly string[] };
    const face = turns.reduce<Vector>(
      (v, turn) => ({ left, right, around: back })[turn as "left"](v),
      winds[faced],
    );
    const look: Vector = winds[camera];
    // In a picture, in front is toward the camera, and left and right are as one looks along.
    const sides: Readonly<Record<string, Readonly<Record<string, Vector>>>> = {
      map: winds,
      thing: { front: face, back: back(face), left: left(face), right: right(face) },
      camera: { front: back(look), back: look, left: left(look), right: right(look) },
    };
    const to = sides[told]![side]!;
    const found = Object.entries(sides[asked]!).find(([, v]) => v[0] === to[0] && v[1] === to[1])!;
    assertEquals(answerOf(frameView, item), found[0], item.id);
  }
});

Deno.test("caption-check: the one wrong caption is not true of the corners", () => {
  const run = new Run(captionCheck, { seed: 5 });
  for (let i = 0; i < 60; i++) {
    const item = run.item(i);
    const { boxes, captions } = item.instance as unknown as {
      boxes: readonly Box[];
      captions: readonly Sentence[];
    };
    const wrong = captions.flatMap(([p, side, q], k) => {
      const [a, b] = [p, q].map((name) => boxes.find((box) => box.name === name)!) as [Box, Box];
      const isTrue = {
        left: a.x + a.width <= b.x,
        right: b.x + b.width <= a.x,
        below: a.y + a.height <= b.y,
        above: b.y + b.height <= a.y,
      }[side]!;
      return isTrue ? [] : [k];
    });
    assertEquals(wrong, [answerOf(captionCheck, item)], item.id);
  }
});
