// The map reads without this: a picture and the list of every mark. With it: a live map of the same marks beside the
// list, and a slider by the day of what happened. The as-of slider brings a new list, which the map then follows.
import { startGround } from "./map_ground.js";
import { readPlaces } from "./map_list.js";
import { startMarks } from "./map_marks.js";

let live = null;

document.addEventListener("shown", show);
show();

async function show() {
  startDays();
  const here = document.getElementById("map-place");
  if (!here) return;
  live ??= startMap(here); // one map for the page's life: its canvas moves from one state of the page to the next
  const map = await live;
  if (!map) return still(here);
  if (!here.isConnected) return; // the page went on to another state meanwhile
  here.append(map.getContainer());
  map.resize();
  map.marks.show(readPlaces());
}

function still(here) {
  here.classList.add("still");
  document.getElementById("no-live-map").hidden = false;
}

// The map, or null where the browser gives it no WebGL. To ask for that beforehand would make a second context.
async function startMap(here) {
  const { library, tiles } = here.dataset;
  const [west, south, east, north] = here.dataset.frame.split(",").map(Number);
  await import(`${library}/maplibre-gl-csp.js`);
  const { Map, NavigationControl, ScaleControl, setWorkerUrl } = window.maplibregl;
  setWorkerUrl(`${library}/maplibre-gl-csp-worker.js`);
  const container = document.createElement("div");
  container.className = "livemap";
  here.append(container);
  const choices = {
    container, bounds: [west, south, east, north], style: { version: 8, sources: {}, layers: [] },
    minZoom: 3.2, maxZoom: tiles ? 17 : 11, attributionControl: false, renderWorldCopies: false, dragRotate: false,
    pitchWithRotate: false, touchPitch: false, cooperativeGestures: true, fadeDuration: 0,
    locale: { "Map.Title": "Map of the marks in the list" },
  };
  let map;
  try {
    map = new Map(choices);
  } catch {
    container.remove();
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 110 }), "bottom-left");
  await map.once("load");
  startGround(map, tiles);
  map.marks = startMarks(map);
  map.on("idle", () => (container.dataset.drawn = map.getZoom().toFixed(2)));
  return map;
}

// The days by which a thing had happened: the slider hides what came later, in the list and on the map alike.
function startDays() {
  const slider = document.getElementById("until");
  const choice = document.querySelector("select[name=until]");
  const field = choice.closest(".happened");
  slider.hidden = false;
  choice.hidden = field.querySelector("button").hidden = true;
  slider.value = choice.selectedIndex;
  tell();
  slider.addEventListener("input", filter);

  function filter() {
    choice.selectedIndex = Number(slider.value);
    tell();
    for (const mark of document.querySelectorAll(".mark[data-by]"))
      mark.hidden = choice.value !== "" && mark.dataset.by > choice.value;
    const address = new URL(location.href);
    if (choice.value) address.searchParams.set("until", choice.value);
    else address.searchParams.delete("until");
    history.replaceState(null, "", address);
    live?.then((map) => map?.marks.show(readPlaces()));
  }
  function tell() {
    const day = choice.selectedOptions[0].textContent;
    slider.setAttribute("aria-valuetext", day);
    field.querySelector("output").textContent = day;
  }
}
