import type { LineData } from "../../lines/line_data.ts";
import { ARCTANGENT } from "../points/pair_margin.ts";
import type { PairTable } from "../points/pair_table.ts";
import type { CellKnobs, RegionCell } from "../points/region_cell.ts";
import type { OwnSettings } from "./point_sampler.ts";

/** A target and a run of a {@link PairTable}, in bytes. */
const TARGET_BYTES = 40, RUN_BYTES = 16;

/** The settings of direction: the table of its pairs. */
export function pairSettings(table: PairTable, data: LineData): OwnSettings {
  const { starts, firsts, spans, guide, kinds, targets } = table;
  const runs = new DataView(new ArrayBuffer(RUN_BYTES * starts.length));
  starts.forEach((start, i) => {
    runs.setFloat64(RUN_BYTES * i, start, true);
    runs.setInt32(RUN_BYTES * i + 8, firsts[i]!, true);
    runs.setInt32(RUN_BYTES * i + 12, spans[i]!, true);
  });
  const goals = new DataView(new ArrayBuffer(TARGET_BYTES * targets.length));
  targets.forEach(({ total, limit, scale, guide, symmetry, answer }, i) => {
    const at = TARGET_BYTES * i;
    [total, limit, scale].forEach((x, j) => goals.setFloat64(at + 8 * j, x, true));
    [4 * guide, symmetry, answer].forEach((x, j) => goals.setInt32(at + 24 + 4 * j, x, true));
  });
  const places = [goals, runs, guide, kinds].map((view) => data.literal(bytesOf(view)));
  return { places, integers: [], doubles: ARCTANGENT };
}

/** The settings of region: what can be drawn for each band, and the margins. */
export function cellSettings(
  { entries, begins, gaps }: RegionCell,
  { frame, lattice }: CellKnobs,
  data: LineData,
): OwnSettings {
  const places = [entries, begins, gaps].map((view) => data.literal(bytesOf(view)));
  const integers = [begins.length - 1, frame === "y-down" ? 1 : 0, lattice];
  return { places, integers, doubles: [] };
}

/** The bytes of a view. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
