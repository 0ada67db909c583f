/**
 * Where pictures of several folders stand in one: under their own names, but for those that another
 * folder has too.
 */
export class PicturePlaces {
  /** The folders that have a name, in the order in which they came. */
  readonly #folders = new Map<string, string[]>();

  /** The path of a folder's picture in the one they share. */
  placeOf(folder: string, path: string): string {
    const folders = this.#folders.get(path) ?? [];
    this.#folders.set(path, folders);
    let place = folders.indexOf(folder);
    if (place < 0) place = folders.push(folder) - 1;
    // No name of ours has two dashes at its end, and a number.
    return place === 0 ? path : path.replace(/(\.\w+)$/, `--${place + 1}$1`);
  }
}
