import { FONT_BASE64 } from "./_font_base64.ts";
import type { Drawing } from "./drawing.ts";
import { drawingToSvg } from "./svg.ts";

/** Options of {@link pngRenderer}. */
export interface PngOptions {
  /**
   * The bytes of `index_bg.wasm` of the npm package `@resvg/resvg-wasm`; by default they are read
   * from the installed package.
   */
  readonly wasm?: Uint8Array<ArrayBuffer>;
}

/** Turns drawings into the bytes of PNG files. */
export type PngRenderer = (drawing: Drawing) => Uint8Array;

let ready: Promise<PngRenderer> | null = null;

/**
 * Makes ready to render drawings as PNG, in the bundled font only, so that every machine makes the
 * same picture. The renderer (2.4 MB) is loaded at the first call, and once.
 *
 * @param options where to take the renderer from
 * @returns a function that renders one drawing
 * @throws Error when the installed package cannot be read
 *
 * Cost: 0.1 s once; then about 10 ms a picture of 448 x 448 pixels. Needs `--allow-read`.
 *
 * @example
 * ```ts
 * import { pngRenderer } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * const render = await pngRenderer();
 * const png = render({ width: 8, height: 8, background: "#ffffff", alt: "paper", shapes: [] });
 * assertEquals([...png.subarray(1, 4)], [0x50, 0x4e, 0x47]);
 * ```
 */
export function pngRenderer(options: PngOptions = {}): Promise<PngRenderer> {
  ready ??= load(options);
  // A failed load must not stick: the next call may name the bytes.
  ready.catch(() => ready = null);
  return ready;
}

async function load({ wasm }: PngOptions): Promise<PngRenderer> {
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  await initWasm(wasm ?? await installedWasm());
  const font = {
    fontBuffers: [Uint8Array.fromBase64(FONT_BASE64)],
    loadSystemFonts: false,
    defaultFontFamily: "DejaVu Sans",
  };
  return (drawing) => {
    const resvg = new Resvg(drawingToSvg(drawing), { font });
    try {
      return resvg.render().asPng();
    } finally {
      resvg.free();
    }
  };
}

async function installedWasm(): Promise<Uint8Array<ArrayBuffer>> {
  const url = import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm");
  try {
    return await Deno.readFile(new URL(url));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Cannot load the PNG renderer from ${url}: ${why}; must be readable, or its bytes given ` +
        "as the option wasm",
    );
  }
}
