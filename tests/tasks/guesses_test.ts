import { assertEquals } from "../_assert.ts";
import { CardCounts, type Item } from "../../tasks/mod.ts";

Deno.test("card: how often guesses are right that never look at what is asked", () => {
  const card = new CardCounts();
  const item = (form: string, answer: string, choices: readonly string[] | null) =>
    ({
      ...{ task: "direction", version: 1, profile: "fair", seed: 0, index: 0, knobs: {} },
      ...{ form, answer, choices, question: "?" },
    }) as unknown as Item;
  for (const answer of ["A", "B", "B", "B"]) card.add(item("choice", answer, ["left", "bottom"]));
  for (const answer of ["true", "false"]) card.add(item("true-false", answer, null));
  for (const answer of ["7", "7", "a | b"]) card.add(item("open", answer, null));
  const text = card.card({
    ...{ title: "T", licence: "mit", splits: new Map([["train", 9]]), pattern: () => "x" },
    ...{ features: null, pack: "", bytes: 1, dropped: 0, use: "" },
  });
  const rows = text.split("\n").filter((line) =>
    line.startsWith("| direction |") && line.includes("%")
  );
  assertEquals(rows, [
    "| direction | choice | 50.0 % | B: 75.0 % | 25.0 % | 75.0 % |",
    "| direction | true-false | 50.0 % | true: 50.0 % | - | - |",
    "| direction | open | - | 7: 66.7 % | - | - |",
  ]);
});
