import { UNIT } from "./line_data.ts";
import type { IndexStep, Step, WordStep } from "./_steps.ts";

/** An entry of a table keeps so many bytes for its length. */
const RESERVED = 1;

/** Tables with at most so many words are kept once for each text they stand between. */
const SMALL_TABLE = 64;

/** Words of more bytes stay as they are. */
const LONGEST_WORD = 64;

/** A branch with at most so many cases takes in what stands around it. */
const MOST_CASES = 8;

/** The most digits of an index that are looked up. */
const INDEX_DIGITS = 3;

/**
 * Steps that write the same in fewer stores: the bytes of a fragment that do not fill a store move
 * into the words before or behind it, or into all cases of a branch.
 *
 * A large table is kept once. Its words have the longest of the texts that may stand behind them,
 * and each step says how much of it is not meant.
 */
export function fuse(steps: readonly Step[]): readonly Step[] {
  const fuser = new Fuser();
  return settled(fuser.list(steps), fuser.tables());
}

/** A word step that takes in what stands behind it, before that is in its table. */
interface OpenWord extends WordStep {
  readonly tail: string;
}

class Fuser {
  /** What may stand behind the words of each large table, at most. */
  readonly #tails = new Map<readonly string[], string>();

  /** The large tables that take in something, each with its words as they are to be. */
  tables(): ReadonlyMap<readonly string[], FullTable> {
    return new Map(
      [...this.#tails].map(([words, tail]) => [words, { tail, words: words.map((w) => w + tail) }]),
    );
  }

  list(steps: readonly Step[]): readonly Step[] {
    return this.#intoBranches(this.#intoWords(steps)).map((step) => this.#inner(step));
  }

  #inner(step: Step): Step {
    if (step.kind === "above") return { ...step, steps: this.list(step.steps) };
    if (step.kind === "branch") return { ...step, cases: step.cases.map((c) => this.list(c)) };
    return step;
  }

  #intoWords(steps: readonly Step[]): Step[] {
    const out: Step[] = [];
    let next = steps[0];
    for (let i = 0; i < steps.length; i++) {
      const step = next!;
      next = steps[i + 1];
      if (step.kind !== "bytes") {
        out.push(step);
        continue;
      }
      const { text } = step;
      const extra = byteLength(text) % UNIT;
      const front = cut(text, extra), back = cut(text, byteLength(text) - extra);
      if (back !== null && this.#fits(next, extra)) {
        next = withHead(next, back[1]);
        if (back[0] !== "") out.push({ ...step, text: back[0] });
        continue;
      }
      const before = front === null ? null : this.#withTail(out.at(-1), front[0]);
      if (before === null) out.push(step);
      else {
        out[out.length - 1] = before;
        if (front![1] !== "") out.push({ ...step, text: front![1] });
      }
    }
    return out;
  }

  /** Whether a step is a word of a small table whose entries have room for more. */
  #fits(step: Step | undefined, extra: number): step is WordStep {
    if (extra === 0 || step?.kind !== "word" || step.words.length > SMALL_TABLE) return false;
    return this.#room(step.words) >= extra;
  }

  #room(words: readonly string[]): number {
    const longest = longestOf(words);
    if (longest > LONGEST_WORD) return 0;
    return Math.max(1, Math.ceil((longest + RESERVED) / UNIT)) * UNIT - RESERVED - longest;
  }

  /** The step with a text behind it, or null where there is no room. */
  #withTail(step: Step | undefined, tail: string): Step | null {
    const extra = byteLength(tail);
    if (extra === 0) return null;
    if (step?.kind === "index") return this.#indexWithTail(step, tail);
    if (step?.kind !== "word" || this.#room(step.words) < extra) return null;
    if (step.words.length <= SMALL_TABLE) {
      return { ...step, words: step.words.map((w) => w + tail) };
    }
    const known = this.#tails.get(step.words) ?? "";
    if (tail.startsWith(known)) this.#tails.set(step.words, tail);
    else if (!known.startsWith(tail)) return null;
    const open: OpenWord = { ...step, tail };
    return open;
  }

  #indexWithTail(step: IndexStep, tail: string): Step | null {
    return INDEX_DIGITS + byteLength(tail) > UNIT - RESERVED ? null : { ...step, tail };
  }

  #intoBranches(steps: readonly Step[]): Step[] {
    const out: Step[] = [];
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      if (step.kind !== "branch" || step.cases.length > MOST_CASES) {
        out.push(step);
        continue;
      }
      const head = this.#taken(out.at(-1), "end");
      if (head !== null) {
        out.pop();
        if (head.rest !== "") out.push(bytes(head.rest));
      }
      const tail = this.#taken(steps[i + 1], "start");
      out.push({
        ...step,
        cases: step.cases.map((c) => joined(head?.text ?? "", c, tail?.text ?? "")),
      });
      if (tail === null) continue;
      i++;
      if (tail.rest !== "") out.push(bytes(tail.rest));
    }
    return out;
  }

  /** What a branch takes of the fragment beside it. */
  #taken(
    step: Step | undefined,
    where: "start" | "end",
  ): { readonly text: string; readonly rest: string } | null {
    if (step?.kind !== "bytes") return null;
    const length = byteLength(step.text);
    const extra = length % UNIT;
    if (extra === 0) return null;
    const parts = cut(step.text, where === "start" ? extra : length - extra);
    if (parts === null) return null;
    const [first, second] = parts;
    return where === "start" ? { text: first, rest: second } : { text: second, rest: first };
  }
}

/** The words of a large table with all that may stand behind them. */
interface FullTable {
  readonly tail: string;
  readonly words: readonly string[];
}

/** Gives each step the words of its table, and says how much of them is not meant. */
function settled(
  steps: readonly Step[],
  tables: ReadonlyMap<readonly string[], FullTable>,
): readonly Step[] {
  return steps.map((step): Step => {
    switch (step.kind) {
      case "above":
        return { ...step, steps: settled(step.steps, tables) };
      case "branch":
        return { ...step, cases: step.cases.map((c) => settled(c, tables)) };
      case "word": {
        const full = tables.get(step.words);
        if (full === undefined) return step;
        const { tail = "", ...word } = step as Partial<OpenWord> & WordStep;
        return { ...word, words: full.words, past: byteLength(full.tail) - byteLength(tail) };
      }
      default:
        return step;
    }
  });
}

function withHead(step: WordStep, head: string): WordStep {
  return { ...step, words: step.words.map((w) => head + w) };
}

function joined(head: string, steps: readonly Step[], tail: string): readonly Step[] {
  const out = [...steps];
  const first = out[0];
  if (first?.kind === "bytes") out[0] = bytes(head + first.text);
  else if (head !== "") out.unshift(bytes(head));
  const last = out.at(-1);
  if (last?.kind === "bytes") out[out.length - 1] = bytes(last.text + tail);
  else if (tail !== "") out.push(bytes(tail));
  return out;
}

function bytes(text: string): Step {
  return { kind: "bytes", text };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function byteLength(text: string): number {
  return encoder.encode(text).length;
}

function longestOf(words: readonly string[]): number {
  return Math.max(0, ...words.map(byteLength));
}

/** A text in two, the first of so many bytes; null where that would cut a character. */
function cut(text: string, length: number): readonly [string, string] | null {
  const all = encoder.encode(text);
  // A byte of a character that is not its first begins with the bits 10.
  if ((all[length] ?? 0) >> 6 === 2) return null;
  return [decoder.decode(all.subarray(0, length)), decoder.decode(all.subarray(length))];
}
