import { initWasm, Resvg } from "npm:@resvg/resvg-wasm@2.6.2";
import { FONT_FAMILY, fontBytes } from "../../render/_font.ts";

await initWasm(
  await Deno.readFile(new URL(import.meta.resolve("npm:@resvg/resvg-wasm@2.6.2/index_bg.wasm"))),
);

/** Draws an SVG document as PNG by resvg, with the bundled font: what our own painter is held to. */
export function resvgPng(svg: string): Uint8Array {
  const resvg = new Resvg(svg, {
    font: { fontBuffers: [fontBytes()], defaultFontFamily: FONT_FAMILY, loadSystemFonts: false },
  });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}
