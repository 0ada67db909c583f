import { normalize } from "node:path";

/**
 * A path as it is meant: `a/../b` is `b`, whether there is an `a` or not, so that what can be written
 * at its beginning can be written at its end.
 */
export function placeOf(path: string): string {
  return normalize(path);
}

/** The folder that a file stands in. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end < 0 ? "." : path.slice(0, end) || "/";
}
