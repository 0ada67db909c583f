/**
 * What the commands use of Deno, on the modules of Node: for Node and Bun, where there is no Deno.
 *
 * There are no file locks: two processes at one folder are not kept apart.
 *
 * @module
 */
import * as fs from "node:fs";
import process from "node:process";
import { Readable } from "node:stream";
import { Worker as Thread } from "node:worker_threads";

/** What a system's errors say. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "it may not be opened",
  EEXIST: "it stands there already",
  EFBIG: "it would be too large",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is no folder",
  EPERM: "it may not be opened",
  EPIPE: "its reader has gone",
  EROFS: "the disk may not be written",
};

/** Does it, and says in words what went wrong. */
function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw inWords(error);
  }
}

function inWords(error: unknown): unknown {
  const reason = REASONS[codeOf(error)];
  if (reason === undefined || !(error instanceof Error)) return error;
  return Object.assign(new Error(reason, { cause: error }), { code: codeOf(error) });
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
}

/** A class of errors by the code of the system. */
function errorsOf(code: string) {
  return class {
    static [Symbol.hasInstance](error: unknown): boolean {
      return codeOf(error) === code;
    }
  };
}

interface OpenOptions {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly create?: boolean;
  readonly createNew?: boolean;
}

function flagsOf({ read, write, create, createNew }: OpenOptions): number {
  const { O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_WRONLY } = fs.constants;
  const access = write === true ? read === true ? O_RDWR : O_WRONLY : O_RDONLY;
  return access | (create || createNew ? O_CREAT : 0) | (createNew ? O_EXCL : 0);
}

class HostFile {
  readonly #fd: number;
  #isOpen = true;

  constructor(path: string, options: OpenOptions = {}) {
    this.#fd = attempt(() => fs.openSync(path, flagsOf(options), 0o666));
  }

