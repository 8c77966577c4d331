// What stands on the ground: a plate for each place with how many marks of each kind, a card with these when it is
// opened, circles as wide as the place is vague, and names. Plates that would touch are one, which opens on a click.
import { boxOf } from "./map_ground.js";
import { counts, KINDS } from "./map_list.js";
import { boundsOf, circle, clusters, meet } from "./map_shapes.js";

const WORDS = { event: ["event", "events"], figure: ["figure", "figures"], control: ["mark of control", "marks of control"] };
// How near two plates may come, and where a card stands so that it hides neither plate nor point; in pixels.
const ROOM = [92, 52];
const ABOVE = [0, -50], BELOW = [0, 8];
// On a map narrower than this a card takes its whole width, above its place.
const NARROW = 560;
const BESIDE = {
  bottom: ABOVE, "bottom-left": ABOVE, "bottom-right": ABOVE, top: BELOW, "top-left": BELOW, "top-right": BELOW,
  left: [52, -20], right: [-52, -20], center: [0, 0],
};

export function startMarks(map) {
  const { Marker, Popup } = window.maplibregl;
  let shown = { marked: [], named: [] };
  let plates = new Map(), names = [], card = null, countries = [], seen = "";
  map.on("moveend", () => (draw(), nameCountries()));
  nameCountries();

  function show(places) {
    shown = places;
    card?.remove();
    const collected = (features) => ({ type: "FeatureCollection", features });
    map.getSource("circles").setData(collected(shown.marked.map(ring)));
    const sharp = [...shown.marked, ...shown.named].filter((p) => ["exact", "near"].includes(p.precision));
    map.getSource("points").setData(collected(sharp.map(point)));
    for (const place of shown.marked) addFinder(place);
    draw();
  }

  function draw() {
    const groups = clusters(shown.marked, (place) => map.project(place.at), ROOM);
    const next = new Map();
    for (const group of groups) {
      const key = `${group.map((p) => `${p.name} ${p.at}`).join("|")} ${counts(group)}`;
      const marker = plates.get(key) ?? added(group); // one that stays keeps the focus
      marker.getElement().places = group;
      next.set(key, marker);
      plates.delete(key);
    }
    for (const marker of plates.values()) marker.remove();
    plates = next;
    nameGround();
  }

  function added(group) {
    const element = plate(group);
    const marker = new Marker({ element, ...stand(group[0]) }).setLngLat(group[0].at).addTo(map);
    element.removeAttribute("aria-label"); // the library's "Map marker": a plate says itself what it is
    return marker;
  }

  function plate(group) {
    const button = document.createElement("button");
    button.type = "button";
    const others = new Set(group.map((p) => String(p.at))).size - 1; // one town may be meant more and less sharply
    button.className = others ? "plate several" : "plate";
    button.title = group.map((p) => p.name).join(", ");
    button.append(span("name", group[0].name + (others ? ` +${others}` : "")));
    if (others) button.append(span("unseen", ` (${button.title}): `));
    for (const [kind, n] of counts(group))
      button.append(glyph(kind), String(n), span("unseen", ` ${WORDS[kind][n === 1 ? 0 : 1]} `));
    button.addEventListener("click", (event) => (event.stopPropagation(), open(button.places)));
    return button;
  }

  // Several places come apart as the map goes nearer; where no zoom parts them, all their marks are on one card.
  function open(group) {
    const [[west, south], [east, north]] = boundsOf(group);
    const camera = map.cameraForBounds([west, south, east, north], { padding: 110, maxZoom: map.getMaxZoom() });
    const apart = group.length > 1 && (east - west > 0.005 || north - south > 0.005);
    if (apart && camera.zoom > map.getZoom() + 0.3) map.easeTo({ ...camera, duration: 500 });
    else showCard(group);
  }

  function showCard(group) {
    card?.remove();
    const content = document.createElement("div");
    content.className = "card";
    for (const place of group) content.append(...copyOf(place));
    const wide = map.getContainer().clientWidth;
    const narrow = wide < NARROW ? { anchor: "bottom", maxWidth: `${wide - 24}px` } : {};
    card = new Popup({ maxWidth: "21rem", offset: BESIDE, className: "cardframe", ...narrow });
    if (narrow.anchor) map.easeTo({ center: group[0].at, offset: [0, map.getContainer().clientHeight * 0.32], duration: 300 });
    card.setLngLat(group[0].at).setDOMContent(content).addTo(map);
    for (const section of document.querySelectorAll(".at.chosen")) section.classList.remove("chosen");
    for (const place of group) place.section.classList.add("chosen");
    const list = document.getElementById("marks");
    if (list.scrollHeight > list.clientHeight) list.scrollTop = group[0].section.offsetTop - list.offsetTop - 8;
  }

  function copyOf(place) {
    const heading = document.createElement("h2");
    heading.textContent = place.name;
    const list = document.createElement("ul");
    list.append(...place.marks.map((mark) => mark.cloneNode(true)));
    return [heading, list];
  }

  // In the list each place's name also finds it on the map.
  function addFinder(place) {
    const heading = place.section.querySelector("h3");
    if (heading.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "finder";
    button.textContent = place.name;
    button.title = "Show on the map";
    button.addEventListener("click", () => {
      map.easeTo({ center: place.at, zoom: Math.max(map.getZoom(), 8), duration: 500 });
      const now = shown.marked.find((p) => p.section === place.section);
      if (now) map.once("moveend", () => showCard([now]));
    });
    heading.replaceChildren(button);
  }

  async function nameCountries() {
    const box = boxOf(map, 0).join(",");
    if (box === seen) return;
    seen = box;
    const answer = await fetch(`/map/names?box=${box}`);
    if (!answer.ok || box !== seen) return;
    countries = (await answer.json()).features.map((f) => ({ name: f.properties.name, at: f.geometry.coordinates }));
    nameGround();
  }

  // Names take what room the plates leave: the places that are only named first, then the countries.
  function nameGround() {
    for (const marker of names) marker.remove();
    names = [];
    const frame = map.getContainer().getBoundingClientRect();
    const taken = [...document.querySelectorAll(".plate, .maplibregl-ctrl")].map((e) => e.getBoundingClientRect());
    const wanted = [...shown.named.map((p) => [p, "town"]), ...countries.map((p) => [p, "country"])];
    for (const [place, kind] of wanted) {
      const element = document.createElement("span");
      element.className = `groundname ${kind}${kind === "town" && place.precision !== "exact" ? " vague" : ""}`;
      element.textContent = place.name;
      element.setAttribute("aria-hidden", "true");
      element.setAttribute("role", "presentation");
      const side = kind === "town" && ["exact", "near"].includes(place.precision) ? "left" : "center";
      const marker = new Marker({ element, anchor: side, offset: side === "left" ? [7, 0] : [0, 0] });
      marker.setLngLat(place.at).addTo(map);
      const box = element.getBoundingClientRect();
      const fits = box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;
      if (!fits || taken.some((t) => meet(t, box))) marker.remove();
      else {
        taken.push(box);
        names.push(marker);
      }
    }
  }

  return { show };
}

// A plate stands above its point; where there is no point, in the middle of the ring.
function stand(place) {
  return place.broad ? { anchor: "center" } : { anchor: "bottom", offset: [0, -7] };
}

function ring(place) {
  return feature("Polygon", [circle(place.at, place.radius)], { broad: place.broad });
}

function point(place) {
  return feature("Point", place.at, {});
}

function feature(type, coordinates, properties) {
  return { type: "Feature", properties, geometry: { type, coordinates } };
}

function span(className, text) {
  return Object.assign(document.createElement("span"), { className, textContent: text });
}

function glyph(kind) {
  return document.querySelectorAll(".maplegend .glyph")[KINDS.indexOf(kind)].cloneNode(true);
}
