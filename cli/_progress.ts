/** A progress bar on standard error; it does nothing where that is no terminal. */
export interface Progress extends Disposable {
  /** Says how far the work is. */
  update(done: number, note: string): void;
}

const WIDTH = 30;
const INTERVAL = 100;

/**
 * Starts a progress bar.
 *
 * @param total the amount of work; 0 when it is not known
 * @param terminal whether to draw at all
 */
export function startProgress(total: number, terminal: boolean): Progress {
  const encoder = new TextEncoder();
  let last = 0;
  const draw = (line: string) => Deno.stderr.writeSync(encoder.encode(`\r\x1b[2K${line}`));
  return {
    update(done, note) {
      const now = performance.now();
      if (!terminal || now - last < INTERVAL) return;
      last = now;
      const part = total > 0 ? Math.min(done / total, 1) : 0;
      const bar = "#".repeat(Math.round(part * WIDTH)).padEnd(WIDTH, "-");
      draw(total > 0 ? `[${bar}] ${Math.floor(part * 100)} % ${note}` : note);
    },
    [Symbol.dispose]() {
      if (terminal && last > 0) draw("");
    },
  };
}
