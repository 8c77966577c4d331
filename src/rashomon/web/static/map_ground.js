// The ground: the package's own lines, asked of the server for what is in sight; or the tiles that the server was given.
const LAYERS = [
  ["land", "fill", { "fill-color": "--land" }],
  ["lake", "fill", { "fill-color": "--sea" }],
  ["admin1", "line", { "line-color": "--rule", "line-width": 1 }],
  ["coast", "line", { "line-color": "--line", "line-width": 1 }],
  ["border", "line", { "line-color": "--soft", "line-width": 1.2, "line-opacity": 0.8 }],
  ["disputed", "line", { "line-color": "--soft", "line-width": 1.3, "line-dasharray": [4, 3] }],
];
/** Milliseconds after a tile that failed within which another one may come. */
const PATIENCE = 1500;
const NOTHING = { type: "FeatureCollection", features: [] };

export function startGround(map, tiles) {
  map.addLayer({ id: "sea", type: "background" });
  if (tiles) startTiles(map, tiles);
  else startLines(map);
  map.addSource("circles", { type: "geojson", data: NOTHING });
  map.addSource("points", { type: "geojson", data: NOTHING });
  const near = ["!", ["get", "broad"]];
  map.addLayer({ id: "near", type: "fill", source: "circles", filter: near, paint: { "fill-opacity": 0.1 } });
  map.addLayer({ id: "rim", type: "line", source: "circles", filter: near, paint: { "line-width": 1.2 } });
  const dashed = { "line-width": 1.3, "line-dasharray": [2, 3] };
  map.addLayer({ id: "broad", type: "line", source: "circles", filter: ["get", "broad"], paint: dashed });
  const dot = { "circle-radius": 3.2, "circle-stroke-width": 1.2 };
  map.addLayer({ id: "points", type: "circle", source: "points", paint: dot });
  colour(map);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => colour(map));
}

function colour(map) {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  map.setPaintProperty("sea", "background-color", of("--sea"));
  for (const [kind, , paint] of LAYERS)
    for (const [property, value] of Object.entries(paint))
      if (map.getLayer(kind) && String(value).startsWith("--")) map.setPaintProperty(kind, property, of(value));
  map.setPaintProperty("near", "fill-color", of("--t0"));
  map.setPaintProperty("rim", "line-color", of("--t0"));
  map.setPaintProperty("broad", "line-color", of("--t0"));
  map.setPaintProperty("points", "circle-color", of("--ink"));
  map.setPaintProperty("points", "circle-stroke-color", of("--land"));
}

function startTiles(map, tiles) {
  map.addSource("tiles", { type: "raster", tiles: [tiles], tileSize: 256 });
  map.addLayer({ id: "tiles", type: "raster", source: "tiles" });
  let came = false, waiting;
  map.on("data", (event) => (came ||= event.sourceId === "tiles" && event.tile?.state === "loaded"));
  map.on("error", (event) => {
    if (event.sourceId !== "tiles") console.error(event.error);
    else if (!came) waiting ??= setTimeout(instead, PATIENCE); // one tile may be missing where others come
  });
  function instead() {
    if (came) return;
    map.removeLayer("tiles");
    map.removeSource("tiles");
    startLines(map);
    colour(map);
    document.getElementById("no-tiles").hidden = false;
  }
}

function startLines(map) {
  map.addSource("ground", { type: "geojson", data: NOTHING, tolerance: 0 });
  for (const [kind, type, paint] of LAYERS) {
    const plain = Object.fromEntries(Object.entries(paint).filter(([, value]) => !String(value).startsWith("--")));
    map.addLayer({ id: kind, type, source: "ground", filter: ["==", ["get", "kind"], kind], paint: plain }, map.getLayer("near")?.id);
  }
  let loaded = null;
  map.on("moveend", load);
  load();

  async function load() {
    const seen = boxOf(map, 0);
    if (loaded && holds(loaded, seen) && width(loaded) < 6 * width(seen)) return;
    const box = boxOf(map, 0.6);
    loaded = box;
    const answer = await fetch(`/map/ground?box=${box.join(",")}`);
    if (!answer.ok || loaded !== box) return;
    const lines = await answer.json();
    map.getSource("ground").setData(lines);
    tellDisputed(lines);
  }
}

// What is in sight with so much more of it on each side, as west, south, east, north.
export function boxOf(map, more) {
  const seen = map.getBounds();
  const [west, south, east, north] = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
  const x = Math.min(more * (east - west), (138 - (east - west)) / 2), y = more * (north - south);
  const box = [Math.max(-180, west - x), Math.max(-85, south - y), Math.min(180, east + x), Math.min(85, north + y)];
  return box.map((v) => Number(v.toFixed(2)));
}

const width = (box) => box[2] - box[0];
const holds = (a, b) => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

function tellDisputed(lines) {
  const notes = lines.features.map((f) => f.properties.note).filter(Boolean);
  const told = document.getElementById("disputed");
  if (told) told.textContent = notes.length ? ` Dashed, because disputed: ${[...new Set(notes)].join(" ")}` : "";
}
