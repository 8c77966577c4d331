// The list beside the map is what the map draws: places with the marks that stand there and are not hidden.
export const KINDS = ["event", "figure", "control"];

export function readPlaces() {
  const marked = [...document.querySelectorAll(".at[data-lon]")].map((section) => {
    const marks = [...section.querySelectorAll(".mark:not([hidden])")];
    return { ...where(section), section, marks, radius: Number(section.dataset.radius) };
  });
  const named = [...document.querySelectorAll(".named [data-lon]")].map((span) => ({ ...where(span), marks: [] }));
  return { marked: marked.filter((place) => place.marks.length), named };
}

function where({ dataset }) {
  const { name, precision } = dataset;
  return { name, precision, at: [Number(dataset.lon), Number(dataset.lat)], broad: precision.startsWith("admin") };
}

export function counts(places) {
  const marks = places.flatMap((place) => place.marks);
  return KINDS.map((kind) => [kind, marks.filter((mark) => mark.dataset.kind === kind).length]).filter(([, n]) => n);
}
