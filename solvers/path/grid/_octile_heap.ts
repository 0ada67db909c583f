import { compareOctiles, type Octile } from "../../../geometry/octile.ts";

/** A binary heap of items by octile length, compared exactly; equal ones leave in any order. */
export class OctileHeap<T> {
  readonly #entries: { readonly item: T; readonly length: Octile }[] = [];

  push(item: T, length: Octile): void {
    const entries = this.#entries;
    const entry = { item, length };
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const up = at - 1 >> 1;
      if (compareOctiles(entries[up]!.length, length) <= 0) break;
      entries[at] = entries[up]!;
      at = up;
    }
    entries[at] = entry;
  }

  /** Takes an item of the least length; undefined when the heap is empty. */
  pop(): T | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (top === undefined || last === undefined || entries.length === 0) return top?.item;
    let at = 0;
    for (let child = 1; child < entries.length; child = 2 * at + 1) {
      const other = entries[child + 1];
      if (other !== undefined && compareOctiles(other.length, entries[child]!.length) < 0) child++;
      if (compareOctiles(last.length, entries[child]!.length) <= 0) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return top.item;
  }
}
