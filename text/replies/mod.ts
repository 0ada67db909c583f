export { type ChoiceOptions, marksOf, OTHER, readChoice } from "./choice.ts";
export { type LabelOptions, type Labels, readLabel, readLabels } from "./labels.ts";
export { type Move, readMoves } from "./moves.ts";
export { canonical, type NumberOptions, readNumber } from "./numbers.ts";
export { readPoint, type SaidPoint } from "./points.ts";
export { readSide, type Side, type SideOptions } from "./sides.ts";
export { readTruth } from "./truth.ts";
export { type Called, WordReader } from "./words.ts";
