// A million directions and ten thousand tours over typed arrays: nothing is allocated for each.
import { EIGHT_WINDS, SectorClassifier } from "@alidade/core/geometry";
import { directionCodes, TourBatch } from "@alidade/core/kernels";

const PAIRS = 1_000_000;
const points = Int32Array.from({ length: 4 * PAIRS }, (_, i) => (i * 7919) % 1009);
const pairs = Uint32Array.from({ length: 2 * PAIRS }, (_, i) => i);
const codes = new Int16Array(PAIRS);
const winds = new SectorClassifier(EIGHT_WINDS, "y-up");
directionCodes(winds, points, pairs, codes);
const ties = codes.reduce((sum, code) => sum + Number(code < 0), 0);
console.log(`${PAIRS} directions: ${ties} on a boundary or without a direction`);

const TOURS = 10_000, POINTS = 8;
const places = Int32Array.from({ length: 2 * POINTS * TOURS }, (_, i) => (i * 104729) % 1009);
const into = { orders: new Uint8Array(POINTS * TOURS), verdicts: new Uint8Array(TOURS) };
new TourBatch(POINTS, { form: "closed" }).solvePoints(places, into);
const unique = into.verdicts.filter((verdict) => verdict === 1).length;
console.log(
  `${TOURS} tours: ${unique} have one shortest, the first is ${into.orders.slice(0, POINTS)}`,
);
