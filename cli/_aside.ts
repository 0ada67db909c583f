/** A file that stands at its path only once it is complete. */
export interface AsideFile extends AsyncDisposable {
  /** Adds text, or bytes; waits when the buffer is full. */
  write(data: string | Uint8Array): Promise<void>;
  /** Writes what is left and puts the file in its place. */
  commit(): Promise<void>;
}

const BUFFER = 1 << 16;

/**
 * Opens a file that is written beside its path and renamed by `commit()`; disposed of before that,
 * nothing stays behind. A path that is no regular file, such as `/dev/stdout`, is written as it is.
 *
 * @throws Error that names the path, when it cannot be written
 */
export async function writeAside(path: string): Promise<AsideFile> {
  const target = await special(path) ? path : `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
  const file = await attempt(path, () => Deno.open(target, { write: true, create: true }));
  const encoder = new TextEncoder();
  let pending = "";
  let open = true;

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
      file.close();
      open = false;
      if (target !== path) await attempt(path, () => Deno.rename(target, path));
    },
    async [Symbol.asyncDispose]() {
      if (!open) return;
      open = false;
      file.close();
      if (target !== path) await Deno.remove(target);
    },
  };
}

/** Whether something that is no regular file stands at the path. */
async function special(path: string): Promise<boolean> {
  try {
    return !(await Deno.stat(path)).isFile;
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
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`Cannot write ${path}: ${why}, must be a file that can be written`, {
    cause: error,
  });
}
