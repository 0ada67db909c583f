import {
  description,
  direction,
  distance,
  distanceOrder,
  type Item,
  position,
  readItem,
  Run,
  type RunOptions,
  scoreReply,
  shortestPath,
  type Task,
  TASKS,
  tour,
} from "../../../tasks/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";

const itemOf = (task: Task, options: RunOptions = {}) =>
  new Run(task, { seed: 3, ...options }).item(0);

function marks(task: Task, item: Item, replies: readonly string[]): string[] {
  return replies.map((reply) => scoreReply(task, item, reply));
}

Deno.test("score: every task's own answer is right, boxed and in a sentence too", () => {
  for (const task of TASKS) {
    for (const profile of Object.keys(task.profiles)) {
      const run = new Run(task, { seed: 2, profile });
      for (let i = 0; i < 40; i++) {
        const item = run.item(i);
        const { answer } = item;
        for (const reply of [answer, `\\boxed{${answer}}`, `The answer is: ${answer}`]) {
          assertEquals(scoreReply(task, item, reply), "right", `${item.id}: ${reply}`);
        }
      }
    }
  }
});

Deno.test("score: an own answer is right in every wording, form and ask", () => {
  for (const task of TASKS) {
    const knobs = ["wording", "form", "ask"].map((name) => task.knobs[name]);
    const [wordings, forms, asks] = knobs.map((knob) => knob?.type === "word" ? knob.of : [null]);
    for (const wording of wordings!) {
      for (const form of forms!) {
        for (const ask of asks!) {
          const all = { wording, form, ask };
          const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
          let run: Run;
          try {
            run = new Run(task, { seed: 4, knobs: set as Record<string, string> });
            run.item(0);
          } catch (error) {
            // Knobs that do not go together.
            if (error instanceof RangeError) continue;
            throw error;
          }
          for (let i = 0; i < 12; i++) {
            const item = run.item(i);
            const replies = [item.answer, `\\boxed{${item.answer}}`, `**${item.answer}**`];
            if (item.choices !== null) {
              replies.push(`${item.answer}. ${item.choices["ABCDEFGHIJ".indexOf(item.answer)]}`);
            }
            for (const reply of replies) {
              assertEquals(scoreReply(task, item, reply), "right", `${item.id}: ${reply}`);
            }
          }
        }
      }
    }
  }
});

Deno.test("score: the empty reply never scores, nor does talk", () => {
  for (const task of TASKS) {
    const item = itemOf(task);
    for (const reply of ["", "  \n\t"]) assertEquals(scoreReply(task, item, reply), "empty");
    for (const reply of ["I do not know.", "\\boxed{}", "\\boxed{", "?", "null", "undefined"]) {
      assert(scoreReply(task, item, reply) !== "right", `${task.name}: ${reply}`);
    }
  }
});

Deno.test("score: directions in words", () => {
  const item = { ...itemOf(direction), instance: instanceOf([0, 0], [90, 85]) };
  assertEquals(
    marks(direction, item, [
      "top right",
      "Top-Right.",
      "topright",
      "It lies to the **top right** of red.",
      "So the answer is top right",
      "not right but left. Answer: top right",
      "upper right",
      "up-right",
      "to the right and above",
      "above and to the right",
      "right top",
    ]),
    Array(11).fill("right"),
  );
  assertEquals(marks(direction, item, ["right", "top", "bottom left"]), Array(3).fill("wrong"));
  assertEquals(
    marks(direction, item, [
      "top right or right",
      "not top right",
      "\\boxed{top right} or \\boxed{left}",
    ]),
    Array(3).fill("unread"),
  );
  assertEquals(marks(direction, item, ["top right? No, left", "north"]), ["wrong", "wrong"]);
});

Deno.test("score: a looser word counts where nothing clearer stands", () => {
  const item = { ...itemOf(direction), instance: instanceOf([0, 0], [0, 85]) };
  assertEquals(marks(direction, item, ["top", "up", "Above red."]), Array(3).fill("right"));
  assertEquals(marks(direction, item, ["below", "upper left", "as above, left"]), [
    "wrong",
    "wrong",
    "wrong",
  ]);
  assertEquals(marks(direction, item, ["above or below", "not above"]), ["unread", "unread"]);
});

