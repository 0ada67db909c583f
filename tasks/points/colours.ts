import type { Colour } from "../../render/drawing.ts";
import { COLOUR_IDS, type ColourId } from "../../text/wordings/common.ts";

const PAINTS: Readonly<Record<ColourId, Colour>> = {
  red: "#d62728",
  green: "#2ca02c",
  blue: "#1f77b4",
  orange: "#ff7f0e",
  purple: "#9467bd",
  brown: "#8c564b",
  pink: "#f17cb0",
  gray: "#8a8a8a",
  olive: "#a9a917",
  cyan: "#17becf",
  black: "#111111",
  yellow: "#f2c500",
};

/** The colours points are told apart by, and how they are painted, in the order of {@link COLOUR_IDS}. */
export const COLOURS: readonly { readonly id: ColourId; readonly paint: Colour }[] = COLOUR_IDS.map(
  (id) => ({ id, paint: PAINTS[id] }),
);
