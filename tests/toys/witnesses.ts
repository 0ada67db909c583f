import type { Witness } from "../../testing/mod.ts";

interface Table {
  readonly balls: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly asked: string;
}

export const tableWitness: Witness<Table, number> = {
  kind: "toy-wall-distance",
  truth({ balls, asked }) {
    for (const { name, y } of balls) if (name === asked) return { right: [y], margin: 1 };
    return { right: [], margin: null };
  },
};

interface Street {
  readonly facts: readonly (readonly [string, string, string])[];
  readonly asked: readonly [string, string];
}

/** Steps from house to house, each to the left or to the right of the next. */
export const streetWitness: Witness<Street, string> = {
  kind: "toy-street",
  truth({ facts, asked: [house, of] }) {
    const place = new Map([[of, 0]]);
    for (let round = 0; round < facts.length; round++) {
      for (const [a, side, b] of facts) {
        const step = side === "left" ? -1 : 1;
        if (place.has(b)) place.set(a, place.get(b)! + step);
        if (place.has(a)) place.set(b, place.get(a)! - step);
      }
    }
    const at = place.get(house);
    if (at === undefined || at === 0) return { right: [], margin: null };
    return { right: [at < 0 ? "left" : "right"], margin: null };
  },
};