Deno.test("score: German and compass words in either order", () => {
  const inWords = (wording: string, reply: string) => {
    const item = itemOf(direction, { knobs: { wording } });
    return scoreReply(direction, { ...item, instance: instanceOf([0, 0], [90, 85]) }, reply);
  };
  for (const reply of ["rechts oben", "oben rechts", "oben und rechts"]) {
    assertEquals(inWords("de", reply), "right", reply);
  }
  for (const reply of ["northeast", "north-east", "North east."]) {
    assertEquals(inWords("en-compass", reply), "right", reply);
  }
});

function instanceOf(a: number[], b: number[]) {
  const points = [["red", ...a], ["blue", ...b]];
  return { sectors: "image-eight", frame: "y-up", points, from: "red", to: "blue" };
}

Deno.test("score: a tie accepts each of its answers", () => {
  const knobs = { sectors: "image-four", unique: false };
  const item = {
    ...itemOf(direction, { knobs }),
    instance: { ...instanceOf([0, 0], [50, 50]), sectors: "image-four" },
  };
  assertEquals(marks(direction, item, ["right", "top", "left"]), ["right", "right", "wrong"]);
});

Deno.test("score: letters, letters with their words, and words", () => {
  const item = itemOf(direction, { knobs: { form: "choice" } });
  const right = item.answer;
  const words = item.choices![right.charCodeAt(0) - 65]!;
  const wrong = right === "A" ? "B" : "A";
  assertEquals(
    marks(direction, item, [
      right,
      right.toLowerCase(),
      `(${right})`,
      `${right}.`,
      `${right}. ${words}`,
      `\\boxed{\\text{${right}}}`,
      `**Answer:** ${right}`,
      `I choose option ${right}.`,
      words,
    ]),
    Array(9).fill("right"),
  );
  assertEquals(marks(direction, item, [wrong, `${wrong}.`]), ["wrong", "wrong"]);
  assertEquals(
    marks(direction, item, [`${wrong}. ${words}`, `${right} or ${wrong}`, "Z", "a pity"]),
    Array(4).fill("unread"),
  );
});

Deno.test("score: true and false", () => {
  const run = new Run(direction, { seed: 3, knobs: { form: "true-false" } });
  for (let i = 0; i < 20; i++) {
    const item = run.item(i);
    const other = item.answer === "true" ? "false" : "true";
    assertEquals(
      marks(direction, item, [
        item.answer,
        `That is ${item.answer}.`,
        other,
        "not true",
        "both true and false",
      ]),
      ["right", "right", "wrong", "unread", "unread"],
    );
  }
});

Deno.test("score: a length is right within half a unit of its last place", () => {
  const instance = {
    frame: "y-up",
    points: [["red", 0, 0], ["blue", 1, 1]],
    from: "red",
    to: "blue",
    places: 2,
  };
  const item = { ...itemOf(distance), instance };
  assertEquals(
    marks(distance, item, ["1.41", "1.414", "1.4142135", "about 1.41", "d = 1.41"]),
    Array(5).fill("right"),
  );
  assertEquals(
    marks(distance, item, ["1.4", "1.42", "-1.41", "2", "1e0", "14.1e0"]),
    Array(6).fill("wrong"),
  );
  assertEquals(marks(distance, item, ["1.41 or 1.42", "root two"]), Array(2).fill("unread"));
});

Deno.test("score: pairs in either order, and not three names", () => {
  const item = itemOf(distanceOrder, { knobs: { ask: "shortest" } });
  const [a, b] = item.answer.split(" and ");
  const { of } = item.instance as { of: string[] };
  const other = of.find((name) => name !== a && name !== b)!;
  assertEquals(marks(distanceOrder, item, [`${b} and ${a}`, `${b}, ${a}`]), ["right", "right"]);
  assertEquals(marks(distanceOrder, item, [`${a} and ${other}`, of.join(", "), a!]), [
    "wrong",
    "unread",
    "unread",
  ]);
});

