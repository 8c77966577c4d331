"""The ground of a map: sea, land, lakes, provinces, borders, and where the countries' names go."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.rendering.components.map_lines import Line, MapLines, clip_ring, inside, overlaps
from rashomon.rendering.components.map_view import View
from rashomon.rendering.components.svg import element, group

Countries = list[tuple[str, list[Line]]]


def draw_ground(
    view: View, lines: MapLines, countries: Countries, notes: dict[str, None], *, small: float = 0.0
) -> Markup:
    """Sea, land, lakes, province lines and borders; disputed borders dashed, their notes collected.

    On a small map, on which so many degrees are as good as a point, no provinces, and of points so near each other one.
    """
    box = view.padded_box
    parts = [element("rect", x=0, y=0, width=view.width, height=view.height, class_="sea")]
    parts += [element("path", d="".join(_path(r, view) + "Z" for r in rings), class_="land") for _, rings in countries]
    by_kind: dict[str, list[str]] = {"lake": [], "admin1": [], "coast": [], "border": [], "disputed": []}
    for kind, note, line in lines.lines_in(box, small):
        if small and kind == "admin1" and not note:
            continue
        if kind == "lake":
            ring = clip_ring(line, box)
            by_kind["lake"].append(_path(ring, view) + "Z" if len(ring) > 2 else "")
            continue
        pieces = "".join(_path(piece, view) for piece in visible_runs(line, box))
        by_kind["disputed" if note else kind].append(pieces)
        if note and pieces:
            notes[note] = None
    parts += [element("path", d="".join(d), class_=kind) for kind, d in by_kind.items() if any(d)]
    return group(parts)


def visible_runs(line: Line, box: tuple[float, float, float, float]) -> list[Line]:
    """The runs of a line that come near the box, with one point beyond on either side."""
    west, south, east, north = box
    near = [west <= x <= east and south <= y <= north for x, y in line]
    runs: list[Line] = []
    for i in range(1, len(line)):
        (ax, ay), (bx, by) = line[i - 1], line[i]
        touching = near[i - 1] or near[i] or overlaps((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), box)
        if touching and runs and runs[-1][-1] == line[i - 1]:
            runs[-1].append(line[i])
        elif touching:
            runs.append([line[i - 1], line[i]])
    return runs


def _path(line: Line, view: View) -> str:
    points = [view.xy(x, y) for x, y in line]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) if points else ""


def country_names(view: View, countries: Countries) -> list[tuple[str, float, float]]:
    """Where each visible country's name goes: the point of a coarse grid that is furthest from any other country."""
    columns, rows = 18, 12
    grid = [
        (
            view.west + (c + 0.5) * (view.east - view.west) / columns,
            view.south + (r + 0.5) * (view.north - view.south) / rows,
        )
        for r in range(rows)
        for c in range(columns)
    ]
    owner: list[str | None] = [None] * len(grid)
    for name, rings in countries:
        for ring in rings:
            for i, point in enumerate(grid):
                if owner[i] is None and inside(point, ring):
                    owner[i] = name
    found = []
    for name in sorted({n for n in owner if n}):
        cells = [i for i, n in enumerate(owner) if n == name]
        if len(cells) < 6:
            continue
        best = max(cells, key=lambda i: (_room(i, owner, columns, rows), -i))
        found.append((name, *view.xy(*grid[best])))
    return found


def _room(at: int, owner: Sequence[str | None], columns: int, rows: int) -> float:
    """How far a cell is from the nearest cell of another owner or the edge."""
    row, column = divmod(at, columns)
    edge = min(row + 0.5, rows - row - 0.5, (column + 0.5) * 0.7, (columns - column - 0.5) * 0.7)
    others = (
        ((row - r) ** 2 + (0.5 * (column - c)) ** 2) ** 0.5
        for i, name in enumerate(owner)
        if name != owner[at]
        for r, c in (divmod(i, columns),)
    )
    return min(edge, min(others, default=9.0))
