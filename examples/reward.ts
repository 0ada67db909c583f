// A reward for reinforcement learning: 1 for a right reply, a part of 1 for what is near, else 0.
import { distance, gradeReply, Run } from "@alidade/core/tasks";

const run = new Run(distance, { seed: 11 });

/** The reward of a policy's reply to the item with this index. */
export function reward(index: number, reply: string): number {
  const { mark, grades } = gradeReply(distance, run.item(index), reply);
  if (mark === "right") return 1;
  const { mra } = grades;
  return mra === undefined ? 0 : mra.points / mra.of / 2;
}

if (import.meta.main) {
  const { answer } = run.item(0);
  const replies = [`The answer is \\boxed{${answer}}.`, `about ${Number(answer) * 1.1}`, "far", ""];
  for (const reply of replies) console.log(reward(0, reply));
}
