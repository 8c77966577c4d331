"""A question's figures over time in a line's height: steps without axes, for strips and lists."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from rashomon.model.assessment import Assessment
from rashomon.rendering import wording
from rashomon.rendering.components.chart_points import Point, Track, tracks
from rashomon.rendering.components.scale import Linear
from rashomon.rendering.components.svg import element, group, picture
from rashomon.rendering.lookup import Lookup

WIDTH, HEIGHT = 220.0, 58.0
_FOOT, _TOP, _RIGHT = HEIGHT - 6, 16.0, WIDTH - 12


def open_arrow(x: float, y: float) -> Markup:
    """The arrow on a figure that is a minimum: its upper end is open."""
    return element("path", d=f"M{x:.1f} {y:.1f}v-11m-4 4l4 -4l4 4", class_="arrow")


def spark_line(assessment: Assessment, lookup: Lookup, last_day: dt.date | None) -> Markup:
    """The steps of every origin from 0 up, an arrow on a last figure that is a minimum; nothing without a day."""
    lines = tracks(assessment, lookup)
    every = [p for t in lines for p in t.points]
    if not every:
        return Markup("")
    first, last = min(p.day for p in every), max(max(p.day for p in every), last_day or dt.date.min)
    x = Linear(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), 8, _RIGHT)
    y = Linear(0, max(p.value for p in every) or 1, _FOOT, _TOP)
    parts = [element("path", d=f"M0 {_FOOT:.1f}H{WIDTH:.1f}", class_="base")]
    parts += [_steps(t, i, x, y) for i, t in enumerate(lines)]
    title = f"{lookup.counted(assessment)}, {wording.days(first, max(p.day for p in every))}: " + "; ".join(
        f"{t.name}: " + ", ".join(p.words for p in t.points) for t in lines
    )
    return picture(WIDTH, HEIGHT, title, parts, "chart steps spark")


def _steps(track: Track, index: int, x: Linear, y: Linear) -> Markup:
    """One origin's line; hollow points were replaced since."""
    path = ""
    for point in track.points:
        at, level = x(point.day.toordinal()), y(point.value)
        path += f"{'H' if path else 'M'}{at:.1f}{'V' if path else ' '}{level:.1f}"
    parts = [element("path", d=f"{path}H{_RIGHT:.1f}", class_="step")]
    parts += [_dot(p, x(p.day.toordinal()), y(p.value)) for p in track.points]
    if track.points[-1].open_top:
        parts.append(open_arrow(x(track.points[-1].day.toordinal()), y(track.points[-1].value)))
    return group(parts, class_=f"track t{index % 4}")


def _dot(point: Point, at: float, level: float) -> Markup:
    return element("circle", cx=at, cy=level, r=3.2, class_="dot old" if point.superseded else "dot")
