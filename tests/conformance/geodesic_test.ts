import { geodesic } from "../../datasets/mod.ts";
import { assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { checkText } from "../datasets/_check.ts";

type Row = readonly string[];

const negative = (x: string) => x.startsWith("-") ? x.slice(1) : `-${x}`;
const supplement = (azimuth: string) => String(180 - Number(azimuth));

/** The same geodesics seen in a mirror: east for west, north for south. */
const MIRRORS: readonly (readonly [string, (row: Row) => Row])[] = [
  ["as published", (row) => row],
  [
    "east for west",
    (
      [lat1, lon1, azi1, lat2, lon2, azi2, s12, a12, m12, S12],
    ) => [
      lat1!,
      negative(lon1!),
      negative(azi1!),
      lat2!,
      negative(lon2!),
      negative(azi2!),
      s12!,
      a12!,
      m12!,
      negative(S12!),
    ],
  ],
  [
    "north for south",
    (
      [lat1, lon1, azi1, lat2, lon2, azi2, s12, a12, m12, S12],
    ) => [
      negative(lat1!),
      lon1!,
      supplement(azi1!),
      negative(lat2!),
      lon2!,
      supplement(azi2!),
      s12!,
      a12!,
      m12!,
      negative(S12!),
    ],
  ],
];

for (const [name, mirror] of MIRRORS) {
  conformance(
    `geodesic: 100 rows to 1e-7 m, ${name}`,
    { path: "geodesic/GeodTest-100.dat", published: geodesic.source },
    async (path) => {
      const rows = (await Deno.readTextFile(path)).trim().split("\n").map((line) =>
        line.split(" ")
      );
      const text = rows.map((row) => mirror(row).join(" ")).join("\n");
      const checked = await checkText(geodesic, text);
      const wrong = checked.filter(({ verdict }) => verdict !== "agree");
      assertEquals(wrong.map(({ where, reason }) => [where.line, reason]), []);
      assertEquals(checked.length, 100);
    },
  );
}
