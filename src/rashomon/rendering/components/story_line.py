"""What a list shows of a story beside its words: a small map of where it happened, a step line of its main figure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from rashomon.model.summary import MainFigure, Step, StorySummary
from rashomon.rendering.components.map_ground import draw_ground
from rashomon.rendering.components.map_lines import load_map
from rashomon.rendering.components.map_view import KM_PER_DEGREE, View
from rashomon.rendering.components.scale import Linear
from rashomon.rendering.components.spark_line import open_arrow
from rashomon.rendering.components.svg import element, group, picture

#: The small map's size, and how much of the world it shows from north to south (km).
_WIDE, _TALL, _SPAN_KM = 150.0, 96.0, 1100.0
#: Points of the ground that lie closer are one (the picture's units).
_FINEST = 1.0
#: Windows are laid on a grid of so many degrees, so that neighbours share their drawn ground.
_GRID = 1.0
_WIDTH, _HEIGHT = 220.0, 58.0
_FOOT, _TOP, _LEFT, _RIGHT = _HEIGHT - 6, 16.0, 8.0, _WIDTH - 12


def small_map(summary: StorySummary) -> Markup:
    """The place as a circle as wide as it is vague on a few hundred kilometres around it.

    Where it is too wide for one: a point for each town named there. Nothing without a point.
    """
    if summary.lat is not None and summary.lon is not None:
        points, title = [(summary.lat, summary.lon)], f"Map: {summary.place}"
    elif summary.towns:
        points, title = list(summary.towns), f"Map: {summary.place}, with towns that reports name"
    else:
        return Markup("")
    south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
    west, east = min(lon for _, lon in points), max(lon for _, lon in points)
    at = (round((west + east) / 2 / _GRID) * _GRID, max(-80.0, min(80.0, round((south + north) / 2 / _GRID) * _GRID)))
    view, parts = _view(*at), [_ground(*at)]
    for lat, lon in points:
        x, y = view.xy(lon, lat)
        if summary.lat is not None:
            radius = max(6.0, (summary.radius_km or 0) * view.per_km)
            parts.append(element("circle", cx=x, cy=y, r=radius, class_="near"))
        parts.append(element("circle", cx=x, cy=y, r=2.6, class_="place"))
    return picture(_WIDE, _TALL, title, parts, "chart map small")


def _view(lon: float, lat: float) -> View:
    tall = _SPAN_KM / KM_PER_DEGREE / 2
    wide = tall * _WIDE / _TALL / max(0.2, math.cos(math.radians(lat)))
    return View(lon - wide, lat - tall, lon + wide, lat + tall, _WIDE, _TALL)


@lru_cache(maxsize=400)
def _ground(lon: float, lat: float) -> Markup:
    view, lines = _view(lon, lat), load_map()
    finest = _FINEST * (view.east - view.west) / _WIDE
    return draw_ground(view, lines, lines.countries_in(view.padded_box, finest), {}, small=finest)


def step_line(main: MainFigure) -> Markup:
    """The main figure's states from 0 up, a line an origin, an arrow where more may come; nothing without a history."""
    if not main.steps:
        return Markup("")
    first, last = min(s.day for s in main.steps), max(s.day for s in main.steps)
    x = Linear(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), _LEFT, _RIGHT)
    y = Linear(0, max(s.value for s in main.steps) or 1, _FOOT, _TOP)
    parts = [element("path", d=f"M0 {_FOOT:.1f}H{_WIDTH:.1f}", class_="base")]
    lines = sorted({s.line for s in main.steps})
    parts += [_line([s for s in main.steps if s.line == line], line, x, y) for line in lines]
    return picture(_WIDTH, _HEIGHT, f"{main.label}: {main.range_text}, over time", parts, "chart steps spark")


def _line(steps: Sequence[Step], line: int, x: Linear, y: Linear) -> Markup:
    path = ""
    for step in steps:
        at, level = x(step.day.toordinal()), y(step.value)
        path += f"{'H' if path else 'M'}{at:.1f}{'V' if path else ' '}{level:.1f}"
    parts = [element("path", d=f"{path}H{_RIGHT:.1f}", class_="step")]
    if steps[-1].open:
        parts.append(open_arrow(x(steps[-1].day.toordinal()), y(steps[-1].value)))
    return group(parts, class_=f"track t{line % 4}")
