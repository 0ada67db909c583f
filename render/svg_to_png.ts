import { FONT_FAMILY, fontBytes } from "./_font.ts";

let ready: Promise<typeof import("@resvg/resvg-wasm")> | null = null;

/**
 * Draws any SVG document as PNG by resvg, with the bundled font for its text.
 *
 * {@link drawingToPng} draws a {@link Drawing} directly and much faster; this is for SVG that was
 * written or changed elsewhere. The first call loads 2.4 MB of WebAssembly.
 *
 * @param svg the document
 * @returns the bytes of a PNG file, as large as the document says
 * @throws SyntaxError for a document that resvg cannot read
 *
 * Cost: some milliseconds for a small picture.
 *
 * @example
 * ```ts
 * import { svgToPng } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * const png = await svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
 * assertEquals(new TextDecoder().decode(png.subarray(1, 4)), "PNG");
 * ```
 */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await (ready ??= load());
  let resvg;
  try {
    resvg = new Resvg(svg, {
      font: { fontBuffers: [fontBytes()], defaultFontFamily: FONT_FAMILY, loadSystemFonts: false },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(`Cannot draw SVG: ${words}`, { cause: error });
  }
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}

async function load(): Promise<typeof import("@resvg/resvg-wasm")> {
  const resvg = await import("@resvg/resvg-wasm");
  // @ts-ignore: TypeScript does not know source phase imports yet
  await resvg.initWasm(await import.source("npm:@resvg/resvg-wasm@2.6.2/index_bg.wasm"));
  return resvg;
}
