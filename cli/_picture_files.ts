import { messageOf } from "./_lines.ts";

/** A file below `images/` by plain names, none of which is hidden or leads upwards. */
const NAME = /^images\/(?:\w[\w.-]*\/)*\w[\w.-]*\.(?:png|svg|jpe?g|webp|gif)$/;

/** More than any maker of items names. */
const MOST = 1000;

/** Whether a text is the name of a picture beside its items. */
export function isPictureName(name: string): boolean {
  return name.length <= MOST && NAME.test(name);
}

/**
 * Demands the name of a picture beside its items: a path below `images/`, and nothing that a page
 * would load from elsewhere.
 *
 * @param name what an item says
 * @returns the same
 * @throws SyntaxError that shows it
 */
export function requirePictureName(name: unknown): string {
  if (typeof name === "string" && isPictureName(name)) return name;
  const shown = JSON.stringify(name) ?? "nothing";
  throw new SyntaxError(
    `Cannot use the picture ${shown.length > 80 ? `${shown.slice(0, 77)}...` : shown}, must be ` +
      `a path such as "images/a.png"`,
  );
}

/**
 * Reads a picture of items.
 *
 * @param folder the folder the items stand in
 * @param name what an item says
 * @throws Error that names the file, where it or a folder on the way is a link or it cannot be read
 */
export async function readPicture(folder: string, name: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const parts = requirePictureName(name).split("/");
  const file = `${folder}/${name}`;
  try {
    for (let size = 1; size <= parts.length; size++) {
      const path = `${folder}/${parts.slice(0, size).join("/")}`;
      const { isSymlink, isDirectory, isFile } = await Deno.lstat(path);
      if (isSymlink) throw new Error(`${path} is a link`);
      if (size < parts.length ? !isDirectory : !isFile) throw new Error(`${path} is no file`);
    }
    return await Deno.readFile(file);
  } catch (error) {
    const why = messageOf(error);
    throw new Error(`Cannot read ${file}: ${why}, must be a picture beside its items`);
  }
}

/**
 * Demands that a path is no link: what is written below it would stand elsewhere.
 *
 * @throws Error that names it
 */
export function requireNoLink(path: string): void {
  let isSymlink: boolean;
  try {
    ({ isSymlink } = Deno.lstatSync(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw new Error(`Cannot use ${path}: ${messageOf(error)}, must be a folder of its own`);
  }
  if (isSymlink) throw new Error(`Cannot use ${path}: it is a link, must be a folder of its own`);
}

/**
 * Demands that a picture, if it is there, is no link and stands behind none.
 *
 * @throws Error that names the link
 */
export function requireOwnPicture(folder: string, name: unknown): void {
  const parts = requirePictureName(name).split("/");
  for (let size = 1; size <= parts.length; size++) {
    requireNoLink(`${folder}/${parts.slice(0, size).join("/")}`);
  }
}
