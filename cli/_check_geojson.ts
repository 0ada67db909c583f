import { geojsonFaults, parseGeojson } from "../geometry/geojson.ts";
import { readText } from "./_lines.ts";
import type { CommandIo } from "./command.ts";

/** The help of `alidade check geojson`. */
export const CHECK_GEOJSON_HELP = `
  alidade check geojson FILE

Holds a file to RFC 7946, and its polygons to the OGC's rules, on coordinates as they are written
with all their digits. Prints a line of JSON for the first fault of each feature: where it is, and
its kind with ring and corner; one line with "valid": true where there is none.
`;

/** `alidade check geojson`: a file in, its faults out. */
export async function checkGeojsonFile(path: string, io: CommandIo): Promise<number> {
  let value: unknown;
  try {
    value = parseGeojson(await readText(path));
  } catch (error) {
    if (!(error instanceof SyntaxError) || !error.message.includes("GeoJSON")) throw error;
    throw new SyntaxError(`Cannot read ${path}: it is no JSON, must be one GeoJSON value`);
  }
  const faults = geojsonFaults(value);
  if (faults.length === 0) await io.out(`${JSON.stringify({ valid: true })}\n`);
  for (const fault of faults) await io.out(`${JSON.stringify({ valid: false, ...fault })}\n`);
  return faults.length === 0 ? 0 : 1;
}
