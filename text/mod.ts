/**
 * Words to statements and back: sentences, wordings, and whatever else reads or writes words.
 *
 * @module
 */
export type { ViewSide } from "../solvers/relations/frame_turn.ts";
export type * from "../solvers/relations/relations_outcome.ts";
export * from "./captions/caption_statement.ts";
export * from "./captions/read_caption.ts";
export * from "./lexicon/lexicon.ts";
export * from "./lexicon/phrase_finder.ts";
export * from "./lexicon/policies.ts";
export * from "./lexicon/relations.ts";
export * from "./lexicon/spare_groups.ts";
export * from "./lexicon/vsr_classes.ts";
export * from "./reason.ts";
export * from "./sentences/direction_phrase.ts";
export * from "./sentences/order_sentence.ts";
export * from "./sentences/plain_sentence.ts";
export * from "./sentences/question_answer.ts";
export * from "./sentences/relation_sentence.ts";
export * from "./sentences/view_sentence.ts";
export * from "./statement.ts";
export * from "./replies/mod.ts";
export * from "./wordings/common.ts";
