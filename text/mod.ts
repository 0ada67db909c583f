/**
 * Words to statements and back: sentences, wordings, and whatever else reads or writes words.
 *
 * @module
 */
export * from "./sentences/direction_phrase.ts";
export * from "./sentences/relation_sentence.ts";
export * from "./wordings/common.ts";
