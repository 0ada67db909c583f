import { errorWords } from "../geometry/error_words.ts";

/** The message of whatever was thrown, in words. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return WORDS.find(([kind]) => error instanceof kind)?.[1] ??
    errorWords(error).replace(/ \(os error \d+\)(?:, \w+ '.*')?/s, "");
}

/** What the system says, in words. */
const WORDS: readonly (readonly [new (...args: never[]) => Error, string])[] = [
  [Deno.errors.NotFound, "it is not there"],
  [Deno.errors.PermissionDenied, "it may not be used"],
  [Deno.errors.AlreadyExists, "it is there already"],
  [Deno.errors.NotADirectory, "a part of the path is no folder"],
  [Deno.errors.IsADirectory, "it is a folder"],
  [Deno.errors.FilesystemLoop, "its links lead round in a circle"],
];
