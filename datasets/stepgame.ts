import type { Step } from "./_direction_phrase.ts";
import { locate, type Placed, type Placement } from "./_grid_story.ts";
import { readSentence, type Relation } from "./_relation_sentence.ts";
import { answerFor, explanations, type Tally, tallyFaults, type Told } from "./_stepgame_blame.ts";
import { type StepGameItem, stepGameItems } from "./_stepgame_items.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * StepGame, the original's JSON and the corrected set's text: each sentence is one step on a grid,
 * the answer is the signs of the way between two agents. A wrong label is counted under the
 * sentence template whose other reading explains it; sentences are read for what they mean.
 */
export const stepgame: Dataset = {
  name: "stepgame",
  summary: "StepGame, original JSON or corrected text: unit steps on a grid, where is X from Y?",
  source:
    "https://github.com/ZhengxiangShi/StepGame, https://github.com/Fangjun-Li/SpatialLM-StepGame",
  licence: "none stated",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  let tally: Promise<Tally> | null = null;
  const blame: Blame = async (explanations) => {
    tally ??= tallyFaults(() => wrongLabels(file));
    return (await tally).likeliest(explanations);
  };
  for await (const item of stepGameItems(file)) {
    if (item.kind === "bad") {
      yield item;
      continue;
    }
    const { id, where, label } = item;
    yield { kind: "claim", id, where, claimed: label, judge: () => judge(item, blame) };
  }
}

/** A look at the whole file: what would explain each of its wrong labels. */
async function* wrongLabels(file: SourceFile): AsyncIterable<string[][]> {
  for await (const item of stepGameItems(file)) {
    if (item.kind === "bad") continue;
    const solved = trySolve(item);
    if (typeof solved === "string" || solved.placement.status !== "placed") continue;
    if (answerFor(solved.placement.offset) === item.label) continue;
    yield explain(item.label, solved.story, solved.placement);
  }
}

function explain(label: string, story: Story, { path, offset }: Placed): string[][] {
  const way = path.map(({ fact, sign }): Told => ({ ...story.facts[fact]!, sign }));
  return explanations(way, offset, label);
}

/** Picks the likeliest of several explanations of a wrong label. */
type Blame = (explanations: readonly string[][]) => Promise<readonly string[]>;

function judge(item: StepGameItem, blame: Blame): Judgement | Promise<Judgement> {
  const solved = trySolve(item);
  if (typeof solved === "string") {
    return { verdict: "unsupported", answer: null, reason: solved, margin: null };
  }
  const { story, placement } = solved;
  if (placement.status !== "placed") return open(story, placement);
  const { offset } = placement;
  const answer = answerFor(offset);
  const margin = { value: marginOf(offset), unit: "step" };
  if (answer !== item.label) {
    const told = `claimed ${item.label}, is ${answer}: the story puts it at (${offset}), y up`;
    return blame(explain(item.label, story, placement)).then(([group, ...more]) => {
      const reason = [told, ...more.map((fault) => `also ${fault}`)].join("; ");
      const judgement = { verdict: "disagree", answer, reason, margin } as const;
      return group === undefined ? judgement : { ...judgement, group };
    });
  }
  const reason = story.idle === undefined ? null : `left out: ${idleReason(story.idle)}`;
  return { verdict: "agree", answer, reason, margin };
}

/** How many steps a sentence would have to change for another answer. */
function marginOf([dx, dy]: Step): number {
  return Math.max(1, Math.min(Math.abs(dx), Math.abs(dy)));
}

function open({ idle, facts }: Story, placement: Placement): Judgement {
  const told = { verdict: "undetermined", answer: null, margin: null } as const;
  if (placement.status === "clash") {
    const reason = `the story contradicts itself, by ${
      JSON.stringify(facts[placement.fact]!.text)
    }`;
    return { ...told, reason };
  }
  const reason = "no sentences lead from one agent to the other";
  if (idle === undefined) return { ...told, reason };
  const group = `${idle.template} (names one agent twice)`;
  return { ...told, reason: `${reason}; ${idleReason(idle)}`, group };
}

interface Fact extends Relation {
  readonly text: string;
  readonly template: string;
}

interface Story {
  readonly facts: readonly Fact[];
  /** A sentence that places an agent beside itself: it says nothing about any other. */
  readonly idle?: Fact;
}

function idleReason({ text }: Fact): string {
  return `${JSON.stringify(text)} places an agent beside itself`;
}

const QUESTION =
  /^What is the relation of (?:the )?(?:agent |object )?(.+?) to (?:the )?(?:agent |object )?(.+?)\s*\?$/;

interface Solved {
  readonly story: Story;
  readonly placement: Placement;
}

/** Where the one agent is from the other; or why that is not understood. */
function trySolve({ story, question }: StepGameItem): Solved | string {
  const [, target, viewer] = QUESTION.exec(question) ?? [];
  if (target === undefined || viewer === undefined) {
    return `does not understand the question ${JSON.stringify(question)}`;
  }
  const all: Fact[] = [];
  for (const text of story) {
    const { template, relation } = readSentence(text);
    if (relation === null) return `does not understand ${JSON.stringify(text)}`;
    all.push({ ...relation, text, template });
  }
  const facts = all.filter(({ subject, landmark }) => subject !== landmark);
  const idle = all.find(({ subject, landmark }) => subject === landmark);
  const placement = locate(facts, target, viewer);
  return { story: idle === undefined ? { facts } : { facts, idle }, placement };
}
