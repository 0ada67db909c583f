import { messageOf } from "./_lines.ts";

/** Somebody else holds the lock. */
export class LockedError extends Error {
  /** The error's name. */
  override readonly name = "LockedError";
}

/** How {@link openLocked} locks. */
export interface LockOptions {
  /** Whether nobody else may hold the lock, or only nobody who wants it for himself. */
  readonly exclusive?: boolean;
}

/**
 * Opens a file, which is made where it is absent, and locks it. The operating system drops the
 * lock when the file is closed or the process ends, however it ends.
 *
 * @throws LockedError when somebody else holds the lock
 * @throws Error that names the path, when it cannot be opened
 */
export async function openLocked(path: string, options: LockOptions = {}): Promise<Deno.FsFile> {
  const { exclusive = true } = options;
  while (true) {
    const file = await open(path);
    if (!await file.tryLock(exclusive)) {
      file.close();
      throw new LockedError(`Cannot lock ${path}: another process holds it`);
    }
    // Between opening and locking, the file may have been renamed or removed by its last holder.
    const [held, stands] = [await file.stat(), await Deno.stat(path).catch(() => null)];
    if (stands !== null && stands.ino === held.ino) return file;
    file.close();
  }
}

async function open(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { read: true, write: true, create: true });
  } catch (error) {
    throw new Error(
      `Cannot write ${path}: ${messageOf(error)}, must be a file that can be written`,
      {
        cause: error,
      },
    );
  }
}
