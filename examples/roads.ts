// The shortest way on roads that come as GeoJSON, to the metre.
import { nearestNode, roadsFromGeojson } from "@alidade/core/formats";
import { solveGraphPath } from "@alidade/core";

const line = (coordinates: [number, number][], properties = {}) =>
  ({ type: "Feature", properties, geometry: { type: "LineString", coordinates } }) as const;

const { graph } = await roadsFromGeojson({
  type: "FeatureCollection",
  features: [
    line([[7, 50], [7.01, 50], [7.02, 50.01]], { highway: "residential" }),
    line([[7, 50], [7, 50.01], [7.02, 50.01]], { highway: "primary", oneway: "yes" }),
  ],
});
const ends = await Promise.all([
  nearestNode(graph, [7.0001, 50], "wgs84"),
  nearestNode(graph, [7.0199, 50.01], "wgs84"),
]);
const [from, to] = ends.map((end) => end.status === "exact" ? end.value : NaN) as [number, number];
const way = solveGraphPath({ graph, from, to });
if (way.status !== "exact") throw new Error(way.status);
console.log(`${way.value.length} over ${way.value.nodes.length} nodes`);
