"""A question's figures over time as steps: one line an origin, open bounds as arrows, no slopes and nothing stacked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.assessment import Assessment, SeriesPoint
from rashomon.rendering import wording
from rashomon.rendering.components.label_places import Box
from rashomon.rendering.components.scale import Linear, day_ticks, spread, value_ticks
from rashomon.rendering.components.svg import element, group, picture, text_width, wrap
from rashomon.rendering.lookup import Lookup

WIDTH, HEIGHT = 720.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 58.0, 190.0, 12.0, 266.0
#: Line patterns and point shapes, so that origins can be told apart without colour.
DASHES = ("", "7 4", "2 4", "10 3 2 3")
SHAPES = ("circle", "square", "diamond", "triangle")
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One state of a series, ready to draw."""

    day: dt.date
    value: float
    open_top: bool
    low: float | None
    high: float | None
    claim: str
    words: str
    superseded: bool
    breaks: bool
    copies: int


@dataclass(frozen=True, slots=True)
class Track:
    """One origin's points in order of time."""

    name: str
    points: tuple[Point, ...]


def has_history(assessment: Assessment, lookup: Lookup) -> bool:
    """Whether there is anything to see over time: two or more dated points on two or more days."""
    return len({p.day for t in tracks(assessment, lookup) for p in t.points}) > 1


def tracks(assessment: Assessment, lookup: Lookup) -> list[Track]:
    """The series of an assessment as tracks, the longest first; points without day or number are left out."""
    found = []
    for series_id in assessment.series:
        series = lookup.series.get(series_id)
        points = [p for p in (_point(s, lookup) for s in series.points) if p] if series else []
        if series and points:
            name = series.root or "origin not named"
            found.append(Track(name, tuple(sorted(points, key=lambda p: (p.day, p.value, p.claim)))))
    return sorted(found, key=lambda t: (-len(t.points), t.name))[:MOST_LINES]


def _point(point: SeriesPoint, lookup: Lookup) -> Point | None:
    day = (point.as_of.end or point.as_of.start) if point.as_of else None
    value = point.value if point.value is not None else point.low
    if day is None or value is None or point.qualifier == "up_to":
        return None
    figure = lookup.figure(point.claim)
    breaks = any(
        r.type == "another way of counting" and r.from_claim == point.claim
        for r in lookup.relations_of.get(point.claim, ())
    )
    return Point(
        day,
        value,
        point.high is None,
        point.low,
        point.high,
        point.claim,
        lookup.words(figure) if figure else wording.number(value),
        point.superseded_by is not None,
        breaks,
        max(0, len(point.reports) - 1),
    )


def step_chart(assessment: Assessment, lookup: Lookup, last_day: dt.date | None) -> Markup:
    """The chart as SVG; `last_day` is the dossier's as-of, to which each line is drawn on."""
    lines = tracks(assessment, lookup)
    every = [p for t in lines for p in t.points]
    first, last = min(p.day for p in every), max(p.day for p in every)
    last = max(last, last_day) if last_day and (last_day - last).days <= max(14, (last - first).days) else last
    ticks = value_ticks(max(max(p.value, p.high or 0) for p in every))
    x = Linear(first.toordinal(), last.toordinal(), LEFT + 16, WIDTH - RIGHT)
    y = Linear(0, ticks[-1], BOTTOM, TOP + 14)
    ends = spread([y(t.points[-1].value) for t in lines], 34, TOP + 8, BOTTOM - 4)
    parts = [_grid(ticks, first, last, x, y)]
    for i, (track, end) in enumerate(zip(lines, ends, strict=True)):
        parts.append(_track(track, i, x, y, x(last.toordinal()), end))
    conflicts, taken = _conflicts(assessment, every, lookup, x, y)
    taken += [Box(WIDTH - RIGHT + 8, e - 9, WIDTH, e + 23) for e in ends]
    parts += [*conflicts, *_values(lines, x, y, taken)]
    title = f"{wording.counted(assessment.question)}: figures by origin over time. " + " ".join(
        f"{t.name}: " + ", ".join(f"{p.words} on {wording.day(p.day)}" for p in t.points) + "." for t in lines
    )
    return picture(WIDTH, HEIGHT, title, parts, "chart steps", f"chart-{assessment.id}")


def _grid(ticks: Sequence[float], first: dt.date, last: dt.date, x: Linear, y: Linear) -> Markup:
    parts = []
    for tick in ticks:
        parts.append(
            element("line", x1=LEFT, x2=WIDTH - RIGHT + 6, y1=y(tick), y2=y(tick), class_="grid" if tick else "base")
        )
        parts.append(element("text", wording.number(tick), x=LEFT - 8, y=y(tick) + 4, class_="tick", text_anchor="end"))
    days = day_ticks(first, last)
    long = (last - first).days > 300
    for day in days:
        at = x(day.toordinal())
        label = f"{day:%b} {day.year}" if long else wording.short_day(day)
        if day == days[0] and not long:
            label += f" {day.year}"
        parts.append(element("line", x1=at, x2=at, y1=BOTTOM, y2=BOTTOM + 5, class_="base"))
        parts.append(element("text", label, x=at, y=BOTTOM + 20, class_="tick", text_anchor="middle"))
    return group(parts)


