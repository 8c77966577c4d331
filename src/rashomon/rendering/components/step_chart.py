"""A question's figures over time as steps: one line an origin, open bounds as arrows, no slopes and nothing stacked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from rashomon.model.assessment import Assessment
from rashomon.rendering import wording
from rashomon.rendering.components.chart_points import Point, Track, tracks
from rashomon.rendering.components.label_places import Box
from rashomon.rendering.components.scale import Linear, day_ticks, spread, value_ticks
from rashomon.rendering.components.svg import element, group, picture, text_width, wrap
from rashomon.rendering.lookup import Lookup

LEFT, TOP = 58.0, 12.0
#: Line patterns and point shapes, so that origins can be told apart without colour.
DASHES = ("", "7 4", "2 4", "10 3 2 3")
SHAPES = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a chart; `right` is the room for the names, `days` the most labels on the axis."""

    width: float
    height: float
    right: float
    days: int

    @property
    def bottom(self) -> float:
        """Where the axis of days lies."""
        return self.height - 34


#: Several origins or many points have the whole column; a few of one origin share it with the next chart.
WIDE, NARROW = Frame(720.0, 300.0, 190.0, 7), Frame(400.0, 216.0, 116.0, 3)


@dataclass(frozen=True, slots=True)
class Plot:
    """A frame with its axes."""

    frame: Frame
    x: Linear
    y: Linear
    first: dt.date
    last: dt.date
    link: Callable[[str], str]

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point stands."""
        return self.x(point.day.toordinal()), self.y(point.value)


def on_this_page(claim: str) -> str:
    """The address of a claim whose evidence stands on the same page."""
    return f"#{claim}"


def step_chart(
    assessment: Assessment, lookup: Lookup, last_day: dt.date | None, link: Callable[[str], str] = on_this_page
) -> tuple[Markup, bool]:
    """The chart as SVG, and whether it is wide; `last_day` is the dossier's as-of, to which each line is drawn on.

    `link` gives the address that a point leads to.
    """
    lines = tracks(assessment, lookup)
    every = [p for t in lines for p in t.points]
    wide = len(lines) > 1 or len(every) > 3
    first, last = min(p.day for p in every), max(p.day for p in every)
    last = max(last, last_day) if last_day and (last_day - last).days <= max(14, (last - first).days) else last
    frame = WIDE if wide else NARROW
    ticks = value_ticks(max(max(p.value, p.high or 0) for p in every), 4 if wide else 3)
    x = Linear(first.toordinal(), last.toordinal(), LEFT + (36 if wide else 20), frame.width - frame.right)
    plot = Plot(frame, x, Linear(0, ticks[-1], frame.bottom, TOP + 14), first, last, link)
    ends = spread([plot.at(t.points[-1])[1] for t in lines], 34, TOP + 8, frame.bottom - 4)
    tracked = [_track(t, i, plot, end) for i, (t, end) in enumerate(zip(lines, ends, strict=True))]
    conflicts, taken = _conflicts(assessment, every, lookup, plot)
    taken += [Box(frame.width - frame.right + 8, e - 9, frame.width, e + 23) for e in ends]
    parts = [_grid(ticks, plot), *tracked, *conflicts, *_values(every, plot, taken)]
    title = f"{lookup.counted(assessment)}: figures by origin over time. " + " ".join(
        f"{t.name}: " + ", ".join(f"{p.words} on {wording.day(p.day)}" for p in t.points) + "." for t in lines
    )
    class_ = "chart steps" if wide else "chart steps narrow"
    return picture(frame.width, frame.height, title, parts, class_, links=True), wide


def _grid(ticks: Sequence[float], plot: Plot) -> Markup:
    """Lines at round values from 0 on, and the days below."""
    parts, right, bottom = [], plot.frame.width - plot.frame.right + 6, plot.frame.bottom
    for tick in ticks:
        y = plot.y(tick)
        parts.append(element("line", x1=LEFT, x2=right, y1=y, y2=y, class_="grid" if tick else "base"))
        parts.append(element("text", wording.number(tick), x=LEFT - 8, y=y + 4, class_="tick", text_anchor="end"))
    days = day_ticks(plot.first, plot.last, plot.frame.days)
    long = (plot.last - plot.first).days > 300
    for day in days:
        x = plot.x(day.toordinal())
        label = f"{day:%b} {day.year}" if long else wording.short_day(day)
        if day == days[0] and not long:
            label += f" {day.year}"
        parts.append(element("line", x1=x, x2=x, y1=bottom, y2=bottom + 5, class_="base"))
        parts.append(element("text", label, x=x, y=bottom + 20, class_="tick", text_anchor="middle"))
    return group(parts)


def _track(track: Track, index: int, plot: Plot, label_y: float) -> Markup:
    """One origin: steps, points, and its name at the right end."""
    parts = []
    dash = DASHES[index % len(DASHES)] or None
    right = plot.x(plot.last.toordinal())
    for here, after in zip(track.points, (*track.points[1:], None), strict=True):
        ax, ay = plot.at(here)
        bx, by = plot.at(after) if after else (right, ay)
        parts.append(element("path", d=f"M{ax:.1f} {ay:.1f}H{bx:.1f}", class_="step", stroke_dasharray=dash))
        if after:
            class_ = "riser broken" if after.breaks else "riser"
            parts.append(element("path", d=f"M{bx:.1f} {ay:.1f}V{by:.1f}", class_=class_))
        if after and after.breaks:
            middle = (ay + by) / 2 + 2
            parts.append(element("path", d=f"M{bx - 5:.1f} {middle:.1f}l10 -5m-10 9l10 -5", class_="break"))
    parts += [_mark(p, index, plot) for p in track.points]
    end_y = plot.at(track.points[-1])[1]
    parts.append(element("path", d=f"M{right + 3:.1f} {end_y:.1f}L{right + 12:.1f} {label_y:.1f}", class_="leader"))
    for n, line in enumerate(wrap(track.name, 12.5, plot.frame.right - 22, 2 if plot.frame is WIDE else 3)):
        parts.append(element("text", line, x=right + 16, y=label_y + 4 + 14 * n, class_="name"))
    return group(parts, class_=f"track t{index % 4}")


def _mark(point: Point, index: int, plot: Plot) -> Markup:
    """A point: hollow where it was replaced, with an arrow where its top is open, faint rings for copies."""
    x, y = plot.at(point)
    parts = [element("circle", cx=x + 5 * (n + 1), cy=y, r=4.5, class_="copy") for n in range(min(3, point.copies))]
    if point.open_top:
        parts.append(element("path", d=f"M{x:.1f} {y - 5:.1f}v-13m-4 4.5l4 -4.5l4 4.5", class_="arrow"))
    elif point.low is not None and point.high is not None and point.low != point.high:
        top, foot = plot.y(point.high), plot.y(point.low)
        parts.append(element("path", d=f"M{x - 5:.1f} {top:.1f}h10m-5 0V{foot:.1f}m-5 0h10", class_="arrow"))
    class_ = "dot old" if point.superseded else "dot"
    shape = SHAPES[index % len(SHAPES)]
    if shape == "circle":
        parts.append(element("circle", cx=x, cy=y, r=4.5, class_=class_))
    else:
        parts.append(element("path", d=_outline(shape, x, y), class_=class_))
    label = f"{point.words}, {wording.day(point.day)}: to its sentence"
    return element("a", parts, href=plot.link(point.claim), aria_label=label)


def _outline(shape: str, x: float, y: float) -> str:
    if shape == "square":
        return f"M{x - 4.2:.1f} {y - 4.2:.1f}h8.4v8.4h-8.4z"
    if shape == "diamond":
        return f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"
    return f"M{x:.1f} {y - 6:.1f}l5.6 10h-11.2z"


def _values(points: Sequence[Point], plot: Plot, taken: list[Box]) -> list[Markup]:
    """Each point's words beside it, where they cover neither a point nor a sign nor each other."""
    for point in points:
        x, y = plot.at(point)
        taken.append(Box(x - 6, y - (19 if point.open_top else 6), x + 6, y + 6))
    frame = Box(LEFT - 4, -4, plot.frame.width - 8, plot.frame.bottom - 1)
    parts = []
    for point in points:
        words = point.words if len(point.words) <= 24 else point.words[:23] + "…"
        for x, y, anchor, box in _spots(point, words, plot):
            if box.within(frame) and not any(box.meets(b) for b in taken):
                taken.append(box)
                label = element("text", words, x=x, y=y + 4.5, class_="value", text_anchor=anchor)
                parts.append(element("a", label, href=plot.link(point.claim), tabindex=-1, aria_hidden="true"))
                break
    return parts