  readSync(into: Uint8Array): number | null {
    return attempt(() => fs.readSync(this.#fd, into, 0, into.length, null)) || null;
  }

  read(into: Uint8Array): Promise<number | null> {
    return later(() => this.readSync(into));
  }

  writeSync(bytes: Uint8Array): number {
    return attempt(() => fs.writeSync(this.#fd, bytes));
  }

  write(bytes: Uint8Array): Promise<number> {
    return later(() => this.writeSync(bytes));
  }

  stat(): Promise<Found> {
    return later(() => found(fs.fstatSync(this.#fd)));
  }

  truncateSync(length: number): void {
    attempt(() => fs.ftruncateSync(this.#fd, length));
  }

  syncSync(): void {
    attempt(() => fs.fsyncSync(this.#fd));
  }

  sync(): Promise<void> {
    return later(() => this.syncSync());
  }

  tryLock(): Promise<boolean> {
    return Promise.resolve(true);
  }

  tryLockSync(): boolean {
    return true;
  }

  unlockSync(): void {}

  get readable(): ReadableStream<Uint8Array> {
    this.#isOpen = false;
    return Readable.toWeb(fs.createReadStream("", { fd: this.#fd })) as ReadableStream<Uint8Array>;
  }

  close(): void {
    if (this.#isOpen) fs.closeSync(this.#fd);
    this.#isOpen = false;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

interface Found {
  readonly size: number;
  readonly ino: number;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly isSymlink: boolean;
}

function found(stats: fs.Stats): Found {
  const { size, ino } = stats;
  return {
    size,
    ino,
    isFile: stats.isFile(),
    isDirectory: stats.isDirectory(),
    isSymlink: stats.isSymbolicLink(),
  };
}

/** Does it at once, and tells of it as a promise does. */
function later<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => resolve(act()));
}

/** The entries of a folder. */
function entriesOf(path: string) {
  return attempt(() => fs.readdirSync(path, { withFileTypes: true })).map((entry) => ({
    name: entry.name,
    isFile: entry.isFile(),
    isDirectory: entry.isDirectory(),
    isSymlink: entry.isSymbolicLink(),
  }));
}

const readTextFileSync = (path: string) => attempt(() => fs.readFileSync(path, "utf8"));
const statSync = (path: string) => found(attempt(() => fs.statSync(path)));
const lstatSync = (path: string) => found(attempt(() => fs.lstatSync(path)));
const renameSync = (from: string, to: string) => attempt(() => fs.renameSync(from, to));
const mkdirSync = (path: string, options: { recursive?: boolean } = {}) =>
  void attempt(() => fs.mkdirSync(path, options));
const removeSync = (path: string, { recursive = false } = {}) =>
  attempt(() => fs.rmSync(path, { recursive }));

/** The part of Deno that the commands use; a test holds them to it. */
export const HOST = {
  args: process.argv.slice(2),
  build: { os: process.platform === "win32" ? "windows" : process.platform },
  pid: process.pid,
  errors: {
    AlreadyExists: errorsOf("EEXIST"),
    BrokenPipe: errorsOf("EPIPE"),
    FilesystemLoop: errorsOf("ELOOP"),
    IsADirectory: errorsOf("EISDIR"),
    NotADirectory: errorsOf("ENOTDIR"),
    NotFound: errorsOf("ENOENT"),
    PermissionDenied: errorsOf("EACCES"),
  },
  open: (path: string, options?: OpenOptions) => later(() => new HostFile(path, options)),
  openSync: (path: string, options?: OpenOptions) => new HostFile(path, options),
  stat: (path: string) => later(() => statSync(path)),
  statSync,
  lstat: (path: string) => later(() => lstatSync(path)),
  lstatSync,
  rename: (from: string, to: string) => later(() => renameSync(from, to)),
  renameSync,
  remove: (path: string, options?: { recursive?: boolean }) =>
    later(() => removeSync(path, options)),
  removeSync,
  mkdir: (path: string, options?: { recursive?: boolean }) => later(() => mkdirSync(path, options)),
  mkdirSync,
  linkSync: (from: string, to: string) => attempt(() => fs.linkSync(from, to)),
  readFile: (path: string) => later(() => attempt(() => new Uint8Array(fs.readFileSync(path)))),
  readTextFile: (path: string) => later(() => readTextFileSync(path)),
  readTextFileSync,
  writeFile: (path: string, bytes: Uint8Array) =>
    later(() => attempt(() => fs.writeFileSync(path, bytes))),
  writeTextFile: (path: string, text: string) =>
    later(() => attempt(() => fs.writeFileSync(path, text))),
  readDir: (path: string) => entriesOf(path),
  readDirSync: entriesOf,
  env: { get: (name: string) => process.env[name] },
  cwd: () => process.cwd(),
  exit: (code: number) => process.exit(code),
  addSignalListener: (name: NodeJS.Signals, listener: () => void) => process.on(name, listener),
  removeSignalListener: (name: NodeJS.Signals, listener: () => void) => process.off(name, listener),
  serve: (): never => {
    throw new Error("Cannot serve: there is no Deno, must be run by Deno");
  },
  stdin: {
    get readable() {
      return Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>;
    },
  },
  stdout: {
    isTerminal: () => process.stdout.isTTY === true,
    write: (bytes: Uint8Array) =>
      new Promise<number>((resolve, reject) => {
        process.stdout.write(bytes, (error) =>
          error ? reject(inWords(error)) : resolve(bytes.length));
      }),
  },
  stderr: {
    isTerminal: () => process.stderr.isTTY === true,
    writeSync: (bytes: Uint8Array) => process.stderr.write(bytes) ? bytes.length : 0,
  },
  set exitCode(code: number) {
    process.exitCode = code;
  },
};

/** A worker as the web has them, on a thread of Node. */
class HostWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onerror: ((event: { readonly message: string; preventDefault(): void }) => void) | null = null;
  readonly #thread: Thread;

  constructor(url: URL) {
    const entry = new URL(import.meta.url.replace(/_node_host(\.[jt]s)$/, "_node_worker$1"));
    this.#thread = new Thread(entry, { workerData: { url: sourceOf(url).href } });
    this.#thread.on("message", (data) => this.onmessage?.({ data }));
    this.#thread.on("error", ({ message }) => this.onerror?.({ message, preventDefault() {} }));
  }

  postMessage(data: unknown, transfer: readonly ArrayBuffer[] = []): void {
    this.#thread.postMessage(data, transfer);
  }

  terminate(): void {
    this.#thread.terminate();
  }
}

/** A module by the name of its source, or, in a package, of what it was made into. */
function sourceOf(url: URL): URL {
  return fs.existsSync(url) ? url : new URL(url.href.replace(/\.ts$/, ".js"));
}

/** Sets up what the commands need where there is no Deno. */
export function installHost(): void {
  const scope = globalThis as Record<string, unknown>;
  if (scope.Deno !== undefined) return;
  process.stdout.on("error", () => {});
  scope.Deno = HOST;
  scope.Worker = HostWorker;
}
