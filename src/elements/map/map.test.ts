import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const draw = async (...calls: Parameters<typeof st.map>[]) => {
  const page = await visit(() => {
    for (const call of calls) st.map(...call);
  });
  return page.all("map").map(({ props: { parts: _parts, ...rest } }) => Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)));
};

test("columns of latitude and longitude are found by name, or named", async () => {
  expect(await draw([[{ lat: 1, lon: 2 }]], [[{ LATITUDE: 1, LON: 2 }]], [[{ y: 1, x: 2 }], { latitude: "y", longitude: "x" }])).toEqual([
    { latitude: "lat", longitude: "lon" },
    { latitude: "LATITUDE", longitude: "LON" },
    { latitude: "y", longitude: "x" },
  ]);
});

test("colour and size are values or columns", async () => {
  const data = [{ lat: 1, lon: 2, c: "#ff0000", s: 5 }];
  const [columns, values, numbers] = await draw(
    [data, { color: "c", size: "s" }],
    [data, { color: "#00ff00", size: 20, zoom: 4 }],
    [data, { color: [255, 0, 0, 0.5] }],
  );
  expect(columns).toMatchObject({ colorColumn: "c", sizeColumn: "s" });
  expect(values).toMatchObject({ color: "#00ff00", size: 20, zoom: 4 });
  expect(numbers).toMatchObject({ color: "rgba(255, 0, 0, 0.5)" });
});

test("no data is the empty map", async () => {
  expect(await draw([])).toEqual([{}]);
});

test("a column that is missing and a zoom that is no number are refused", async () => {
  const messages: string[] = [];
  await visit(() => {
    for (const [data, options] of [
      [[{ lat: 1 }], {}],
      [[{ lat: 1, lon: 2 }], { latitude: "y" }],
      [[{ lat: 1, lon: 2 }], { zoom: "far" as never }],
    ] as const) {
      try {
        st.map(data, options);
      } catch (error) {
        messages.push((error as Error).message);
      }
    }
  });
  expect(messages).toEqual([
    "st.map: the data has no column of longitudes, named 'lon', 'longitude', 'LON', 'LONGITUDE'",
    'st.map: latitude names the column "y", which the data does not have',
    'st.map: zoom must be a number, not "far"',
  ]);
});
