import type { Shape } from "../../render/mod.ts";
import { answersOf, direction, type JsonValue, type Kind, type Task } from "../../tasks/mod.ts";
import type { Witness } from "../../testing/mod.ts";
import { directionWitness } from "../oracles/points.ts";
import { story } from "../toys/story.ts";
import { twoViews } from "../toys/two_views.ts";
import { streetWitness, tableWitness } from "../toys/witnesses.ts";
import { planted } from "./plant.ts";

/** A fault, the task it is planted in, and the rule that must find it. */
export interface Mutant {
  readonly name: string;
  readonly task: Task;
  readonly witness: Witness | null;
  readonly rule: string;
}

/** Tasks without a fault: the suite must find none. */
export const CONTROLS: readonly Omit<Mutant, "rule">[] = [
  { name: "direction", task: direction, witness: directionWitness as Witness },
  {
    name: "direction, object form",
    task: planted(direction, {}),
    witness: directionWitness as Witness,
  },
  { name: "two pictures and grades", task: twoViews, witness: tableWitness as Witness },
  { name: "a story", task: story, witness: streetWitness as Witness },
];

type Answering = Kind["solve"];

const LABELS = [
  "right",
  "top right",
  "top",
  "top left",
  "left",
  "bottom left",
  "bottom",
  "bottom right",
];

/** The next direction, for answers that are wrong. */
function turnedAnswer(answer: JsonValue): JsonValue {
  const at = LABELS.indexOf(answer as string);
  return at < 0 ? answer : LABELS[(at + 1) % LABELS.length]!;
}

function margins(change: (value: number) => number | null) {
  return (kind: Kind): Partial<Kind> => ({
    solve(instance) {
      const outcome = kind.solve(instance);
      if (outcome.status !== "exact" || outcome.margin === null) return outcome;
      const value = change(outcome.margin.value);
      return { ...outcome, margin: value === null ? null : { ...outcome.margin, value } };
    },
  });
}

/** The solver with other answers for some instances. */
function answers(change: (answer: JsonValue, instance: unknown) => JsonValue) {
  return (kind: Kind): { readonly solve: Answering } => ({
    solve(instance) {
      const outcome = kind.solve(instance);
      return outcome.status === "exact"
        ? { ...outcome, value: change(outcome.value, instance) }
        : outcome;
    },
  });
}

/** The pictures with other shapes. */
function shapes(change: (shapes: readonly Shape[], kind: Kind) => readonly Shape[]) {
  return (kind: Kind): Partial<Kind> => ({
    draw: (instance, wording) =>
      kind.draw!(instance, wording).map((picture) => ({
        ...picture,
        drawing: { ...picture.drawing, shapes: change(picture.drawing.shapes, kind) },
      })),
  });
}

const firstName = (all: readonly Shape[]) => all.find((shape) => shape.of !== undefined)!.of;

/** Knobs by which every other direction lies on a boundary. */
const TIED = {
  ...{ unique: false, margin: 0, lattice: 4, spacing: 1, distractors: 0, balance: false },
  sectors: "quadrants",
};

interface Points {
  readonly points: readonly (readonly [string, number, number])[];
}

/** A number that differs from instance to instance. */
function sumOf(instance: unknown): number {
  return (instance as Points).points.reduce((sum, [, x, y]) => sum + Number(x) + Number(y), 0);
}

function on(
  base: Task,
  witness: Witness,
  faults: Readonly<Record<string, readonly [rule: string, plant: Parameters<typeof planted>[1]]>>,
): Mutant[] {
  return Object.entries(faults).map(([name, [rule, plant]]) => ({
    ...{ name, rule, witness },
    task: planted(base, plant),
  }));
}

let drawn = 0;
let last: JsonValue = "";

