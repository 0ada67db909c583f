import type { Cue } from "./_cue_words.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** What can be said of a route: that it is a shortest way, a longer one, or none. */
export type SaidVerdict = "shortest" | "longer" | "none";

const list = (text: string) => text.split("|");
const each = (heads: string, tails: string) =>
  list(heads).flatMap((head) => list(tails).map((tail) => `${head} ${tail}`));

const WAYS = "way|path|route|one|walk|tour";

const VERDICTS = new Lexicon<SaidVerdict>()
  .add("none", [
    ...each(
      "not a|no|not any|not a valid|no valid|isn't a|isn't a valid|is no|not an actual",
      WAYS,
    ),
    ...list(
      "invalid|not valid|isn't valid|does not reach|doesn't reach|did not reach|never reaches|" +
        "not reach|cannot reach|can't reach|fails to reach|not a way at all|hits a wall|" +
        "runs into a wall|goes through a wall|into a blocked cell|through a blocked cell|blocked|" +
        "does not lead|doesn't lead|kein weg|keine route|kein gültiger weg|ungültig|" +
        "erreicht g nicht|führt nicht|不是路径|不是一条路径|无效|不可行|不能到达|无法到达|走不通|没有到达",
    ),
  ])
  .add("longer", [
    ...each("a longer|the longer|longer|a non-shortest|a non-optimal|a suboptimal", WAYS),
    ...list(
      "longer|a shorter way exists|a shorter path exists|there is a shorter way|there is a shorter path|" +
        "a shorter one exists|longer than necessary|longer than needed|longer than the shortest|" +
        "longer than the shortest way|longer than the shortest path|longer than a shortest way|" +
        "longer than the shortest route|longer than the optimal|too long|suboptimal|sub-optimal|" +
        "a detour|detour|ein längerer weg|längerer weg|länger|länger als nötig|ein umweg|umweg|" +
        "较长|更长|较长的路径|绕路",
    ),
  ])
  .add("shortest", [
    ...each("a shortest|the shortest|shortest|an optimal|the optimal|a shortest possible", WAYS),
    ...list(
      "shortest|optimal|the shortest|as short as possible|the shortest possible|" +
        "ein kürzester weg|der kürzeste weg|kürzester weg|kürzeste|die kürzeste|kürzester|最短|" +
        "最短路径|最短的|最优",
    ),
  ]);

const NOT = "not|isn't|is not|not by|not actually|aber nicht|nicht";
/** Said of a way, these say that it is longer. */
const NOT_SHORTEST = [
  ...each(
    NOT,
    "the shortest|a shortest|shortest|optimal|the optimal one|minimal|a shortest way|" +
      "the shortest way|a shortest path|the shortest path|the shortest route|a shortest one|" +
      "the shortest one|the shortest possible|der kürzeste|die kürzeste|ein kürzester weg",
  ),
  ...list("不是最短|不是最短的|不是最短路径|并非最短"),
];
const OTHERS = new Lexicon<true>().add(true, NOT_SHORTEST);

/** These say that it is a way. */
const IS_WAY = new Lexicon<true>().add(true, [
  ...list(
    "reaches|it reaches|does reach|gets to|arrives at|leads to|gets to|valid|is a way|is a path|is a route|" +
      "connects|erreicht|führt zum|führt nach|gültig|能到达|可以到达|到达|有效",
  ),
]);

const CUES = new Lexicon<Cue>().add("plain", [
  ...each(
    "the shortest|a shortest|shortest",
    "has|takes|is|needs|way has|way takes|path has|path takes",
  ),
  // Alone it says nothing: it may be longer, or none.
  ...NOT_SHORTEST,
  "reaches",
  "erreicht",
  "valid",
  "gültig",
  "than",
  "it does reach",
]);

class Verdicts implements Vocabulary<SaidVerdict> {
  readonly cues: Lexicon<Cue> = CUES;
  /** Whether the reply says somewhere that the route is a way. */
  #isWay: boolean | undefined;

  at(tokens: readonly Token[], from: number): Match<SaidVerdict> | null {
    const other = OTHERS.at(tokens, from);
    const found = VERDICTS.at(tokens, from);
    if (other === null || (found?.length ?? 0) > other.length) return found;
    this.#isWay ??= tokens.some((_, i) => IS_WAY.at(tokens, i) !== null);
    return this.#isWay ? { value: "longer", length: other.length } : null;
  }

  key(value: SaidVerdict): string {
    return value;
  }
}

/**
 * What a reply says of a route: a shortest way, a longer one, or no way at all. That it "reaches
 * the goal, but is not the shortest" says that it is longer; "not the shortest" alone does not.
 *
 * @param reply the whole reply
 * @returns null where it says nothing of it, or two things
 *
 * Cost: linear in the reply's length.
 *
 * @example
 * ```ts
 * import { readVerdict } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readVerdict("A shortest way? No, a longer one."), "longer");
 * assertEquals(readVerdict("It is not the shortest."), null);
 * ```
 */
export function readVerdict(reply: string, meter?: Meter): SaidVerdict | null {
  return readAnswer(reply, new Verdicts(), meter);
}
