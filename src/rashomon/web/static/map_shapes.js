// Shapes on the ground and on the screen, without a map.
const EARTH_METRES = 6371008.8;
const radians = (degrees) => (degrees * Math.PI) / 180;
const degrees = (angle) => (angle * 180) / Math.PI;

// A ring of points at a true distance from a place, whatever the map's projection makes of it.
export function circle([lon, lat], metres, corners = 72) {
  const reach = metres / EARTH_METRES, y = radians(lat);
  const ring = Array.from({ length: corners }, (_, i) => {
    const bearing = (2 * Math.PI * i) / corners;
    const to = Math.asin(Math.sin(y) * Math.cos(reach) + Math.cos(y) * Math.sin(reach) * Math.cos(bearing));
    const east = Math.sin(bearing) * Math.sin(reach) * Math.cos(y), north = Math.cos(reach) - Math.sin(y) * Math.sin(to);
    return [lon + degrees(Math.atan2(east, north)), degrees(to)];
  });
  return [...ring, ring[0]];
}

// Groups of places whose marks would touch on the screen, each around its first; `spot` gives a place's pixel.
export function clusters(places, spot, [wide, high]) {
  const found = [];
  for (const place of places) {
    const { x, y } = spot(place);
    const apart = (c) => Math.max(Math.abs(c.x - x) / wide, Math.abs(c.y - y) / high);
    const near = found.filter((c) => apart(c) < 1).sort((a, b) => apart(a) - apart(b))[0];
    if (near) near.places.push(place);
    else found.push({ x, y, places: [place] });
  }
  return found.map((cluster) => cluster.places);
}

export function boundsOf(places) {
  const lons = places.map((p) => p.at[0]), lats = places.map((p) => p.at[1]);
  return [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
}

export const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
