/** A reply and what it says; null where it says nothing, or not one thing. */
export type Case<V> = readonly [reply: string, says: V | null];

/** Several replies that say the same. */
export function all<V>(says: V | null, replies: readonly string[]): Case<V>[] {
  return replies.map((reply) => [reply, says]);
}
