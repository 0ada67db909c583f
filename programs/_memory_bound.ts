const PAGE = 65_536;

/** Memory that an engine may keep from one program for the next. */
const KEPT = 32 << 20;

/**
 * Bounds the memory of the WebAssembly engine of this process, by refusing to let it grow: engines
 * count what they give out, but not all of it. Made before the engine is loaded.
 */
export class MemoryBound {
  #most = Infinity;
  #memory: WebAssembly.Memory | null = null;
  /** What the engine takes by itself. */
  #base = 0;

  constructor() {
    const grow = WebAssembly.Memory.prototype.grow;
    const refuse = (memory: WebAssembly.Memory, pages: number): boolean => {
      this.#memory = memory;
      return memory.buffer.byteLength + pages * PAGE > this.#most;
    };
    WebAssembly.Memory.prototype.grow = function (pages: number): number {
      if (refuse(this, pages)) {
        throw new RangeError("Cannot grow the memory, must stay within its limit");
      }
      return grow.call(this, pages);
    };
  }

  /** Called when the engine is loaded: what it takes by now counts as its own. */
  loaded(bytes: number): void {
    this.#base = this.#memory?.buffer.byteLength ?? bytes;
  }

  /** From now on, so many bytes may be taken beside the engine's own. */
  allow(bytes: number): void {
    this.#most = this.#base + bytes;
  }

  /** Whether the engine holds much that a program took: WebAssembly gives nothing back. */
  get isFull(): boolean {
    return (this.#memory?.buffer.byteLength ?? 0) > this.#base + KEPT;
  }
}
