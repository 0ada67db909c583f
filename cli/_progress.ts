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
  const begin = performance.now();
  let last = 0;
  const draw = (line: string) => Deno.stderr.writeSync(encoder.encode(`\r\x1b[2K${line}`));
  return {
    update(done, note) {
      const now = performance.now();
      if (!terminal || now - last < INTERVAL) return;
      last = now;
      const part = total > 0 ? Math.min(done / total, 1) : 0;
      const bar = "#".repeat(Math.round(part * WIDTH)).padEnd(WIDTH, "-");
      const seconds = (now - begin) / 1000;
      // A unit alone is what is counted; other notes count for themselves.
      const words = note.includes(" ") ? note : `${note}, ${Math.round(done / seconds)}/s`;
      const left = part > 0 ? `, ${timeOf(seconds * (1 / part - 1))} left` : "";
      draw(total > 0 ? `[${bar}] ${Math.floor(part * 100)} % ${words}${left}` : words);
    },
    [Symbol.dispose]() {
      if (terminal && last > 0) draw("");
    },
  };
}

/** A time in seconds, or minutes and hours where it is long. */
function timeOf(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
