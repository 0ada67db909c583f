import type { NumberOptions } from "../text/replies/numbers.ts";
import type { KnobValues } from "./knobs.ts";

/** How the numbers of a reply are written, by the wording of its item and the decimals asked for. */
export function numberStyle(knobs: KnobValues, places?: number): NumberOptions {
  return {
    decimals: knobs.wording === "de" ? "either" : "point",
    ...(places === undefined ? {} : { places }),
  };
}
