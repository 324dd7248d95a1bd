// Makes the base map of the page: countries of Natural Earth (public domain), cut anew at the edge of the map.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL("../.cache/", import.meta.url));

/** Projecting onto the plane splits what crosses the edge; MapLibre would draw it around the world. */
const plane = () =>
  geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .reflectY(true)
    .precision(0);

async function cut(detail, digits) {
  const topology = JSON.parse(await readFile(require.resolve(`world-atlas/countries-${detail}.json`), "utf8"));
  const countries = feature(topology, topology.objects.countries);
  const round = (value) => Number(value.toFixed(digits));
  const flat = geoProject(countries, plane());
  const features = flat.features
    .filter(({ geometry }) => geometry)
    .map(({ geometry, properties }) => ({
      type: "Feature",
      properties: { name: properties.name },
      geometry: { type: geometry.type, coordinates: rounded(geometry.coordinates, round) },
    }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

const rounded = (part, round) => (typeof part === "number" ? round(part) : part.map((inner) => rounded(inner, round)));

/** Builds both maps unless they are there. */
export async function buildWorld() {
  await mkdir(cache, { recursive: true });
  for (const [detail, digits] of [
    ["110m", 2],
    ["50m", 3],
  ]) {
    const target = `${cache}world-${detail}.json`;
    if (await stat(target).catch(() => null)) continue;
    await writeFile(target, await cut(detail, digits));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorld();
