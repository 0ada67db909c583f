/**
 * Relations: what statements on them allow, calculus by calculus.
 *
 * @module
 */
export * from "./algebra.ts";
export * from "./allen.ts";
export * from "./axes.ts";
export * from "./box_relations.ts";
export * from "./calculi.ts";
export * from "./calculus.ts";
export * from "./chain.ts";
export * from "./chain_workspace.ts";
export * from "./check_chain.ts";
export * from "./check_model.ts";
export * from "./check_relations.ts";
export * from "./frame_turn.ts";
export * from "./point.ts";
export * from "./quick_xplain.ts";
export * from "./rcc5.ts";
export * from "./rcc8.ts";
export * from "./relation_book.ts";
export * from "./relations_outcome.ts";
export * from "./rules.ts";
export * from "./solve_relations.ts";
export * from "./statement.ts";