/** Every fault that was planted, each with the rule that must find it. */
export const MUTANTS: readonly Mutant[] = [
  ...on(direction, directionWitness as Witness, {
    "solve ignores the frame": ["frame", {
      kind: (kind) => ({
        solve: (instance) => kind.solve({ ...instance as object, frame: "y-up" }),
      }),
    }],
    "words ignore the frame": ["hidden", {
      kind: (kind) => ({
        // The picture shows the frame, and would tell.
        draw: (instance, wording) => kind.draw!({ ...instance as object, frame: "y-up" }, wording),
      }),
      maker: (maker) => ({
        ask: (instance, phrase) => maker.ask({ ...instance as object, frame: "y-up" }, phrase),
      }),
    }],
    "the frame knob is ignored": ["idle frame", { values: (v) => ({ ...v, frame: "y-up" }) }],
    "a knob is idle": ["idle spacing", { values: (v) => ({ ...v, spacing: 10 }) }],
    "margin 0": ["tight", { kind: margins(() => 0) }],
    "margin 10 % too small": ["tight", { kind: margins((value) => 0.9 * value) }],
    "margin 1 % too large": ["margin", { kind: margins((value) => 1.01 * value) }],
    "margin left out": ["margin", { kind: margins(() => null) }],
    "paints off the paper": ["paper", {
      kind: shapes((all) => all.map((s) => s.kind === "circle" ? { ...s, cx: s.cx + 500 } : s)),
    }],
    "answers listed twice": ["answers", {
      kind: (kind) => ({ answers: (i) => [...kind.answers!(i), ...kind.answers!(i).slice(0, 1)] }),
    }],
    "two right options, of a tie that is broken": ["options", {
      values: (v) => ({ ...v, ...TIED }),
      maker: (maker) => ({
        make(draws) {
          const { shown: _, ...draft } = maker.make(draws)!;
          return direction.kind!.solve(draft.instance).status === "tie" ? draft : null;
        },
      }),
      kind: (kind) => ({
        solve(instance) {
          const outcome = kind.solve(instance);
          return outcome.status === "tie"
            ? { status: "exact", value: outcome.values[0]!, margin: null }
            : outcome;
        },
      }),
    }],
    "a wrong answer in make and solve alike": ["answer", { kind: answers(turnedAnswer) }],
    "a wrong answer, rarely": ["answer", {
      kind: answers((answer, i) => sumOf(i) % 10 === 3 ? turnedAnswer(answer) : answer),
    }],
    "Math.random in the instance": ["outside", {
      maker: (maker) => ({
        make(draws) {
          const draft = maker.make(draws);
          return draft === null ? null : { ...draft, phrase: Math.random() < 0.5 ? 0 : 1 };
        },
      }),
    }],
    "Date.now in the words": ["outside", {
      maker: (maker) => ({
        ask: (instance, phrase) => maker.ask(instance, (phrase + Date.now() % 2) % 3),
      }),
    }],
    "a date of today": ["outside", {
      maker: (maker) => ({
        ask: (i, phrase) => maker.ask(i, (phrase + new Date().getFullYear() % 2) % 3),
      }),
    }],
    "state between items": ["state", {
      maker: (maker) => ({
        ask: (instance, phrase) => maker.ask(instance, (phrase + drawn++) % 3),
      }),
    }],
    "an answer that its own read does not read": ["read", {
      kind: (kind) => ({ say: (a, i, w) => a === "left" ? "sinister" : kind.say(a, i, w) }),
    }],
    "read takes everything": ["junk", {
      kind: (kind) => ({ read: (words, i, w) => kind.read(words, i, w) ?? "top" }),
    }],
    "an empty reply is an answer": ["junk", {
      kind: (kind) => ({ read: (words, i, w) => words === "" ? "top" : kind.read(words, i, w) }),
    }],
    "an invisible shape": ["seen", {
      kind: shapes((all) =>
        all.map((s) =>
          s.of === firstName(all) && s.kind === "circle"
            ? { kind: "circle", cx: s.cx, cy: s.cy, r: s.r, of: s.of!, fill: "#ffffff" }
            : s
        )
      ),
    }],
    "a shape painted over": ["seen", {
      kind: shapes((all) => [
        ...all,
        ...all.flatMap((s): Shape[] => {
          if (s.of !== firstName(all) || s.kind !== "circle") return [];
          return [{ kind: "circle", cx: s.cx, cy: s.cy, r: s.r + 2, fill: "#ffffff" }];
        }),
      ]),
    }],
    "a shape that is missing": ["names", {
      kind: shapes((all) => all.filter((s) => s.of !== firstName(all))),
    }],
    "a shape with a wrong name": ["names", {
      kind: shapes((all) => all.map((s) => s.of === firstName(all) ? { ...s, of: "nobody" } : s)),
    }],
    "a question that hides whom it asks about": ["hidden", {
      kind: (kind) => ({ draw: (i, w) => kind.draw!(i, w) }),
      maker: (maker) => ({
        ask(instance, phrase) {
          const { points } = instance as Points;
          return maker.ask(
            { ...instance as object, from: points[0]![0], to: points[1]![0] },
            phrase,
          );
        },
      }),
    }],
    "a constant answer": ["answer", { kind: answers(() => "top") }],
    "answers that come too often": ["balance", {
      maker: (maker) => ({
        make(draws) {
          const draft = maker.make(draws);
          if (draft === null) return null;
          const [answer] = answersOf(direction.kind!.solve(draft.instance));
          return answer === "left" && draws.chance.below(10) < 9 ? null : skewed(draft, answer!);
        },
      }),
    }],
    "a schema that takes more": ["schema", {
      kind: (kind) => ({
        schema: {
          ...kind.schema,
          fault: () => null,
          read: (value, at) => {
            try {
              return kind.schema.read(value, at);
            } catch {
              const { sectors, frame, points, from, to } = value as Record<string, never>;
              return kind.schema.read({ sectors, frame, points, from, to }, at);
            }
          },
        },
      }),
    }],
    "most settings refused": ["refused", {
      values(v) {
        const usual = Object.entries(direction.knobs).every(([name, knob]) =>
          v[name] === knob.default
        );
        if (!usual) throw new RangeError("Cannot use these knobs, must be the defaults");
        return v;
      },
    }],
    "an error that says nothing": ["refuses", {
      values(v) {
        if (v.distractors === 8) throw new Error("oops");
        return v;
      },
    }],
    "a name that no command line takes": ["declared", { task: { summary: "" } }],
  }),
  {
    name: "a fast form with another answer",
    witness: directionWitness as Witness,
    rule: "bytes",
    task: {
      ...direction,
      begin(knobs) {
        const maker = direction.begin!(knobs);
        const plan = maker.fast!()!;
        return { ...maker, fast: () => ({ ...plan, parts: { ...plan.parts, answer: "top" } }) };
      },
    },
  },
  {
    name: "a fast form with other chance",
    witness: directionWitness as Witness,
    rule: "bytes",
    task: {
      ...direction,
      begin(knobs) {
        const maker = direction.begin!(knobs);
        const { sampler: _, ...plan } = maker.fast!()!;
        const sample: typeof plan.sample = (chance, rows, at, member) => {
          chance.bits();
          plan.sample(chance, rows, at, member);
        };
        return { ...maker, fast: () => ({ ...plan, sample }) };
      },
    },
  },
  { name: "a kind without a witness", task: direction, witness: null, rule: "witness" },
  ...on(twoViews, tableWitness as Witness, {
    "all grades are 1": ["grade", { kind: () => ({ grade: () => 1 }) }],
    "the right answer is graded down": ["grade", { kind: () => ({ grade: () => 0.5 }) }],
    "a picture that hides a ball": ["names", {
      kind: (kind) => ({
        draw: (instance, wording) =>
          kind.draw!(instance, wording).map((picture) => ({
            ...picture,
            drawing: { ...picture.drawing, shapes: picture.drawing.shapes.slice(1) },
          })),
      }),
    }],
    "equal lures": ["form", {
      maker: () => ({ offers: { claim: (_, shown) => shown, options: (_, shown) => [shown, 99] } }),
      kind: (kind) => ({ say: (a, i, w) => a === 99 ? kind.say(1, i, w) : kind.say(a, i, w) }),
    }],
    "what is solved is not accepted": ["accepts", { kind: () => ({ accepts: () => false }) }],
  }),
  ...on(story, streetWitness as Witness, {
    "the story leaves out a sentence": ["hidden", {
      maker: (maker) => ({
        ask(instance, phrase) {
          const { facts } = instance as { readonly facts: readonly unknown[] };
          return maker.ask({ ...instance as object, facts: facts.slice(1) }, phrase);
        },
      }),
    }],
    "the answer of the item before": ["answer", {
      kind: (kind) => ({
        solve(instance) {
          const outcome = kind.solve(instance);
          if (outcome.status !== "exact") return outcome;
          const before = last === "" ? outcome.value : last;
          last = outcome.value;
          return { ...outcome, value: before };
        },
      }),
    }],
  }),
];

/** A draft whose answer is more often the top. */
function skewed<D extends { readonly instance: unknown }>(draft: D, answer: JsonValue): D | null {
  return ["bottom", "left", "right", "top"].includes(answer as string) ? null : draft;
}
