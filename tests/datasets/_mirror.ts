const LEFT_RIGHT: readonly (readonly [string, string])[] = [
  ["left", "right"],
  ["lefthand", "righthand"],
  ["west", "east"],
  ["northwest", "northeast"],
  ["southwest", "southeast"],
];

const UP_DOWN: readonly (readonly [string, string])[] = [
  ["above", "below"],
  ["over", "under"],
  ["top", "bottom"],
  ["upper", "lower"],
  ["up", "down"],
  ["north", "south"],
  ["front", "back"],
  ["northwest", "southwest"],
  ["northeast", "southeast"],
];

/** The same words seen in a mirror; clock hours go with them. */
export function mirrored(text: string, axis: "left-right" | "up-down"): string {
  const pairs = axis === "left-right" ? LEFT_RIGHT : UP_DOWN;
  const swap = new Map([...pairs, ...pairs.map(([a, b]) => [b, a] as const)]);
  const hour = (h: string) =>
    String((axis === "left-right" ? 12 - Number(h) : 18 - Number(h)) % 12 || 12);
  return text
    .replace(/\bover there\b/g, "OVER THERE")
    .replace(/[a-z]+/g, (word) => swap.get(word) ?? word)
    .replaceAll("OVER THERE", "over there")
    .replace(/(?<![:\d])(\d+)(?=:00| o'clock| position)/g, hour)
    .replace(/between (\d+) and (\d+)/g, (_, a, b) => `between ${hour(b)} and ${hour(a)}`);
}

/** The same text with other names for the single-letter agents. */
export function relabelled(text: string, name: (letter: string) => string): string {
  return text.replace(/\b[A-Z]\b/g, name);
}
