import type { Answer, Call } from "./_call.ts";
import type { ProgramLanguage } from "./program.ts";

const HOSTS: Readonly<Record<ProgramLanguage, string>> = {
  javascript: new URL("./_javascript_host.ts", import.meta.url).href,
  python: new URL("./_python_host.ts", import.meta.url).href,
};

/** Pyodide reads its own files while it starts; then it gives the right to read away. */
const RIGHTS: Readonly<Record<ProgramLanguage, readonly string[]>> = {
  javascript: [],
  python: ["--allow-read"],
};

/** Seconds a process may take to start: the interpreter is read and compiled. */
const START = 60;

/** Longer answers than a program can give mean that the process is not what it was. */
const LONGEST = 64 << 20;

/** A process in which programs run one after the other, and which can be killed at any time. */
export class ProgramProcess {
  readonly #child: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #output: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #rest = "";
  #isReady = false;

  constructor(language: ProgramLanguage) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-prompt", ...RIGHTS[language], HOSTS[language]],
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
      // Nothing of the host's surroundings, but where its packages are kept.
      clearEnv: true,
      env: kept(["DENO_DIR", "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE"]),
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    this.#output = this.#child.stdout.getReader();
    // A process that is never asked must not keep the host from ending.
    this.#child.unref();
  }

  /** Runs a program; null where the process was killed for its time, or ended by itself. */
  async call(call: Call): Promise<Answer | "time" | "ended"> {
    this.#child.ref();
    try {
      if (!this.#isReady) {
        const started = await this.#line(1000 * START);
        if (started === null) return "ended";
        if (started === "time") return "time";
        this.#isReady = true;
      }
      await this.#input.write(new TextEncoder().encode(JSON.stringify(call) + "\n"));
      // The engine stops itself where it can; where it cannot, it is killed a little later.
      const line = await this.#line(call.milliseconds * 1.05 + 100);
      if (line === "time") return "time";
      return line === null ? "ended" : JSON.parse(line.text) as Answer;
    } catch {
      return "ended";
    } finally {
      this.#child.unref();
    }
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    this.#child.ref();
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It ended before.
    }
    await this.#child.status;
    await this.#output.cancel().catch(() => {});
    await this.#input.abort().catch(() => {});
  }

  /** The next line; null at the end of all, "time" where it does not come in time. */
  async #line(milliseconds: number): Promise<{ readonly text: string } | null | "time"> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"time">((resolve) => {
      timer = setTimeout(() => resolve("time"), milliseconds);
    });
    try {
      for (;;) {
        const end = this.#rest.indexOf("\n");
        if (end >= 0) {
          const text = this.#rest.slice(0, end);
          this.#rest = this.#rest.slice(end + 1);
          return { text };
        }
        if (this.#rest.length > LONGEST) return null;
        const read = await Promise.race([this.#output.read(), late]);
        if (read === "time") return "time";
        if (read.done) return null;
        this.#rest += this.#decoder.decode(read.value, { stream: true });
      }
    } finally {
      clearTimeout(timer);
    }
  }
}

function kept(names: readonly string[]): Record<string, string> {
  const values = names.map((name) => [name, Deno.env.get(name)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}
