"""Who produced the information (left) and who printed it (right); copies hang on the report they were copied from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.rendering import wording
from rashomon.rendering.components.scale import spread
from rashomon.rendering.components.svg import element, group, picture, wrap
from rashomon.rendering.lookup import Lookup

WIDTH = 720.0
LEFT, RIGHT = 214.0, 470.0
ROW = 38.0
MOST_ROOTS, MOST_REPORTS = 14, 18


@dataclass(frozen=True, slots=True)
class Links:
    """What the picture joins: origins, reports, and how many claims run between them."""

    roots: tuple[str, ...]
    reports: tuple[str, ...]
    counts: dict[tuple[str, str], int]


def links_of(lookup: Lookup) -> Links:
    """The origins and reports that share claims; origins by the number of reports that carry them."""
    counts: dict[tuple[str, str], int] = {}
    for claim in lookup.dossier.claims:
        attribution = getattr(claim, "attribution", None)
        if attribution is not None and attribution.origin and claim.report in lookup.reports:
            key = (attribution.origin, claim.report)
            counts[key] = counts.get(key, 0) + 1
    carried: dict[str, set[str]] = {}
    for root, report in counts:
        carried.setdefault(root, set()).add(report)
    roots = sorted(carried, key=lambda r: (-len(carried[r]), r))[:MOST_ROOTS]
    shown = [r.id for r in lookup.dossier.reports if r.read and (any((n, r.id) in counts for n in roots))]
    return Links(tuple(roots), tuple(shown[:MOST_REPORTS]), counts)


def sources_graph(lookup: Lookup) -> Markup:
    """The picture, or nothing where fewer than two origins or reports would be joined."""
    links = links_of(lookup)
    if not links.roots or len(links.roots) + len(links.reports) < 3:
        return Markup("")
    height = 40 + ROW * max(len(links.roots), len(links.reports))
    right_y = [44 + ROW * (i + 0.35) for i in range(len(links.reports))]
    at_report = dict(zip(links.reports, right_y, strict=True))
    wanted = [_mean([at_report[r] for r in links.reports if (n, r) in links.counts], height / 2) for n in links.roots]
    left_y = spread(wanted, ROW * 0.94, 44 + ROW * 0.35, height - ROW * 0.4)
    parts = [
        element("text", "Origin", x=LEFT, y=16, text_anchor="end", class_="head"),
        element("text", "Report", x=RIGHT, y=16, class_="head"),
        *_edges(links, dict(zip(links.roots, left_y, strict=True)), at_report, lookup),
        *(_root(name, y) for name, y in zip(links.roots, left_y, strict=True)),
        *(_report(report, y, lookup) for report, y in at_report.items()),
        *_copies(at_report, lookup),
    ]
    title = "Which report rests on which origin. " + "; ".join(
        f"{root}: " + ", ".join(lookup.outlet(r) for r in links.reports if (root, r) in links.counts)
        for root in links.roots
    )
    return picture(WIDTH, height, title, parts, "chart sources")


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _edges(links: Links, roots: dict[str, float], reports: dict[str, float], lookup: Lookup) -> list[Markup]:
    parts = []
    for (root, report), _ in sorted(links.counts.items()):
        if root in roots and report in reports:
            copied = report in lookup.copy_of
            y, z = f"{roots[root]:.1f}", f"{reports[report]:.1f}"
            d = f"M{LEFT + 10:.1f} {y}C{LEFT + 130:.1f} {y} {RIGHT - 130:.1f} {z} {RIGHT - 10:.1f} {z}"
            parts.append(element("path", d=d, class_="edge copied" if copied else "edge"))
    return parts


def _root(name: str, y: float) -> Markup:
    lines = wrap(name, 13, LEFT - 14, 2)
    top = y + 4.5 - 7.5 * (len(lines) - 1)
    texts = [
        element("text", t, x=LEFT - 6, y=top + 15 * i, text_anchor="end", class_="name") for i, t in enumerate(lines)
    ]
    return group([element("circle", cx=LEFT + 5, cy=y, r=4.5, class_="origin"), *texts])


def _report(report_id: str, y: float, lookup: Lookup) -> Markup:
    report = lookup.reports[report_id]
    copied = report_id in lookup.copy_of
    name = wrap(lookup.outlet(report_id), 13, WIDTH - RIGHT - 20, 1)[0]
    detail = wording.instant(report.published)
    if copied:
        detail += ", repeats another"
    elif report.agency:
        detail += f", via {report.agency}"
    return group(
        [
            element("rect", x=RIGHT - 9, y=y - 4.5, width=9, height=9, class_="report copied" if copied else "report"),
            element("text", name, x=RIGHT + 8, y=y, class_="name"),
            element("text", wrap(detail, 11.5, WIDTH - RIGHT - 12, 1)[0], x=RIGHT + 8, y=y + 14, class_="tick"),
        ]
    )


def _copies(reports: dict[str, float], lookup: Lookup) -> list[Markup]:
    """A dotted bow on the left of the reports from a copy to the version that it was copied from."""
    parts = []
    for report, y in reports.items():
        source = reports.get(lookup.copy_of.get(report, ""))
        if source is not None:
            bend = RIGHT - 26 - min(40.0, abs(y - source) * 0.2)
            d = f"M{RIGHT - 10:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {source:.1f} {RIGHT - 10:.1f} {source:.1f}"
            parts.append(element("path", d=d, class_="copybow"))
    return parts
