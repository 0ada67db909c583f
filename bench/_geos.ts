import initGeos from "npm:geos-wasm@3.1.1";

const geos = await initGeos();

/** A geometry in the memory of GEOS. */
export function readGeos(text: string): number {
  const bytes = new TextEncoder().encode(text + "\0");
  const at = geos.Module._malloc(bytes.length);
  geos.Module.HEAPU8.set(bytes, at);
  const reader = geos.GEOSWKTReader_create();
  const geometry = geos.GEOSWKTReader_read(reader, at);
  geos.Module._free(at);
  return geometry as unknown as number;
}

/** The nine intersections by GEOS. */
export function relateGeos(a: number, b: number): string {
  const at = geos.GEOSRelate(a, b) as unknown as number;
  const text = geos.Module.UTF8ToString(at);
  geos.GEOSFree(at);
  return text;
}