Deno.test("score: coordinates", () => {
  const item = itemOf(position, { knobs: { decimals: 2 } });
  const [, x, y] = /\((.*), (.*)\)/.exec(item.answer)!;
  assertEquals(marks(position, item, [`(${x},${y})`, `at ( ${x}0 , ${y} )`]), ["right", "right"]);
  assertEquals(marks(position, item, [`(${y}, ${x})`, `${x}`, `(${x}, ${y}) or (0, 0)`]), [
    "wrong",
    "unread",
    "unread",
  ]);
});

Deno.test("score: every shortest path, and no other", () => {
  const instance = { size: 4, from: [0, 0], to: [2, 1], ask: "moves" };
  const item = { ...itemOf(shortestPath, { knobs: { ask: "moves" } }), instance };
  assertEquals(
    marks(shortestPath, item, [
      "right, right, up",
      "up right right",
      "Right, then up, then right.",
    ]),
    Array(3).fill("right"),
  );
  assertEquals(marks(shortestPath, item, ["right, up", "up, up, right, right, down", "left"]), [
    "wrong",
    "wrong",
    "wrong",
  ]);
  const nodes = { ...item, instance: { ...instance, ask: "labels" } };
  assertEquals(
    marks(shortestPath, nodes, ["N1, N5, N9, N10", "[N1, N2, N6, N10]", "N1 -> N5 -> N6 -> N10"]),
    Array(3).fill("right"),
  );
  assertEquals(marks(shortestPath, nodes, ["N5, N9, N10", "N1, N6, N10", "N1, N5, N9, N99"]), [
    "wrong",
    "wrong",
    "wrong",
  ]);
});

Deno.test("score: every shortest tour, and no other", () => {
  const points = [["red", 0, 0], ["blue", 1, 0], ["green", 1, 1], ["brown", 0, 1]];
  const of = points.map(([name]) => name as string);
  const instance = { frame: "y-up", points, of, tour: "closed", ask: "order", places: 2 };
  const item = { ...itemOf(tour, { knobs: { tour: "closed" } }), instance };
  assertEquals(
    marks(tour, item, [
      "red, blue, green, brown",
      "green, blue, red, brown",
      "red, brown, green, blue, red",
    ]),
    Array(3).fill("right"),
  );
  assertEquals(marks(tour, item, ["red, green, blue, brown", "red, blue, green"]), [
    "wrong",
    "wrong",
  ]);
  assertEquals(marks(tour, item, ["red, red, blue, green, brown"]), ["unread"]);
  const open = { ...item, instance: { ...instance, tour: "open-fixed" } };
  assertEquals(marks(tour, open, ["red, blue, green, brown", "blue, green, brown, red"]), [
    "right",
    "wrong",
  ]);
});

Deno.test("score: a description must be whole and right", () => {
  const item = itemOf(description);
  const sentences = item.answer.split(/(?<=\.) /);
  const shuffled = [...sentences].reverse().join(" ");
  const wrong = item.answer.replace(/\d+(?=\.\d\d away)/, (n) => String(Number(n) + 1));
  assertEquals(marks(description, item, [shuffled, wrong, sentences.slice(1).join(" ")]), [
    "right",
    "wrong",
    "wrong",
  ]);
  assertEquals(marks(description, item, [`${item.answer} All is well.`]), ["unread"]);
});

Deno.test("score: items of another task or version, and lines that are none", () => {
  const item = itemOf(direction);
  assertThrows(() => scoreReply(distance, item, "x"), RangeError, "it is of direction 3");
  assertThrows(() => scoreReply(direction, { ...item, version: 9 }, "x"), RangeError, "must be of");
  assertEquals(readItem(item).id, item.id);
  assertThrows(() => readItem(null), TypeError, "Cannot read item");
  assertThrows(() => readItem({ ...item, form: "riddle" }), RangeError, "Cannot read form");
  assertThrows(() => readItem({ ...item, id: "" }), TypeError, "Cannot read id");
  assertThrows(() => readItem({ ...item, choices: ["a"] }), TypeError, "Cannot read choices");
});
