import type { GridRelation, Outcome } from "../solvers/mod.ts";
import { readAgentQuestion } from "./_agent_question.ts";
import { relate, surround, wayTo } from "./_grid_story.ts";
import { readSentence, type StepRelation } from "../text/sentences/relation_sentence.ts";
import {
  answerFor,
  type Blame,
  EVIDENCE,
  explanations,
  findFaults,
  type Told,
  type WrongLabel,
} from "./_stepgame_blame.ts";
import { stepGameBatches, type StepGameItem } from "./_stepgame_items.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * StepGame, the original's JSON and the corrected set's text: each sentence is one step on a grid,
 * the answer is the signs of the way between two agents. A wrong label is counted under the
 * sentence template whose other reading explains it, where the file shows such a fault more than
 * once; sentences are read for what they mean.
 */
export const stepgame: Dataset = {
  name: "stepgame",
  summary: "StepGame, original JSON or corrected text: unit steps on a grid, where is X from Y?",
  source:
    "https://github.com/ZhengxiangShi/StepGame, https://github.com/Fangjun-Li/SpatialLM-StepGame",
  licence: "MIT, by the cards of both sets",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  let faults: Promise<ReturnType<typeof findFaults>> | null = null;
  const blame: Blamer = async (explanations) => {
    faults ??= wrongLabels(file).then(findFaults);
    return (await faults)(explanations);
  };
  for await (const batch of await stepGameBatches(file)) {
    for (const item of batch) {
      if (item.kind === "bad") {
        yield item;
        continue;
      }
      const { id, where, label } = item;
      yield { kind: "claim", id, where, claimed: label, judge: () => judge(item, blame) };
    }
  }
}

/** A look at the whole file: its wrong labels, the first of them where there are very many. */
async function wrongLabels(file: SourceFile): Promise<WrongLabel[]> {
  const wrong: WrongLabel[] = [];
  try {
    for await (const batch of await stepGameBatches(file)) {
      for (const item of batch) {
        if (item.kind === "bad") continue;
        const asked = readAsked(item);
        if (typeof asked === "string") continue;
        const outcome = relate(asked.facts, asked.target, asked.viewer);
        if (outcome.status !== "exact" || nameOf(outcome.value) === item.label) continue;
        if (wrong.push(toWrong(item.label, asked)) === EVIDENCE) return wrong;
      }
    }
  } catch (error) {
    // What cannot be read is told where the records are read; what is before it is evidence.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return wrong;
}

function toWrong(label: string, { facts, target, viewer }: Asked): WrongLabel {
  const stops = surround(facts, viewer);
  const way = wayTo(target, stops).map(({ fact, sign }) => told(facts[fact]!, sign));
  return { way, offset: stops.get(target)!.at, label };
}

const TOLD = new Map<string, Told>();
const TOLD_LIMIT = 1 << 14;

/** What a fact tells on the way; one object for all that tell the same. */
function told({ template, step }: Fact, sign: 1 | -1): Told {
  const key = `${sign} ${step} ${template}`;
  let known = TOLD.get(key);
  if (known === undefined) {
    if (TOLD.size >= TOLD_LIMIT) TOLD.clear();
    TOLD.set(key, known = { template, step, sign });
  }
  return known;
}

function nameOf({ x, y }: GridRelation): string {
  return answerFor([x, y]);
}

/** Picks the likeliest of several explanations of a wrong label, by the whole file. */
type Blamer = (explanations: readonly (readonly string[])[]) => Promise<Blame>;

function judge(item: StepGameItem, blame: Blamer): Judgement | Promise<Judgement> {
  const asked = readAsked(item);
  if (typeof asked === "string") {
    return { verdict: "unsupported", answer: null, reason: asked, margin: null };
  }
  const outcome = relate(asked.facts, asked.target, asked.viewer);
  if (outcome.status !== "exact") return open(asked, outcome);
  const { value, margin } = outcome;
  const answer = nameOf(value);
  const { idle } = asked;
  const leftOut = idle && `left out: ${idleReason(idle)}`;
  if (answer === item.label) {
    if (idle === undefined) return { verdict: "agree", answer, reason: null, margin };
    return { verdict: "agree", answer, reason: leftOut!, margin, group: idleGroup(idle) };
  }
  return blame(explanations(toWrong(item.label, asked))).then(({ faults, rivals }) => {
    // A sentence that is left out is counted as such, so that the summary shows them all.
    const [group, ...more] = idle === undefined ? faults : [idleGroup(idle), ...faults];
    const told = [
      `claimed ${item.label}, is ${answer}`,
      ...leftOut === undefined ? [] : [leftOut],
      ...more.map((fault) => `also ${fault}`),
      ...rivals.map((fault) => `or else ${fault}`),
    ];
    const judgement = { verdict: "disagree", answer, reason: told.join("; "), margin } as const;
    return group === undefined ? judgement : { ...judgement, group };
  });
}

function open({ idle, facts }: Asked, outcome: Outcome<GridRelation>): Judgement {
  const undetermined = { verdict: "undetermined", answer: null, margin: null } as const;
  if (outcome.status === "impossible") {
    const clash = outcome.core ?? [];
    const twice = facts.find((fact) => isIdle(fact) && clash.includes(fact.text));
    const group = twice === undefined ? "the story contradicts itself" : idleGroup(twice);
    const why = twice === undefined ? clash.join(" ") : idleReason(twice);
    return { ...undetermined, reason: `the story contradicts itself: ${why}`, group };
  }
  const reason = "no sentences lead from one agent to the other";
  if (idle === undefined) return { ...undetermined, reason };
  return { ...undetermined, reason: `${reason}; ${idleReason(idle)}`, group: idleGroup(idle) };
}

interface Fact extends StepRelation {
  readonly text: string;
  readonly template: string;
}

/** What a record asks, understood. */
interface Asked {
  readonly target: string;
  readonly viewer: string;
  readonly facts: readonly Fact[];
  /**
   * A sentence that places an agent beside itself. Where facts tie that agent to those of the
   * question it contradicts the story; elsewhere it says nothing about them.
   */
  readonly idle?: Fact;
}

function isIdle({ subject, landmark, step: [dx, dy] }: Fact): boolean {
  return subject === landmark && (dx !== 0 || dy !== 0);
}

function idleReason({ text }: Fact): string {
  return `${JSON.stringify(text)} places an agent beside itself`;
}

function idleGroup({ template }: Fact): string {
  return `${template} (names one agent twice)`;
}

/** The record's sentences and question; or what is not understood. */
function readAsked({ story, question }: StepGameItem): Asked | string {
  const asked = readAgentQuestion(question);
  if (asked === null) return `does not understand the question ${JSON.stringify(question)}`;
  const facts: Fact[] = [];
  let idle: Fact | undefined;
  for (const text of story) {
    const { template, relation } = readSentence(text);
    if (relation === null) return `does not understand ${JSON.stringify(text)}`;
    const fact = { ...relation, text, template };
    if (isIdle(fact)) idle ??= fact;
    facts.push(fact);
  }
  return idle === undefined ? { ...asked, facts } : { ...asked, facts, idle };
}
