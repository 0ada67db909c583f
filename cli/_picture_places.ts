/**
 * Where pictures of several folders stand in one: under their own names, but for those whose name
 * another picture has; the same picture in two folders, as machines make it of one group of items,
 * is one.
 */
export class PicturePlaces {
  /** What the pictures of a name hold, by a digest, in the order in which they came. */
  readonly #pictures = new Map<string, string[]>();

  /** The path of a picture in the folder they share. */
  async placeOf(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).join();
    const known = this.#pictures.get(path) ?? [];
    this.#pictures.set(path, known);
    let place = known.indexOf(digest);
    if (place < 0) place = known.push(digest) - 1;
    // No name of ours has two dashes at its end, and a number.
    return place === 0 ? path : path.replace(/(\.\w+)$/, `--${place + 1}$1`);
  }
}
