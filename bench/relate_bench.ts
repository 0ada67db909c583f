/**
 * How two areas lie, as DE-9IM: `relate` beside GEOS in WebAssembly and JSTS, all three with their
 * geometries read before the clock starts, as a user holds them who relates one feature to many.
 * Validity, which `relate` looks at once a feature, is known by then; the rivals never look at it.
 */
import { readWkt } from "../geometry/mod.ts";
import { relate } from "../solvers/mod.ts";
import { readGeos, relateGeos } from "./_geos.ts";
import { RelateOp, WKTReader } from "./_jsts.ts";

/** An area with bays and capes, like a country, round (x, y), of integers. */
function country(corners: number, x: number, y: number, seed: number): string {
  let state = seed;
  const waves = Array.from({ length: 24 }, (_, k) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { size: 150_000 / (k + 1), phase: state / 2 ** 32 * 2 * Math.PI };
  });
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = 2 * Math.PI * i / corners;
    const radius = waves.reduce(
      (sum, { size, phase }, k) => sum + size * Math.sin((k + 1) * angle + phase),
      600_000,
    );
    return `${x + Math.round(radius * Math.cos(angle))} ${
      y + Math.round(radius * Math.sin(angle))
    }`;
  });
  return `POLYGON ((${[...ring, ring[0]].join(", ")}))`;
}

const jsts = new WKTReader();

for (const corners of [4, 100, 1_000, 10_000]) {
  for (
    const [how, shift] of [["overlap", 700_000], ["lie apart", 2_000_000]] as const
  ) {
    const texts = [country(corners, 0, 0, 1), country(corners, shift, 30_000, 2)] as const;
    const [a, b] = texts.map(readWkt) as [ReturnType<typeof readWkt>, ReturnType<typeof readWkt>];
    const [c, d] = texts.map(readGeos) as [number, number];
    const [e, f] = texts.map((text) => jsts.read(text)) as [
      ReturnType<typeof jsts.read>,
      ReturnType<typeof jsts.read>,
    ];
    const answers = [
      relate(a, b),
      relateGeos(c, d),
      RelateOp.relate(e, f).toString(),
    ];
    if (new Set(answers).size > 1) throw new Error(`The answers differ: ${answers.join(", ")}`);
    const group = `${corners} corners each, they ${how}`;
    Deno.bench(`relate: ${group}`, { group, baseline: true }, () => {
      relate(a, b);
    });
    Deno.bench(`geos-wasm: ${group}`, { group }, () => {
      relateGeos(c, d);
    });
    Deno.bench(`jsts: ${group}`, { group }, () => {
      RelateOp.relate(e, f);
    });
  }
}
