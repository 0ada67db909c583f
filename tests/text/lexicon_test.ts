import {
  findKeywords,
  judgeWords,
  keywordOf,
  KEYWORDS,
  PhraseFinder,
  POLICIES,
  relationNamed,
  solveStatements,
  SPARE_GROUPS,
  type Statement,
  type StatementFrame,
  substringKeywords,
  VSR_CLASSES,
} from "../../text/mod.ts";
import { assert, assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";

Deno.test("lexicon: SpaRE's 29 groups, 201 keywords, three of them in two groups; VSR's words", () => {
  const all = Object.values(SPARE_GROUPS).flat();
  assertEquals([Object.keys(SPARE_GROUPS).length, all.length, new Set(all).size], [29, 201, 198]);
  const twice = KEYWORDS.filter(({ groups }) => groups.length === 2).map(({ words }) => words);
  assertEquals(twice.sort(), ["amidst", "confronting", "contiguous with"]);
  for (const words of [...all, ...Object.values(VSR_CLASSES).flat()]) {
    assert(keywordOf(words) !== null, words);
  }
  assertEquals(Object.keys(VSR_CLASSES).length, 7);
});

Deno.test("lexicon: a word has all its meanings, and policies are on relations there are", () => {
  assertEquals(keywordOf("Confronting")!.relations.map(({ id }) => id), ["in_front_of", "facing"]);
  for (const { relation, other = relation } of POLICIES) {
    assertEquals(relationNamed(relation).arity, relationNamed(other).arity);
  }
  assertThrows(() => relationNamed("leftish"), RangeError, '"leftish": the lexicon has none');
});

Deno.test("lexicon: longest match against substring", () => {
  const words = (text: string) => findKeywords(text).map(({ keyword }) => keyword.words);
  assertEquals(words("The cup sits on top of the box, to the left of a lamp."), [
    "on top of",
    "to the left of",
  ]);
  assertEquals(words("An onion stands inside"), ["inside"]);
  const inside = substringKeywords("on top of").map(({ words }) => words).sort();
  assertEquals(inside, ["on", "on top", "on top of", "to"]);
});

Deno.test("PhraseFinder: agrees with looking at every place", () => {
  const word = fc.constantFrom("a", "an", "at", "b");
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const text = fc.array(fc.constantFrom("a", "an", "at", "b", "x", "é", " ", ", ", "-"), {
    maxLength: 12,
  }).map((parts) => parts.join(""));
  const isLetter = (char: string | undefined) =>
    char !== undefined && /[\p{L}\d'\u2019]/u.test(char);
  const slowly = (phrases: readonly string[], text: string): string[] => {
    const found: string[] = [];
    for (let at = 0; at < text.length;) {
      const fits = phrases.filter((p) =>
        text.slice(at, at + p.length).replaceAll("-", " ") === p &&
        !isLetter(text[at - 1]) && !isLetter(text[at + p.length])
      ).sort((a, b) => b.length - a.length);
      if (fits.length > 0) found.push(`${fits[0]} ${at}`);
      at += fits[0]?.length ?? 1;
    }
    return found;
  };
  fc.assert(
    fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 5 }), text, (phrases, text) => {
      const found = new PhraseFinder(phrases).find(text);
      assertEquals(
        found.map(({ phrase, from }) => `${phrases[phrase]} ${from}`),
        slowly(phrases, text),
      );
    }),
    { numRuns: 500 },
  );
  assertThrows(() => new PhraseFinder(["a+b"]), RangeError, 'it has "+"');
});

Deno.test("PhraseFinder: finds each of many phrases, in whatever order they came", () => {
  const words = KEYWORDS.map(({ words }) => words);
  for (
    const phrases of [
      words,
      words.toReversed(),
      words.toSorted((a, b) => b.length - a.length),
    ]
  ) {
    const finder = new PhraseFinder(phrases);
    for (const [i, phrase] of phrases.entries()) {
      assertEquals(
        finder.find(`(${phrase})`),
        [{ phrase: i, from: 1, to: 1 + phrase.length }],
        phrase,
      );
    }
  }
});

function says(
  relation: string,
  a: string,
  b: string,
  more: { frame?: StatementFrame; truth?: boolean } = {},
): Statement {
  return { relation, args: [a, b], truth: true, frame: "viewer", ...more };
}

Deno.test("judgeWords: policies, each by its name", () => {
  const standing = (known: readonly Statement[], asked: Statement) =>
    judgeWords(known, asked).status;
  assertEquals(
    standing([says("on_top_of", "cup", "box")], says("below", "box", "cup")),
    "entailed",
  );
  assertEquals(standing([says("on", "cup", "box")], says("touches", "box", "cup")), "entailed");
  assertEquals(standing([says("above", "cup", "box")], says("on", "cup", "box")), "open");
  assertEquals(standing([says("below", "cup", "box")], says("on", "cup", "box")), "refuted");
  const inside = [says("in", "Paris", "France"), says("outside", "house", "France")];
  assertEquals(standing(inside, says("outside", "house", "Paris")), "entailed");
  assertEquals(standing(inside, says("in", "house", "Paris")), "refuted");
  const denied = says("in", "house", "Paris", { truth: false });
  assertEquals(
    standing([says("in", "Paris", "France"), denied], says("in", "house", "France")),
    "open",
  );
  const core = solveStatements([...inside, says("in", "house", "Paris")]);
  assert(core.status === "inconsistent");
  assertEquals(core.core.length, 3);
  assert(
    core.derivation.some(({ says }) =>
      says.includes("in is transitive") || says.includes("outside")
    ),
  );
});

Deno.test("judgeWords: one viewer orders in depth, each object's own front does not", () => {
  const front = (frame: StatementFrame) => says("in_front_of", "Mary", "school", { frame });
  const back = (a: string, b: string, frame: StatementFrame) => says("behind", a, b, { frame });
  const one = "viewer";
  assertEquals(judgeWords([front(one)], back("school", "Mary", one)).status, "entailed");
  const [school, mary] = ["object:school", "object:Mary"] as const;
  assertEquals(judgeWords([front(school)], back("school", "Mary", mary)).status, "open");
  assertEquals(judgeWords([front(school)], back("Mary", "school", school)).status, "refuted");
  const far = says("in_front_of", "Mary", "school", { frame: "viewer" });
  assertEquals(judgeWords([far], back("Mary", "school", school)).status, "open");
});

Deno.test("solveStatements: what places do not decide is refused by name", () => {
  const facing = [says("facing", "cat", "dog")];
  assertThrows(() => solveStatements(facing), RangeError, "facing: it needs the way a thing faces");
  assertThrows(
    () => solveStatements([{ ...facing[0]!, relation: "between" }]),
    RangeError,
    "between of 2 things, must be of 3",
  );
});