def _spots(point: Point, words: str, plot: Plot) -> list[tuple[float, float, str, Box]]:
    """Where a point's words may stand, best first: above, below, beside."""
    x, y = plot.at(point)
    above, width = y - (29 if point.open_top else 14), text_width(words, 12.5)
    spots = (
        (x, above, "middle"), (x - 5, above, "start"), (x, y + 15, "middle"), (x - 11, y - 1, "end"),
        (x + 5, above, "end"), (x - 5, y + 15, "start"), (x, y + 30, "middle"),
    )  # fmt: skip
    found = []
    for at, middle, anchor in spots:
        start = at - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        found.append((at, middle, anchor, Box(start, middle - 7, start + width, middle + 7)))
    return found


def _conflicts(
    assessment: Assessment, every: Sequence[Point], lookup: Lookup, plot: Plot
) -> tuple[list[Markup], list[Box]]:
    """For each day one bracket with an unequal sign over the figures that contradict each other, and its room."""
    by_claim = {p.claim: p for p in every}
    by_day: dict[dt.date, dict[str, Point]] = {}
    for claim in assessment.claims:
        for relation in lookup.relations_of.get(claim, ()):
            first, second = by_claim.get(relation.from_claim), by_claim.get(relation.to_claim)
            if relation.type == "contradict" and first and second:
                pair = {first.claim: first, second.claim: second}
                by_day.setdefault(max(first.day, second.day), {}).update(pair)
    parts, taken = [], []
    for day, points in sorted(by_day.items()):
        x = plot.x(day.toordinal()) - 18
        levels = sorted({plot.y(p.value) for p in points.values()})
        widest = max(pairwise(levels), key=lambda pair: pair[1] - pair[0], default=(levels[0], levels[0]))
        at = sum(widest) / 2
        taken.append(Box(x - 9, min(levels[0], at - 9), x + 9, max(levels[-1], at + 9)))
        ticks = "".join(f"M{x:.1f} {level:.1f}h8" for level in levels)
        sign = (
            element("path", d=f"M{x:.1f} {levels[0]:.1f}V{levels[-1]:.1f}{ticks}", class_="bracket"),
            element("circle", cx=x, cy=at, r=8, class_="plate"),
            element("text", "≠", x=x, y=at + 4.5, text_anchor="middle", class_="unequal"),
        )
        parts.append(group(sign, class_="conflict"))
    return parts, taken
