import { geojsonAreas, geojsonFault, geojsonFaults, parseGeojson } from "../../geometry/mod.ts";
import { assertEquals, assertThrows } from "../_assert.ts";

const square = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]];
const feature = (geometry: unknown) => ({ type: "Feature", properties: null, geometry });

Deno.test("geojsonFault: all that RFC 7946 allows is valid", () => {
  const collection = {
    type: "FeatureCollection",
    features: [
      feature(null),
      feature({ type: "Point", coordinates: [1.5, 2, 300] }),
      feature({ type: "MultiPoint", coordinates: [] }),
      feature({ type: "LineString", coordinates: [[0, 0], [0, 0]] }),
      feature({ type: "MultiLineString", coordinates: [[[0, 0], [1, 1]], [[1, 1], [2, 0]]] }),
      feature({ type: "Polygon", coordinates: [square] }),
      feature({ type: "Polygon", coordinates: [[...square].reverse()] }),
      feature({ type: "Polygon", coordinates: [] }),
      feature({
        type: "MultiPolygon",
        coordinates: [[square], [[[4, 4], [5, 4], [5, 5], [4, 4]]]],
      }),
      feature({
        type: "GeometryCollection",
        geometries: [{ type: "Point", coordinates: [1, 1] }, {
          type: "GeometryCollection",
          geometries: [],
        }],
      }),
    ],
  };
  assertEquals(geojsonFault(collection), null);
  assertEquals(
    geojsonAreas(collection).map(({ where, polygons }) => `${where}: ${polygons.length}`),
    [0, 0, 0, 0, 0, 1, 1, 0, 2, 0].map((count, i) => `features[${i}].geometry: ${count}`),
  );
});

Deno.test("geojsonFault: what is wrong is named by place and kind", () => {
  const says = (value: unknown, where: string, message: string) => {
    const fault = geojsonFault(value);
    assertEquals(fault?.where, where);
    assertEquals(fault?.message.startsWith(message), true, fault?.message);
  };
  const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });
  says(7, "", "7, must be an object");
  says({ type: "Poly", coordinates: [] }, "type", '"Poly", must be a geometry type');
  says({ type: "constructor", coordinates: [] }, "type", '"constructor", must be');
  says({ type: "Feature", geometry: null }, "properties", "not given, must be an object");
  says({ type: "Feature", properties: {} }, "geometry", "not given");
  says({ type: "FeatureCollection" }, "features", "not given, must be a list");
  says({ type: "FeatureCollection", features: [{}] }, "features[0].type", "not given");
  says({ type: "Point", coordinates: [1] }, "coordinates", "has 1 numbers, must have at least 2");
  says({ type: "Point", coordinates: [1, "x"] }, "coordinates[1]", '"x", must be a finite');
  says({ type: "LineString", coordinates: [[1, 1]] }, "coordinates", "has 1 positions");
  says(polygon(square, [[1, 1], [2, 2], [1, 1]]), "coordinates[1]", "has 3 positions, must have");
  says(polygon(square.slice(1)), "coordinates[0]", "is not closed, must end with its first");
  says(
    polygon(square, [[3, 3], [5, 3], [3, 5], [3, 3]]),
    "coordinates[1][0]",
    "crossing: edge 0 of ring 1 crosses edge 1 of ring 0",
  );
  says(
    feature({ type: "MultiPolygon", coordinates: [[square], [square]] }),
    "geometry.coordinates[1][0][0]",
    "overlap: edge 0 of ring 0 of polygon 1 overlaps edge 0 of ring 0 of polygon 0",
  );
  says(polygon(square, [[0, 0], ["1e100", 0], [0, 1], [0, 0]]), "", "with 0 decimals, coordinates");
  let deep: unknown = { type: "Point", coordinates: [0, 0] };
  for (let i = 0; i < 5000; i++) deep = { type: "GeometryCollection", geometries: [deep] };
  assertEquals(geojsonFault(deep)?.message, "nests deeper than 100, must not");
  assertThrows(
    () => geojsonAreas(polygon(square.slice(1))),
    RangeError,
    "Cannot use coordinates[0]",
  );
});

Deno.test("geojsonFaults: one a feature; members of a collection may overlap, an area must not", () => {
  const bow = { type: "Polygon", coordinates: [[[0, 0], [4, 4], [4, 0], [0, 4], [0, 0]]] };
  const polygon = { type: "Polygon", coordinates: [square] };
  const pile = { type: "GeometryCollection", geometries: [polygon, polygon] };
  const features = [
    feature(bow),
    feature(polygon),
    feature(bow),
    { type: "Feature" },
    feature(pile),
  ];
  const value = { type: "FeatureCollection", features };
  assertEquals(geojsonFaults(value).map(({ where }) => where), [
    "features[0].geometry.coordinates[0][2]",
    "features[2].geometry.coordinates[0][2]",
    "features[3].properties",
  ]);
  assertEquals(geojsonFault(pile), null);
  assertThrows(() => geojsonAreas(pile), RangeError, "overlap: ");
});

Deno.test("parseGeojson: keeps every digit, and finds what doubles hide", () => {
  // The hole's corner is off the shell by 10^-20: as doubles it is on it.
  const text = (x: string) =>
    `{"type": "Polygon", "coordinates": [[[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9], ` +
    `[0.1, 0.1]], [[${x}, 0.5], [0.3, 0.4], [0.3, 0.6], [${x}, 0.5]]]}`;
  assertEquals(geojsonFault(parseGeojson(text("0.10000000000000000000"))), null);
  assertEquals(geojsonFault(parseGeojson(text("0.10000000000000000001"))), null);
  const outside = geojsonFault(parseGeojson(text("0.09999999999999999999")));
  assertEquals(outside?.message.slice(0, 8), "crossing");
  assertEquals(geojsonFault(JSON.parse(text("0.09999999999999999999"))), null);
  assertEquals(parseGeojson('{"a": 0.10000000000000000001, "b": [0.1000000000000000]}'), {
    a: 0.1,
    b: [0.1],
  });
  assertThrows(() => parseGeojson("{"), SyntaxError, "it is no JSON");
});
