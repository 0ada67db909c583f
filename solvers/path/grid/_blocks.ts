import type { GridQuery } from "./_query.ts";
import { idSteps, stepTable } from "./_steps.ts";

/** A part of the map that every way without repeated cells enters at one cell and leaves at one. */
export interface Block {
  /** The id where it is entered. */
  readonly entry: number;
  /** The id where it is left. */
  readonly exit: number;
  /** How many cells it has. */
  readonly size: number;
  /** 1 for each of its ids. */
  readonly within: Uint8Array;
}

/**
 * The biconnected blocks that ways from start to goal pass, in order. A way that visits no cell
 * twice passes exactly these, so what is asked of it can be asked of each block by itself.
 *
 * Source: J. Hopcroft and R. Tarjan, Algorithm 447 (1973).
 */
export function blocksBetween(query: GridQuery): Block[] {
  const { map, start, goal } = query;
  const { blockOf, tops } = findBlocks(query);
  const blocks: Block[] = [];
  for (let exit = goal; exit !== start;) {
    const block = blockOf[exit]!;
    const entry = tops[block]!;
    const within = new Uint8Array(map.idCount);
    let size = 1;
    within[entry] = 1;
    for (let id = 0; id < blockOf.length; id++) {
      if (blockOf[id] !== block) continue;
      within[id] = 1;
      size++;
    }
    blocks.push({ entry, exit, size, within });
    exit = entry;
  }
  return blocks.reverse();
}

/** Depth-first search from the start: each id's block, and the id nearest the start in each. */
function findBlocks(query: GridQuery): { blockOf: Int32Array; tops: number[] } {
  const { map, corners, start } = query;
  const steps = stepTable(map, corners);
  const by = idSteps(map);
  const blockOf = new Int32Array(map.idCount).fill(-1);
  const tops: number[] = [];
  const found = new Int32Array(map.idCount);
  const low = new Int32Array(map.idCount);
  const left = Uint8Array.from(steps);
  const path = [start];
  const pending = [start];
  let time = found[start] = low[start] = 1;
  while (path.length > 0) {
    const u = path.at(-1)!;
    const mask = left[u]!;
    if (mask !== 0) {
      left[u] = mask & mask - 1;
      const v = u + by[31 - Math.clz32(mask & -mask)]!;
      if (found[v] !== 0) {
        low[u] = Math.min(low[u]!, found[v]!);
      } else {
        found[v] = low[v] = ++time;
        path.push(v);
        pending.push(v);
      }
      continue;
    }
    path.pop();
    const parent = path.at(-1);
    if (parent === undefined) break;
    low[parent] = Math.min(low[parent]!, low[u]!);
    if (low[u]! < found[parent]!) continue;
    for (let v = -1; v !== u;) blockOf[v = pending.pop()!] = tops.length;
    tops.push(parent);
  }
  return { blockOf, tops };
}
