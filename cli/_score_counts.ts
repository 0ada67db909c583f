import { accuracyOf, type Grade, type GradeName, type Mark } from "../tasks/mod.ts";

/** A mark of an item; `missing` where no reply is there. */
export type ItemMark = Mark | "missing";

/** What is counted of an item. */
export interface Counted {
  readonly mark: ItemMark;
  readonly grades: Readonly<Partial<Record<GradeName, Grade>>>;
}

const MARKS: readonly ItemMark[] = ["right", "wrong", "unread", "empty", "missing"];

/** Marks counted, with the accuracy and its interval, and the means of graded marks. */
export class Counts {
  readonly #marks = new Map<ItemMark, number>();
  readonly #grades = new Map<GradeName, { sum: readonly [bigint, bigint]; items: number }>();

  add({ mark, grades }: Counted): void {
    this.#marks.set(mark, (this.#marks.get(mark) ?? 0) + 1);
    for (const [name, grade] of Object.entries(grades) as [GradeName, Grade][]) {
      const { sum, items } = this.#grades.get(name) ?? { sum: [0n, 1n] as const, items: 0 };
      this.#grades.set(name, { sum: plus(sum, grade), items: items + 1 });
    }
  }

  /** As it is shown: a plain object. */
  shown(): Record<string, unknown> {
    const marks = MARKS.map((mark) => [mark, this.#marks.get(mark) ?? 0] as const);
    const items = marks.reduce((sum, [, n]) => sum + n, 0);
    const { accuracy, interval } = accuracyOf(this.#marks.get("right") ?? 0, items);
    const grades = [...this.#grades].map(([name, { sum, items }]) =>
      [name, { mean: meanOf(sum, items), items }] as const
    );
    return {
      items,
      ...Object.fromEntries(marks),
      accuracy: accuracy === null ? null : Number(accuracy.toFixed(4)),
      interval,
      ...(grades.length === 0 ? {} : { grades: Object.fromEntries(grades) }),
    };
  }
}

/** A sum of fractions, exactly, in lowest terms. */
function plus([top, bottom]: readonly [bigint, bigint], { points, of }: Grade): [bigint, bigint] {
  const [a, b] = [top * BigInt(of) + BigInt(points) * bottom, bottom * BigInt(of)];
  const common = gcd(a, b);
  return [a / common, b / common];
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** A mean to six decimals, halves rounded up, from an exact sum. */
function meanOf([top, bottom]: readonly [bigint, bigint], items: number): number {
  const below = bottom * BigInt(items);
  return Number((2n * top * 1_000_000n + below) / (2n * below)) / 1e6;
}

/** Items that count together: such a set is right where all of them are. */
export class Sets {
  readonly #sets = new Map<string, { size: number; right: number }>();

  add(key: string, mark: ItemMark): void {
    const set = this.#sets.get(key) ?? { size: 0, right: 0 };
    this.#sets.set(key, { size: set.size + 1, right: set.right + (mark === "right" ? 1 : 0) });
  }

  /** The sets of a size; of any where none is named. */
  shown(size?: number): Record<string, unknown> {
    const sets = [...this.#sets.values()].filter((set) => size === undefined || set.size === size);
    const right = sets.filter((set) => set.right === set.size).length;
    const { accuracy, interval } = accuracyOf(right, sets.length);
    return {
      sets: sets.length,
      items: sets.reduce((sum, set) => sum + set.size, 0),
      right,
      accuracy: accuracy === null ? null : Number(accuracy.toFixed(4)),
      interval,
    };
  }

  /** Some of them. */
  only(counts: (key: string) => boolean): Sets {
    const sets = new Sets();
    for (const [key, set] of this.#sets) if (counts(key)) sets.#sets.set(key, set);
    return sets;
  }

  get count(): number {
    return this.#sets.size;
  }
}
