/** The exit code of a process that was told to stop, by the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS: readonly (keyof typeof CODES)[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

const cleanings = new Set<() => void>();
const listeners = SIGNALS.map((signal) => {
  const listener = () => {
    for (const clean of cleanings) clean();
    Deno.exit(CODES[signal]);
  };
  return { signal, listener };
});

/**
 * Has something cleaned up when the process is told to stop, by Ctrl-C or the system, until the
 * result is disposed of. The process must come back to its event loop now and then to be told.
 *
 * @param clean removes what is half made; it must not wait
 */
export function onInterrupt(clean: () => void): Disposable {
  if (cleanings.size === 0) {
    for (const { signal, listener } of listeners) Deno.addSignalListener(signal, listener);
  }
  cleanings.add(clean);
  return {
    [Symbol.dispose]() {
      cleanings.delete(clean);
      if (cleanings.size > 0) return;
      for (const { signal, listener } of listeners) Deno.removeSignalListener(signal, listener);
    },
  };
}

/** Removes a file, or a folder with all in it, that may be absent, at once. */
export function removeQuietly(path: string): void {
  try {
    Deno.removeSync(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** How long a loop may keep signals and timers waiting, in milliseconds. */
const BREATH = 50;

/** A function to await inside a busy loop: it lets the event loop turn now and then. */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}
