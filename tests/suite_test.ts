import { checkTask } from "../testing/mod.ts";
import { TASKS } from "../tasks/mod.ts";
import { assertEquals } from "./_assert.ts";
import { WITNESSES } from "./oracles/list.ts";

/** Items of each setting; `ALIDADE_THOROUGH` asks for more. */
const ITEMS = Deno.env.get("ALIDADE_THOROUGH") === "1" ? 60 : 4;

/** The stories' tasks have independent solutions of their own kinds of instances. */
const BY_STORIES = { witness: "its answers are held to other solutions in tasks/stories_test.ts" };

/** What need not hold, by task, and why; an excuse for what holds is a fault. */
const EXCUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "tour": { form: "the order of a tour is asked in one form alone" },
  "story-relation": BY_STORIES,
  "story-check": BY_STORIES,
  "story-culprit": BY_STORIES,
  "story-follows": BY_STORIES,
  "region-relation": { ...BY_STORIES, seen: "one region may cover most of the other" },
  "frame-view": BY_STORIES,
  "caption-check": BY_STORIES,
  "tour-check": { "idle options": "it has two answers, and so two options" },
};

for (const task of TASKS) {
  Deno.test(`suite: ${task.name} keeps the contract of tasks`, () => {
    const witness = WITNESSES.get(task.kind?.name ?? "");
    const excused = EXCUSED[task.name] ?? {};
    const options = { items: ITEMS, excused, ...(witness === undefined ? {} : { witness }) };
    assertEquals(checkTask(task, options), []);
  });
}
