"""The map: places as circles as wide as they are vague, numbered marks of who is said to hold what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.claim import ControlStatus
from rashomon.model.dossier import ControlMark, Dossier
from rashomon.rendering.components.label_places import Box, Label, place_labels
from rashomon.rendering.components.map_ground import country_names, draw_ground
from rashomon.rendering.components.map_lines import load_map
from rashomon.rendering.components.map_view import Pin, View, pins_of, split_far, window
from rashomon.rendering.components.svg import element, group, picture, text_width
from rashomon.rendering.shareable import spot_of

LABEL_SIZE = 13.0
MOST_LABELS = 28
#: Broad areas are an outline with a name in italics, never a point.
BROAD = ("admin1", "admin2", "area")


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The drawing, and what has to be said below it."""

    svg: Markup
    notes: tuple[str, ...]
    elsewhere: tuple[str, ...]
    not_located: int


def map_picture(dossier: Dossier) -> MapPicture | None:
    """The map of a dossier's places; null where none has coordinates."""
    pins, not_located = pins_of(dossier)
    near, far = split_far(pins)
    if not near:
        return None
    view, lines = window(near), load_map()
    countries = lines.countries_in(view.padded_box)
    notes: dict[str, None] = {}
    ground = draw_ground(view, lines, countries, notes)
    parts = [ground, *_places(near, _marks(dossier), view, country_names(view, countries)), _scale_bar(view)]
    title = "Map of the places that the reports name: " + ", ".join(p.spot.name for p in near) + "."
    svg = picture(view.width, view.height, title, parts, "chart map", links=True)
    return MapPicture(svg, tuple(notes), tuple(p.spot.name for p in far), not_located)


def _marks(dossier: Dossier) -> dict[str, list[tuple[int, ControlMark]]]:
    """The control marks of each place, with their numbers in the list below the map."""
    found: dict[str, list[tuple[int, ControlMark]]] = {}
    for number, mark in enumerate(dossier.control, 1):
        found.setdefault(spot_of(mark.place, dossier).name, []).append((number, mark))
    return found


def _places(
    pins: Sequence[Pin],
    marks: dict[str, list[tuple[int, ControlMark]]],
    view: View,
    names: list[tuple[str, float, float]],
) -> list[Markup]:
    circles, points, labels = [], [], []
    wanted = []
    for pin in pins:
        x, y = view.xy(pin.lon, pin.lat)
        radius = (pin.spot.radius_km or 0) * view.per_km
        broad = pin.spot.precision in BROAD
        if broad or radius > 6:
            circles.append(element("circle", cx=x, cy=y, r=max(8.0, radius), class_="area" if broad else "near"))
        if not broad:
            points.append(
                element("circle", cx=x, cy=y, r=3.6 if pin.spot.precision == "exact" else 2.6, class_="place")
            )
        keys = marks.get(pin.spot.name, [])[:4]
        width = _name_width(pin) + (6 + 19 * len(keys) if keys else 0)
        wanted.append((x, y, 0.0 if broad else max(4.5, min(radius, 16.0)), width, 17.0))
    frame = Box(6, 6, view.width - 6, view.height - 6)
    scale_room = Box(0, view.height - 34, 150, view.height)
    placed = place_labels(wanted[:MOST_LABELS], frame, [scale_room])
    for pin, label, spec in zip(pins, placed, wanted, strict=False):
        if label:
            labels.append(_label(pin, label, spec, marks.get(pin.spot.name, [])[:4]))
    boxes = [label.box for label in placed if label] + [Box(w[0] - 6, w[1] - 6, w[0] + 6, w[1] + 6) for w in wanted]
    return [*circles, *_country_names(names, boxes, frame), *points, *labels]


def _country_names(names: list[tuple[str, float, float]], taken: list[Box], frame: Box) -> list[Markup]:
    parts = []
    for name, x, y in names:
        width = text_width(name.upper(), 11) + 2.2 * len(name)
        for dy in (0, 22, -22, 44, -44, 66, -66):
            box = Box(x - width / 2, y + dy - 9, x + width / 2, y + dy + 9)
            if box.within(frame) and not any(box.meets(t) for t in taken):
                taken.append(box)
                parts.append(element("text", name, x=x, y=y + dy + 4, text_anchor="middle", class_="country"))
                break
    return parts


def _name_width(pin: Pin) -> float:
    """The width of a place's name: bold type runs wider."""
    return text_width(pin.spot.name, LABEL_SIZE) * (1.06 if pin.spot.precision in BROAD else 1.1)


def _label(
    pin: Pin, label: Label, spec: tuple[float, float, float, float, float], keys: list[tuple[int, ControlMark]]
) -> Markup:
    broad = pin.spot.precision in BROAD
    parts = []
    if label.leader:
        parts.append(element("path", d=f"M{spec[0]:.1f} {spec[1]:.1f}L{label.x:.1f} {label.y:.1f}", class_="leader"))
    left, middle = label.box.left + 1, (label.box.top + label.box.bottom) / 2
    parts.append(element("text", pin.spot.name, x=left, y=middle + 4.5, class_="town broad" if broad else "town"))
    at = left + _name_width(pin) + 11
    for number, mark in keys:
        key = control_key(number, mark.status, at, middle)
        words = f"mark {number} under Who holds what"
        parts.append(element("a", key, href=f"#held-{number}", aria_label=words))
        at += 19
    return group(parts)


def control_key(number: int, status: ControlStatus, x: float, y: float) -> Markup:
    """A numbered mark: square for held, half for entered or contested, a ring for an attempt or a withdrawal."""
    shape = {
        "seized": "held",
        "holds": "held",
        "entered": "partly",
        "contested": "partly",
        "besieged": "partly",
        "withdrew": "left",
        "lost": "left",
        "attempted": "left",
    }[status]
    parts = [
        element("rect", x=x - 8, y=y - 8, width=16, height=16, rx=8 if shape == "left" else 2, class_=f"key {shape}"),
        element("text", str(number), x=x, y=y + 4, text_anchor="middle", class_=f"keytext {shape}"),
    ]
    return group(parts)


def _scale_bar(view: View) -> Markup:
    """A bar of a round number of kilometres."""
    km = next((k for k in (500, 200, 100, 50, 20, 10) if k * view.per_km < 130), 5)
    length, y = km * view.per_km, view.height - 14
    return group(
        [
            element("path", d=f"M12 {y - 4:.1f}v4h{length:.1f}v-4", class_="scale"),
            element("text", f"{km} km", x=length + 20, y=y + 1, class_="tick"),
        ]
    )