def _track(track: Track, index: int, x: Linear, y: Linear, right: float, label_y: float) -> Markup:
    """One origin: steps, points, and its name at the right end."""
    parts = []
    dash = DASHES[index % len(DASHES)] or None
    for here, after in zip(track.points, (*track.points[1:], None), strict=True):
        ax, ay = x(here.day.toordinal()), y(here.value)
        bx = x(after.day.toordinal()) if after else right
        parts.append(element("path", d=f"M{ax:.1f} {ay:.1f}H{bx:.1f}", class_="step", stroke_dasharray=dash))
        if after and not after.breaks:
            parts.append(element("path", d=f"M{bx:.1f} {ay:.1f}V{y(after.value):.1f}", class_="riser"))
        elif after:
            middle = (ay + y(after.value)) / 2
            parts.append(element("path", d=f"M{bx:.1f} {ay:.1f}V{y(after.value):.1f}", class_="riser broken"))
            parts.append(element("path", d=f"M{bx - 5:.1f} {middle + 2:.1f}l10 -5m-10 9l10 -5", class_="break"))
    parts += [_mark(p, index, x, y) for p in track.points]
    end = track.points[-1]
    lines = wrap(track.name, 12.5, RIGHT - 24, 2)
    parts.append(
        element("path", d=f"M{right + 3:.1f} {y(end.value):.1f}L{right + 12:.1f} {label_y:.1f}", class_="leader")
    )
    parts += [
        element("text", line, x=right + 16, y=label_y + 4 + 14 * n, class_="name") for n, line in enumerate(lines)
    ]
    return group(parts, class_=f"track t{index % 4}")


def _mark(point: Point, index: int, x: Linear, y: Linear) -> Markup:
    """A point: hollow where it was replaced, with an arrow where its top is open, faint rings for copies."""
    at, up = x(point.day.toordinal()), y(point.value)
    parts = [element("circle", cx=at + 5 * (n + 1), cy=up, r=4.5, class_="copy") for n in range(min(3, point.copies))]
    if point.open_top:
        parts.append(element("path", d=f"M{at:.1f} {up - 5:.1f}v-13m-4 4.5l4 -4.5l4 4.5", class_="arrow"))
    elif point.low is not None and point.high is not None and point.low != point.high:
        top, foot = y(point.high), y(point.low)
        parts.append(element("path", d=f"M{at - 5:.1f} {top:.1f}h10m-5 0V{foot:.1f}m-5 0h10", class_="arrow"))
    class_ = "dot old" if point.superseded else "dot"
    shape = SHAPES[index % len(SHAPES)]
    if shape == "circle":
        parts.append(element("circle", cx=at, cy=up, r=4.5, class_=class_))
    else:
        parts.append(element("path", d=_outline(shape, at, up), class_=class_))
    return element("a", parts, href=f"#{point.claim}")


def _values(lines: Sequence[Track], x: Linear, y: Linear, taken: list[Box]) -> list[Markup]:
    """Each point's words beside it, where they cover neither a point nor a sign nor each other."""
    points = [p for t in lines for p in t.points]
    for p in points:
        at, up = x(p.day.toordinal()), y(p.value)
        taken.append(Box(at - 6, up - (19 if p.open_top else 6), at + 6, up + 6))
    parts = []
    for p in points:
        at, up = x(p.day.toordinal()), y(p.value)
        words = p.words if len(p.words) <= 24 else p.words[:23] + "…"
        width, clear = text_width(words, 12.5), 15 if p.open_top else 0
        spots = (
            (at, up - 14 - clear, "middle"),
            (at - 5, up - 14 - clear, "start"),
            (at, up + 15, "middle"),
            (at - 11, up - 1, "end"),
            (at + 5, up - 14 - clear, "end"),
            (at - 5, up + 15, "start"),
            (at, up + 30, "middle"),
        )
        for left, middle, anchor in spots:
            start = left - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            box = Box(start, middle - 7, start + width, middle + 7)
            if (
                start >= LEFT - 4
                and start + width < WIDTH - 8
                and middle < BOTTOM - 4
                and not any(box.meets(b) for b in taken)
            ):
                taken.append(box)
                label = element("text", words, x=left, y=middle + 4.5, class_="value", text_anchor=anchor)
                parts.append(element("a", label, href=f"#{p.claim}"))
                break
    return parts


def _outline(shape: str, x: float, y: float) -> str:
    if shape == "square":
        return f"M{x - 4.2:.1f} {y - 4.2:.1f}h8.4v8.4h-8.4z"
    if shape == "diamond":
        return f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"
    return f"M{x:.1f} {y - 6:.1f}l5.6 10h-11.2z"


def _conflicts(
    assessment: Assessment, every: Sequence[Point], lookup: Lookup, x: Linear, y: Linear
) -> tuple[list[Markup], list[Box]]:
    """A bracket with an unequal sign between figures that contradict each other, and the room that it takes."""
    by_claim = {p.claim: p for p in every}
    parts, taken = [], []
    for claim in assessment.claims:
        for relation in lookup.relations_of.get(claim, ()):
            first, second = by_claim.get(relation.from_claim), by_claim.get(relation.to_claim)
            if relation.type != "contradict" or relation.from_claim != claim or not first or not second:
                continue
            at = x(max(first.day, second.day).toordinal()) - 18
            top, foot = sorted((y(first.value), y(second.value)))
            middle = (top + foot) / 2
            taken.append(Box(at - 9, min(top, middle - 9), at + 9, max(foot, middle + 9)))
            sign = (
                element("path", d=f"M{at + 8:.1f} {top:.1f}h-8V{foot:.1f}h8", class_="bracket"),
                element("circle", cx=at, cy=middle, r=8, class_="plate"),
                element("text", "≠", x=at, y=middle + 4.5, text_anchor="middle", class_="unequal"),
            )
            parts.append(group(sign, class_="conflict"))
    return parts, taken
