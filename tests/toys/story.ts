import { schema } from "../../geometry/mod.ts";
import { exact, type Outcome, solveChain, undetermined } from "../../solvers/mod.ts";
import { defineTask, type Draft, type Kind, type Task } from "../../tasks/mod.ts";

/** Sentences that place houses along a street, and two of the houses. */
interface Street {
  readonly facts: readonly (readonly [house: string, side: "left" | "right", of: string])[];
  readonly asked: readonly [house: string, of: string];
}

const SIDES = ["left", "right"] as const;

/** On which side of another house one lies; the story may leave it open. */
export const streetSide: Kind<Street, string> = {
  name: "toy-street",
  schema: schema.object({
    facts: schema.list(
      schema.tuple("[house, side, house]", [schema.name, schema.word(SIDES), schema.name]),
      1,
    ),
    asked: schema.tuple("[house, house]", [schema.name, schema.name]),
  }),
  solve: ({ facts, asked: [subject, reference] }): Outcome<string> => {
    const outcome = solveChain({
      facts: facts.map(([subject, side, reference]) => ({
        subject,
        reference,
        dx: side === "left" ? -1 : 1,
        dy: 0,
      })),
      subject,
      reference,
    });
    if (outcome.status === "exact") {
      return outcome.value.x === 0
        ? undetermined([])
        : exact(outcome.value.x < 0 ? "left" : "right");
    }
    return outcome.status === "undetermined" ? undetermined(SIDES) : outcome as Outcome<never>;
  },
  frame: () => "left and right as one stands before the houses",
  say: (answer) => answer,
  read: (words) => SIDES.find((side) => side === words.trim().toLowerCase()) ?? null,
  answers: () => SIDES,
};

/** A story without pictures, whose answer is aimed at first. */
export const story: Task = defineTask({
  name: "toy-story",
  version: 1,
  summary: "On which side of another house one lies",
  kind: streetSide,
  forms: ["open", "true-false"],
  knobs: { steps: { type: "integer", least: 1, most: 5, default: 2, doc: "sentences" } },
  begin: ({ steps }) => ({
    make({ chance, aim }): Draft<Street, string> {
      const side = SIDES[aim.below(2)]!;
      const houses = Array.from({ length: steps + 1 }, (_, i) => `house ${i + 1}`);
      const facts = houses.slice(1).map((house, i): Street["facts"][number] =>
        chance.below(2) === 0
          ? [house, side, houses[i]!]
          : [houses[i]!, side === "left" ? "right" : "left", house]
      );
      return { instance: { facts, asked: [houses.at(-1)!, houses[0]!] } };
    },
    ask: ({ facts, asked: [house, of] }) => ({
      given: facts.map(([a, side, b]) => `The ${a} is ${side} of the ${b}. `).join(""),
      question: `Is the ${house} left or right of the ${of}?`,
      claim: (answer) => `The ${house} is ${answer} of the ${of}.`,
    }),
  }),
});
