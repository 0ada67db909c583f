import { onInterrupt, removeQuietly } from "./_interrupt.ts";
import { messageOf } from "./_lines.ts";
import { placeOf } from "./_place.ts";

/** A file that stands at its path only once it is complete. */
export interface AsideFile extends AsyncDisposable {
  /** Adds text, or bytes; waits when the buffer is full. */
  write(data: string | Uint8Array): Promise<void>;
  /** Writes what is left and puts the file in its place. */
  commit(): Promise<void>;
}

const BUFFER = 1 << 16;

/**
 * Opens a file that is written beside its path, synced and renamed by `commit()`; disposed of before
 * that, or interrupted, nothing stays behind. A path that is no regular file, such as `/dev/stdout`, is written as it is.
 *
 * @throws Error that names the path, when it cannot be written
 */
export async function writeAside(path: string): Promise<AsideFile> {
  const place = placeOf(path);
  const isSpecial = await special(path, place);
  const target = isSpecial ? place : `${place}.${crypto.randomUUID().slice(0, 8)}.part`;
  const interrupt = onInterrupt(() => {
    if (!isSpecial) removeQuietly(target);
  });
  const file = await opened(path, target, interrupt);
  const encoder = new TextEncoder();
  let pending = "";
  let open = true;

  function close(): void {
    open = false;
    file.close();
    interrupt[Symbol.dispose]();
  }

  async function drain(bytes: Uint8Array): Promise<void> {
    await attempt(path, async () => {
      for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
    });
  }
  async function flush(): Promise<void> {
    const bytes = encoder.encode(pending);
    pending = "";
    await drain(bytes);
  }
  return {
    async write(data) {
      if (typeof data === "string") {
        pending += data;
        if (pending.length >= BUFFER) await flush();
      } else {
        await flush();
        await drain(data);
      }
    },
    async commit() {
      await flush();
      if (!isSpecial) {
        await attempt(path, () => file.sync());
        await attempt(path, () => Deno.rename(target, place));
      }
      close();
    },
    async [Symbol.asyncDispose]() {
      if (!open) return;
      close();
      if (!isSpecial) await Deno.remove(target);
    },
  };
}

async function opened(path: string, target: string, interrupt: Disposable): Promise<Deno.FsFile> {
  try {
    return await Deno.open(target, { write: true, create: true });
  } catch (error) {
    interrupt[Symbol.dispose]();
    throw cannotWrite(path, error);
  }
}

/** Whether something that is no regular file stands at the path. */
async function special(path: string, place: string): Promise<boolean> {
  try {
    return !(await Deno.stat(place)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw cannotWrite(path, error);
  }
}

async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): Error {
  return new Error(
    `Cannot write ${path}: ${messageOf(error)}, must be a file that can be written`,
    {
      cause: error,
    },
  );
}
